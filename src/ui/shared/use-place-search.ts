import { useEffect, useState } from "react";
import type { Place } from "#domain/place/place.ts";
import { useAtlas } from "./atlas-context.ts";

const LEAST_LETTERS = 2;
const PAUSE_MILLISECONDS = 150;

/** Towns for the text typed so far; the run before is aborted. Keeps the last answer until the next is there. */
export function usePlaceSearch(text: string): readonly Place[] {
  const { actions } = useAtlas();
  const [places, setPlaces] = useState<readonly Place[]>([]);
  const wanted = text.trim();
  const enough = wanted.length >= LEAST_LETTERS;

  useEffect(() => {
    if (!enough) return;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      actions.searchPlaces(wanted, abort.signal).then(
        (found) => {
          if (!abort.signal.aborted) setPlaces(found);
        },
        () => {
          if (!abort.signal.aborted) setPlaces([]);
        },
      );
    }, PAUSE_MILLISECONDS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [actions, wanted, enough]);

  return enough ? places : [];
}
