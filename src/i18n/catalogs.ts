import type { Language } from "#domain/language.ts";
import type cli from "./messages/en.cli.json";
import type issues from "./messages/en.issues.json";
import type page from "./messages/en.json";
import type rooms from "./messages/en.rooms.json";

/**
 * The parts of a catalog, each loaded when it is first wanted: what is on the page at once, what the rooms that are loaded
 * on demand say, and what is said of issues, which the worker of an import needs alone.
 */
interface Parts {
  readonly page: typeof page;
  readonly rooms: typeof rooms;
  readonly issues: typeof issues;
}
export type MessagePart = keyof Parts;

/** A key of the reference catalog. Those of the command line stand in English alone. */
export type MessageKey = keyof typeof page | keyof typeof rooms | keyof typeof issues | keyof typeof cli;
/** Of each of some keys its message in ICU syntax; in the built page parsed already (vite.config.ts). */
type Messages = Readonly<Partial<Record<MessageKey, string>>>;

/** Every language has the keys of the reference: a missing one does not compile. */
const LOADERS: {
  readonly [P in MessagePart]: Readonly<
    Record<Language, () => Promise<{ readonly default: Readonly<Record<keyof Parts[P], string>> }>>
  >;
} = {
  page: {
    en: () => import("./messages/en.json", { with: { type: "json" } }),
    de: () => import("./messages/de.json", { with: { type: "json" } }),
    hu: () => import("./messages/hu.json", { with: { type: "json" } }),
    sl: () => import("./messages/sl.json", { with: { type: "json" } }),
    it: () => import("./messages/it.json", { with: { type: "json" } }),
    hr: () => import("./messages/hr.json", { with: { type: "json" } }),
  },
  rooms: {
    en: () => import("./messages/en.rooms.json", { with: { type: "json" } }),
    de: () => import("./messages/de.rooms.json", { with: { type: "json" } }),
    hu: () => import("./messages/hu.rooms.json", { with: { type: "json" } }),
    sl: () => import("./messages/sl.rooms.json", { with: { type: "json" } }),
    it: () => import("./messages/it.rooms.json", { with: { type: "json" } }),
    hr: () => import("./messages/hr.rooms.json", { with: { type: "json" } }),
  },
  issues: {
    en: () => import("./messages/en.issues.json", { with: { type: "json" } }),
    de: () => import("./messages/de.issues.json", { with: { type: "json" } }),
    hu: () => import("./messages/hu.issues.json", { with: { type: "json" } }),
    sl: () => import("./messages/sl.issues.json", { with: { type: "json" } }),
    it: () => import("./messages/it.issues.json", { with: { type: "json" } }),
    hr: () => import("./messages/hr.issues.json", { with: { type: "json" } }),
  },
};

const loaded = new Map<Language, Messages>();
const loading = new Map<string, Promise<void>>();
/** Parts that the page has come to need, whatever its language. */
const wanted = new Set<MessagePart>(["page"]);
let spoken: Language = "en";

/** Takes in messages of a language beside those that it has. */
export function addMessages(language: Language, messages: Messages): void {
  loaded.set(language, { ...loaded.get(language), ...messages });
}

/** Loads a part of a catalog, once. Rejects where it cannot be loaded, and may then be asked again. */
export function loadMessages(language: Language, part: MessagePart): Promise<void> {
  const name = `${language} ${part}`;
  const known = loading.get(name);
  if (known !== undefined) return known;
  const load = LOADERS[part][language]().then(
    (catalog) => {
      addMessages(language, catalog.default);
    },
    (error: unknown) => {
      loading.delete(name);
      throw error;
    },
  );
  loading.set(name, load);
  return load;
}

/** Loads a part in the language that the page speaks, and in every language that it comes to speak. */
export async function wantMessages(...parts: readonly MessagePart[]): Promise<void> {
  for (const part of parts) wanted.add(part);
  const language = spoken;
  await Promise.all(parts.map((part) => loadMessages(language, part)));
  // The language may have been changed meanwhile.
  if (language !== spoken) await wantMessages(...parts);
}

/** Makes a language the page's, once all that the page needs of it is there. Rejects, and changes nothing, where it is not. */
export async function speakLanguage(language: Language): Promise<void> {
  const parts = [...wanted];
  await Promise.all(parts.map((part) => loadMessages(language, part)));
  if (parts.length < wanted.size) {
    await speakLanguage(language);
    return;
  }
  spoken = language;
}

/** A message as its catalog has it; `undefined` for what is in no part that is loaded. */
export function messageOf(language: Language, key: MessageKey): string | undefined {
  return loaded.get(language)?.[key];
}

/** Whether a text, put together from a prefix and a code, is a key of what is loaded. */
export function isMessageKey(key: string): key is MessageKey {
  for (const messages of loaded.values()) if (Object.hasOwn(messages, key)) return true;
  return false;
}
