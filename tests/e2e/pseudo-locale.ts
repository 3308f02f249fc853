import { readdir } from "node:fs/promises";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "@playwright/test";

const ASSETS = resolve(import.meta.dirname, "../../dist/assets");
/** The chunks of the English catalog, as the build names them. */
const CHUNK = /^en(\.(rooms|issues))?-[\w-]{8}\.js$/;

/** A node of a parsed ICU message, as the build writes it: words, or ways to say them. */
interface MessageNode {
  readonly type: number;
  readonly value?: unknown;
  readonly options?: Readonly<Record<string, { readonly value: readonly MessageNode[] }>>;
}
type Catalog = Readonly<Record<string, readonly MessageNode[]>>;

/** Words of a message alone; all other types are what is filled in. */
const LITERAL = 0;
/** How much longer a word becomes, as a share of its letters. */
const LONGER = 0.4;

export type Lengthen = (words: string) => string;

/**
 * Serves the English of the built page in a locale that nobody speaks: every word changed, between brackets, so that text
 * which is in no catalog and text which has no room are seen.
 */
export async function servePseudoLocale(page: Page, lengthen: Lengthen = longer): Promise<void> {
  const chunks = (await readdir(ASSETS)).filter((name) => CHUNK.test(name));
  if (chunks.length !== 3) throw new Error(`expected three chunks of messages, found ${chunks.join(", ")}`);
  for (const name of chunks) {
    const { default: catalog } = (await import(pathToFileURL(resolve(ASSETS, name)).href)) as { default: Catalog };
    const changed = Object.fromEntries(Object.entries(catalog).map(([key, nodes]) => [key, change(nodes, lengthen)]));
    const body = `export default ${JSON.stringify(changed)}`;
    await page.route(`**/assets/${name}`, (route) => route.fulfill({ contentType: "text/javascript", body }));
  }
}

function change(nodes: readonly MessageNode[], lengthen: Lengthen): readonly MessageNode[] {
  return nodes.map((node) => {
    if (node.type === LITERAL) return { ...node, value: bracketed(String(node.value), lengthen) };
    if (node.options === undefined) return node;
    const options = Object.entries(node.options).map(
      ([key, option]) => [key, { ...option, value: change(option.value, lengthen) }] as const,
    );
    return { ...node, options: Object.fromEntries(options) };
  });
}

/** Spaces and marks at the ends stay outside, as code looks for them. */
function bracketed(text: string, lengthen: Lengthen): string {
  const [, before = "", words = "", after = ""] = /^([^\p{L}]*)(.*\p{L})?([^\p{L}]*)$/su.exec(text) ?? [];
  return words === "" ? text : `${before}[${lengthen(words)}]${after}`;
}

/** As German or Hungarian are at their longest: every word longer by two fifths, with marks above and below. */
export function longer(words: string): string {
  return words.replace(/\p{L}+/gu, (word) => {
    const letters = Array.from(word);
    let missing = Math.ceil(letters.length * LONGER);
    const stretched = letters.flatMap((letter) => {
      const isStretched = missing > 0 && /[aeiou]/.test(letter);
      if (isStretched) missing--;
      return isStretched ? [letter, letter] : [letter];
    });
    return [...stretched, ...Array.from("eiaeiaeiaeia").slice(0, missing)]
      .map((letter) => ACCENTED[letter] ?? letter)
      .join("");
  });
}

const ACCENTED: Readonly<Record<string, string>> = {
  ...{ A: "Á", C: "Č", D: "Ď", E: "Ě", I: "Í", L: "Ł", N: "Ň", O: "Ő", R: "Ř", S: "Š", T: "Ť", U: "Ű", Y: "Ý", Z: "Ž" },
  ...{ a: "á", c: "č", d: "ď", e: "é", g: "ğ", i: "í", l: "ł", n: "ň", o: "ő", r: "ř", s: "š", t: "ť", u: "ű", z: "ž" },
};

const LONGEST = "Industriedenkmalwiederverwendungsvorhabe";

/** As {@link longer}, and the longest word of what has at least two words is one of forty letters. */
export function withLongWord(words: string): string {
  const all = words.match(/\p{L}+/gu) ?? [];
  const [longest = ""] = [...all].sort((a, b) => b.length - a.length);
  const lengthened = longer(words);
  return all.length < 2 || longest.length < 5 ? lengthened : lengthened.replace(longer(longest), LONGEST);
}
