import type { Language } from "#domain/language.ts";

/** What the layers depend on beside the theme. */
export interface StyleOptions {
  /** Language of the page: exonyms in it stand below the names of towns. */
  readonly language: Language;
  /** Names of countries by ISO 3166-1 alpha-2 code. */
  readonly countryNames: Readonly<Record<string, string>>;
  /** Whether a catchment is open, so that the actors outside it step back. */
  readonly faintOthers: boolean;
}
