import { isLanguage, LANGUAGES, type Language } from "#domain/language.ts";
import { speakLanguage } from "#i18n/catalogs.ts";
import { createFormat, type Format } from "#i18n/format.ts";
import { createTranslate, type Translate } from "#i18n/translate.ts";
import { tellSilentLanguage } from "#state/notice-store.ts";
import type { Stores } from "#state/stores.ts";
import { chooseLanguage, setLanguage, type View } from "#state/view-store.ts";

const KEY = "refresh-atlas.language";

/** The words of one language. */
export interface Words {
  readonly language: Language;
  readonly translate: Translate;
  readonly format: Format;
}

/** The words of the page: in the language of the moment, whoever holds them. */
export interface SpokenWords {
  readonly translate: Translate;
  readonly format: Format;
  /** Resolves once the first words are there; rejects where none can be loaded. */
  readonly ready: Promise<void>;
  now(): Words;
  /** Calls the listener with another language's words once they are spoken. */
  onChange(listener: (words: Words) => void): void;
  /** Has the page speak a language, now and when it is opened again. */
  choose(language: Language): void;
}

/**
 * The view in the language it is shown in: the link's, else the one that the user once chose here, else the first that the
 * browser asks for and the page has, else English.
 * @param preferred as `navigator.languages`
 */
export function viewInLanguage(view: View, kept: string | null, preferred: readonly string[]): View {
  if (view.isLanguageChosen) return view;
  if (kept !== null && isLanguage(kept)) return { ...view, language: kept, isLanguageChosen: true };
  const asked = preferred.map((tag) => tag.toLowerCase().split("-")[0] ?? "").find(isLanguage);
  return { ...view, language: asked ?? LANGUAGES[0] };
}

export function readKeptLanguage(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/**
 * Speaks the language of the view: its words are loaded first, and only then does anything change. Where they cannot be
 * loaded the page stays with the language before, at the start with English, and says so.
 */
export function keepLanguage({ view, notices }: Pick<Stores, "view" | "notices">, root: HTMLElement): SpokenWords {
  const listeners: ((words: Words) => void)[] = [];
  let words = wordsOf(view.getState().language);
  const take = (language: Language) => {
    words = wordsOf(language);
    root.lang = language;
    for (const listener of listeners) listener(words);
  };

  const begin = async () => {
    const asked = words.language;
    try {
      await speakLanguage(asked);
      take(asked);
    } catch {
      await speakLanguage(LANGUAGES[0]);
      take(LANGUAGES[0]);
      setLanguage(view, LANGUAGES[0]);
      tellSilentLanguage(notices, asked);
    }
  };
  const follow = async (language: Language) => {
    try {
      await speakLanguage(language);
    } catch {
      if (view.getState().language !== language) return;
      tellSilentLanguage(notices, language);
      setLanguage(view, words.language);
      return;
    }
    if (view.getState().language === language) take(language);
  };
  const ready = begin();
  view.subscribe(
    ({ language }) => language,
    (language) => {
      if (language !== words.language) void ready.then(() => follow(language));
    },
  );
  return {
    translate: (key, params) => words.translate(key, params),
    format: delegate(() => words.format),
    ready,
    now: () => words,
    onChange(listener) {
      listeners.push(listener);
    },
    choose(language) {
      keepChoice(language);
      chooseLanguage(view, language);
    },
  };
}

function wordsOf(language: Language): Words {
  return { language, translate: createTranslate(language), format: createFormat(language) };
}

function keepChoice(language: Language): void {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // Where the browser keeps nothing the choice holds as long as the link does.
  }
}

/** A format that is always the one of the moment. */
function delegate(now: () => Format): Format {
  return {
    number: (...given) => now().number(...given),
    plainNumber: (...given) => now().plainNumber(...given),
    percent: (...given) => now().percent(...given),
    distance: (...given) => now().distance(...given),
    date: (...given) => now().date(...given),
    dateRange: (...given) => now().dateRange(...given),
    country: (...given) => now().country(...given),
    either: (...given) => now().either(...given),
  };
}
