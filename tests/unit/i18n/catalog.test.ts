import { existsSync, readFileSync } from "node:fs";
import { parse, TYPE, type MessageFormatElement } from "@formatjs/icu-messageformat-parser";
import { describe, expect, it } from "vitest";
import { LANGUAGES, type Language } from "#domain/language.ts";
import { PARSING } from "#i18n/parsing.ts";
import { SAME_AS_ENGLISH } from "../../fixtures/i18n/same-as-english.ts";

const PARTS = ["", ".rooms", ".issues"] as const;
type Catalog = Readonly<Record<string, string>>;

function readCatalog(language: Language, part: (typeof PARTS)[number] | ".cli"): Catalog {
  const file = new URL(`../../../src/i18n/messages/${language}${part}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, "utf8")) as Catalog;
}

const wholeOf = (language: Language): Catalog =>
  Object.assign({}, ...PARTS.map((part) => readCatalog(language, part))) as Catalog;
const english = wholeOf("en");
const [, ...TRANSLATED] = LANGUAGES;

/** Of an argument: how it is used, and the options that a select knows. */
interface Use {
  readonly kinds: Set<string>;
  readonly options: Set<string>;
  readonly plurals: string[][];
}

function usesOf(elements: readonly MessageFormatElement[], uses = new Map<string, Use>()): Map<string, Use> {
  for (const element of elements) {
    if (element.type === TYPE.literal || element.type === TYPE.pound || element.type === TYPE.tag) continue;
    const use = uses.get(element.value) ?? { kinds: new Set(), options: new Set(), plurals: [] };
    uses.set(element.value, use);
    use.kinds.add(TYPE[element.type]);
    if (element.type !== TYPE.select && element.type !== TYPE.plural) continue;
    const options = Object.keys(element.options);
    if (element.type === TYPE.select) for (const option of options) use.options.add(option);
    else use.plurals.push(options);
    for (const option of Object.values(element.options)) usesOf(option.value, uses);
  }
  return uses;
}

/** What is wrong with a message, beside the one that it translates. */
function faultsOf(language: Language, key: string, text: string): readonly string[] {
  const own = english[key] ?? text;
  const expected = usesOf(parse(own, PARSING));
  const found = usesOf(parse(text, PARSING));
  const faults: string[] = [];
  const say = (fault: string) => faults.push(`${key}: ${fault}`);
  for (const name of expected.keys()) if (!found.has(name)) say(`lacks {${name}}`);
  for (const [name, use] of found) {
    const known = expected.get(name);
    if (known === undefined) {
      say(`has {${name}}, which nothing gives`);
      continue;
    }
    for (const kind of use.kinds) {
      const isGiven = kind === "argument" || known.kinds.has(kind) || (kind === "plural" && known.kinds.has("number"));
      if (!isGiven) say(`takes {${name}} for a ${kind}`);
    }
    for (const option of use.options) if (!known.options.has(option)) say(`{${name}} is never ${option}`);
    for (const option of use.options.size > 0 ? known.options : []) {
      if (!use.options.has(option)) say(`{${name}} may be ${option}`);
    }
    for (const options of use.plurals) {
      const lacking = pluralsOf(language).filter((category) => !options.includes(category));
      // One form for all numbers is a choice, as where the noun does not follow them.
      if (lacking.length > 0 && options.some((option) => option !== "other" && !option.startsWith("=")))
        say(`{${name}} lacks ${lacking.join(", ")}`);
    }
  }
  if (/^\s|\s$/.test(text) !== /^\s|\s$/.test(own)) say("differs in blanks at its ends");
  if (/["']/.test(text.replace(/\{[^}]*\}/g, "")) && !/["']/.test(own)) say("has straight quotes");
  return faults;
}

/** Of Italian without "many", which is that of millions and reads as "other" here. */
function pluralsOf(language: Language): readonly string[] {
  const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
  return pluralCategories.filter((category) => !(category === "many" && language === "it"));
}

/** Whether there is a word to translate: beside parameters, signs and the name of the page. */
function hasWords(text: string): boolean {
  return /\p{L}{2}/u.test(text.replace("REFREsh Atlas", "").replace(/\{[^{}]*\}/g, ""));
}

describe("the English catalog", () => {
  it("holds no key in two of its parts", () => {
    const keys = [...PARTS, ".cli" as const].flatMap((part) => Object.keys(readCatalog("en", part)));
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });

  it("holds all that is said of issues in the part of issues, which is all that a worker has", () => {
    const ofIssues = /^(issue|repair|issue-name|issue-place)\./;
    expect(Object.keys(readCatalog("en", ".issues")).filter((key) => !ofIssues.test(key))).toEqual([]);
    const others = { ...readCatalog("en", ""), ...readCatalog("en", ".rooms") };
    expect(Object.keys(others).filter((key) => ofIssues.test(key))).toEqual([]);
  });

  it("holds only messages that can be parsed, with all plurals", () => {
    const all = { ...english, ...readCatalog("en", ".cli") };
    expect(Object.entries(all).flatMap(([key, text]) => faultsOf("en", key, text))).toEqual([]);
  });
});

describe.each(TRANSLATED)("the catalog in %s", (language) => {
  it.each(PARTS)("has in part “%s” the keys of the reference, none missing, none superfluous", (part) => {
    expect(Object.keys(readCatalog(language, part))).toEqual(Object.keys(readCatalog("en", part)));
  });

  it("takes the parameters that are given, with all plurals of the language", () => {
    expect(Object.entries(wholeOf(language)).flatMap(([key, text]) => faultsOf(language, key, text))).toEqual([]);
  });

  it("leaves nothing in English but words that are the same", () => {
    const texts = wholeOf(language);
    const same = Object.keys(texts).filter((key) => texts[key] === english[key] && hasWords(texts[key] ?? ""));
    expect(same.filter((key) => !SAME_AS_ENGLISH.all.has(key) && !SAME_AS_ENGLISH[language].has(key))).toEqual([]);
  });

  it("has its column in the glossary", () => {
    const glossary = new URL("../../../src/i18n/GLOSSARY.md", import.meta.url);
    expect(existsSync(glossary)).toBe(true);
    expect(readFileSync(glossary, "utf8")).toContain(
      `## ${new Intl.DisplayNames("en", { type: "language" }).of(language) ?? ""}`,
    );
  });
});

it("no key is declared the same as in English that is not", () => {
  const declared = TRANSLATED.flatMap((language) => {
    const texts = wholeOf(language);
    return [...SAME_AS_ENGLISH[language]].filter((key) => texts[key] !== english[key]);
  });
  expect(declared).toEqual([]);
});
