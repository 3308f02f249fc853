import { IntlMessageFormat } from "intl-messageformat";
import type { Language } from "#domain/language.ts";
import { messageOf, type MessageKey } from "./catalogs.ts";
import { PARSING } from "./parsing.ts";

export type MessageParams = Readonly<Record<string, string | number>>;

/** Gives the words for a key. A missing parameter is a bug and throws. */
export type Translate = (key: MessageKey, params?: MessageParams) => string;

/** Makes a translator that parses each ICU message once, and remembers those that take no parameters. */
export function createTranslate(language: Language): Translate {
  const parsed = new Map<MessageKey, IntlMessageFormat>();
  const plain = new Map<MessageKey, string>();
  return (key, params) => {
    const known = params === undefined ? plain.get(key) : undefined;
    if (known !== undefined) return known;
    let message = parsed.get(key);
    if (message === undefined) {
      const text = messageOf(language, key);
      if (text === undefined) throw new Error(`the messages of the part of ${key} are not loaded`);
      message = new IntlMessageFormat(text, language, undefined, PARSING);
      parsed.set(key, message);
    }
    const words = String(message.format(params));
    if (params === undefined) plain.set(key, words);
    return words;
  };
}
