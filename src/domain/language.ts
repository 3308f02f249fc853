/** Languages of the interface, as BCP 47 writes them; the first is the one that all others are translated from. */
export const LANGUAGES = ["en", "de", "hu", "sl", "it", "hr"] as const;
export type Language = (typeof LANGUAGES)[number];

export function isLanguage(text: string): text is Language {
  return (LANGUAGES as readonly string[]).includes(text);
}
