import { useCallback, useEffect, useState } from "react";

export interface Loaded<T> {
  readonly found: T | "loading" | "failed";
  /** Asks for it once more. */
  readonly again: () => void;
}

/**
 * What a part of a room asks for when it is shown.
 * @param load the identical function while the same is asked for; `null` where it did not arrive
 */
export function useLoaded<T>(load: () => Promise<T | null>): Loaded<T> {
  const [found, setFound] = useState<Loaded<T>["found"]>("loading");
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let isWanted = true;
    const take = (answer: Loaded<T>["found"]) => {
      // An answer may be a function, which a setter would call.
      if (isWanted) setFound(() => answer);
    };
    load().then(
      (answer) => {
        take(answer ?? "failed");
      },
      () => {
        take("failed");
      },
    );
    return () => {
      isWanted = false;
    };
  }, [load, tries]);
  const again = useCallback(() => {
    setFound("loading");
    setTries((before) => before + 1);
  }, []);
  return { found, again };
}
