import { parse, TYPE, type MessageFormatElement } from "@formatjs/icu-messageformat-parser";
import { beforeAll, describe, expect, it } from "vitest";
import { LANGUAGES } from "#domain/language.ts";
import { loadMessages, messageOf, type MessageKey } from "#i18n/catalogs.ts";
import en from "#i18n/messages/en.json" with { type: "json" };
import issues from "#i18n/messages/en.issues.json" with { type: "json" };
import rooms from "#i18n/messages/en.rooms.json" with { type: "json" };
import { PARSING } from "#i18n/parsing.ts";
import { createTranslate, type MessageParams } from "#i18n/translate.ts";

const KEYS = Object.keys({ ...en, ...rooms, ...issues }) as MessageKey[];
/** They meet every plural of the six languages, of whole and of broken numbers. */
const NUMBERS = [0, 1, 2, 3, 5, 11, 21, 101, 102, 1234, 1.5];

/** The sign itself is named; of two that are both told neither is 0. */
const isNoFault = (key: MessageKey, { both, sites, actors }: MessageParams) =>
  key.startsWith("delimiter.") || (both === "yes" && (sites === 0 || actors === 0));

/** Of each argument what can be given for it: an option of a select, else a number. */
function valuesOf(elements: readonly MessageFormatElement[], values = new Map<string, Set<string>>()) {
  for (const element of elements) {
    if (element.type === TYPE.literal || element.type === TYPE.pound || element.type === TYPE.tag) continue;
    const known = values.get(element.value) ?? new Set<string>();
    values.set(element.value, known);
    if (element.type === TYPE.select) for (const option of Object.keys(element.options)) known.add(option);
    if (element.type !== TYPE.select && element.type !== TYPE.plural) continue;
    for (const option of Object.values(element.options)) valuesOf(option.value, values);
  }
  return values;
}

/** Calls with every number, and with every option of each select beside the first of the others. */
function* samples(text: string): Generator<MessageParams> {
  const values = valuesOf(parse(text, PARSING));
  const plain = (number: number): MessageParams =>
    Object.fromEntries([...values].map(([name, options]) => [name, [...options][0] ?? number]));
  for (const number of values.size === 0 ? [0] : NUMBERS) yield plain(number);
  for (const [name, options] of values) for (const option of options) yield { ...plain(2), [name]: option };
}

describe.each(LANGUAGES)("every message in %s", (language) => {
  beforeAll(async () => {
    await Promise.all((["page", "rooms", "issues"] as const).map((part) => loadMessages(language, part)));
  });

  it("says something with whatever is given for its parameters", () => {
    const translate = createTranslate(language);
    const faults: string[] = [];
    for (const key of KEYS) {
      for (const params of samples(messageOf(language, key) ?? "")) {
        const said = translate(key, params);
        if (/\{\w+\}|NaN|\s{2}|\s[.;](?:\s|$)/.test(said) && !isNoFault(key, params))
          faults.push(`${key} ${JSON.stringify(params)}: ${said}`);
      }
    }
    expect(faults).toEqual([]);
  });
});
