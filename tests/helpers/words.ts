import type { SpokenWords } from "#app/language.ts";
import type { Language } from "#domain/language.ts";
import { createFormat } from "#i18n/format.ts";
import { createTranslate } from "#i18n/translate.ts";

/** The words of a page that never speaks another language. */
export function spokenIn(language: Language): SpokenWords {
  const words = { language, translate: createTranslate(language), format: createFormat(language) };
  return {
    ...words,
    ready: Promise.resolve(),
    now: () => words,
    onChange: () => undefined,
    choose: () => undefined,
  };
}
