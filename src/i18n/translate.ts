import { IntlMessageFormat } from "intl-messageformat";
import en from "./messages/en.json" with { type: "json" };
import type enIssues from "./messages/en.issues.json";
import type enRooms from "./messages/en.rooms.json";
import { PARSING } from "./parsing.ts";

/** A key of the reference catalog, of its first part or of those that are loaded on demand. */
export type MessageKey = keyof typeof en | LaterKey;
type LaterKey = keyof typeof enRooms | keyof typeof enIssues;
export type MessageParams = Readonly<Record<string, string | number>>;

/** Gives the words for a key. A missing parameter is a bug and throws. */
export type Translate = (key: MessageKey, params?: MessageParams) => string;

/** Every language has exactly the keys of the reference: more or fewer does not compile. */
const CATALOGS = { en } as const satisfies Record<string, Record<Exclude<MessageKey, LaterKey>, string>>;
export type CatalogLanguage = keyof typeof CATALOGS;

/** What `room-messages.ts` and `issue-messages.ts` have brought. */
const LATER_CATALOGS: Partial<Record<CatalogLanguage, Readonly<Partial<Record<LaterKey, string>>>>> = {};

/** Takes in the messages of the rooms that are loaded on demand. */
export function addRoomMessages(
  language: CatalogLanguage,
  messages: Readonly<Record<keyof typeof enRooms, string>>,
): void {
  LATER_CATALOGS[language] = { ...LATER_CATALOGS[language], ...messages };
}

/** Takes in the messages of issues, which a worker needs without those of the rooms. */
export function addIssueMessages(
  language: CatalogLanguage,
  messages: Readonly<Record<keyof typeof enIssues, string>>,
): void {
  LATER_CATALOGS[language] = { ...LATER_CATALOGS[language], ...messages };
}

/** Makes a translator that parses each ICU message once, and remembers those that take no parameters. */
export function createTranslate(language: CatalogLanguage): Translate {
  /** In ICU syntax; in the built page parsed already (vite.config.ts). */
  const wordsOf = (key: MessageKey): string => {
    const words =
      key in CATALOGS[language]
        ? CATALOGS[language][key as keyof typeof en]
        : LATER_CATALOGS[language]?.[key as LaterKey];
    if (words === undefined) throw new Error(`the messages of the part of ${key} are not loaded`);
    return words;
  };
  const parsed = new Map<MessageKey, IntlMessageFormat>();
  const plain = new Map<MessageKey, string>();
  return (key, params) => {
    const known = params === undefined ? plain.get(key) : undefined;
    if (known !== undefined) return known;
    let message = parsed.get(key);
    if (message === undefined) {
      message = new IntlMessageFormat(wordsOf(key), language, undefined, PARSING);
      parsed.set(key, message);
    }
    const words = String(message.format(params));
    if (params === undefined) plain.set(key, words);
    return words;
  };
}

/** Whether a text, put together from a prefix and a code, is a key of the catalog. */
export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(en, key) || Object.hasOwn(LATER_CATALOGS.en ?? {}, key);
}
