import { useCallback, useState } from "react";

/** A choice about the page itself that survives a reload where the browser allows it. */
export function useRemembered<T extends string>(
  key: string,
  values: readonly T[],
  initial: T,
): readonly [T, (value: T) => void] {
  const [value, setValue] = useState<T>(() => {
    const kept = readKept(key);
    return values.find((allowed) => allowed === kept) ?? initial;
  });
  const remember = useCallback(
    (next: T) => {
      setValue(next);
      keep(key, next);
    },
    [key],
  );
  return [value, remember];
}

function readKept(key: string): string | null {
  try {
    return localStorage.getItem(`refresh-atlas.${key}`);
  } catch {
    return null;
  }
}

function keep(key: string, value: string): void {
  try {
    localStorage.setItem(`refresh-atlas.${key}`, value);
  } catch {
    // Storage is full or refused: the choice holds until the page is left.
  }
}
