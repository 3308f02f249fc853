import { IntlMessageFormat } from "intl-messageformat";
import en from "./messages/en.json" with { type: "json" };

/** A key of the reference catalog. */
export type MessageKey = keyof typeof en;
export type MessageParams = Readonly<Record<string, string | number>>;

/** Gives the words for a key. A missing parameter is a bug and throws. */
export type Translate = (key: MessageKey, params?: MessageParams) => string;

/** Every language has exactly the keys of the reference: more or fewer does not compile. */
const CATALOGS = { en } as const satisfies Record<string, Record<MessageKey, string>>;
export type CatalogLanguage = keyof typeof CATALOGS;

/** Makes a translator that parses each ICU message once, and remembers those that take no parameters. */
export function createTranslate(language: CatalogLanguage): Translate {
  const catalog = CATALOGS[language];
  const parsed = new Map<MessageKey, IntlMessageFormat>();
  const plain = new Map<MessageKey, string>();
  return (key, params) => {
    const known = params === undefined ? plain.get(key) : undefined;
    if (known !== undefined) return known;
    let message = parsed.get(key);
    if (message === undefined) {
      message = new IntlMessageFormat(catalog[key], language, undefined, { ignoreTag: true });
      parsed.set(key, message);
    }
    const words = String(message.format(params));
    if (params === undefined) plain.set(key, words);
    return words;
  };
}

/** Whether a text, put together from a prefix and a code, is a key of the catalog. */
export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(en, key);
}
