import type { Language } from "../language.ts";
import type { Place } from "./place.ts";

/** What a place is called to readers of a language: its local spelling, with their own name for it where they have one. */
export function shownPlaceName({ name, exonyms }: Pick<Place, "name" | "exonyms">, language: Language): string {
  const exonym = exonyms[language];
  return exonym === undefined ? name : `${name} (${exonym})`;
}
