import { foldText } from "#domain/selection/fold-text.ts";

/**
 * Words for the values of a vocabulary: by value a list a language (en, de, hu, sl, hr, it), and one of OpenStreetMap values
 * where it has any; words are parted by ", ". A star stands for what a word may begin or end with: "leerstehend*", "*mühle".
 */
export type WordList = Readonly<Record<string, readonly string[]>>;

export interface WordIndex {
  /** The value of a text, by the whole of it or by the words in it as long as they agree; `null` where nothing tells. */
  lookup(text: string): string | null;
  /** The value whose word is nearly the text, for "did you mean"; `null` where none or several are. */
  nearest(text: string): string | null;
}

/** Longer texts tell of several things. */
const MOST_WORDS = 6;
const LONGEST_TEXT = 80;
/** Letters that inflection adds to a word. */
const LONGEST_ENDING = 5;
/** A shorter word says something only by itself, not among others. */
const SHORTEST_PART = 4;
/** Different texts remembered; a column with more is no vocabulary. */
const MOST_REMEMBERED = 20_000;

/** Words that turn another into its opposite; folded. */
const NEGATIONS = new Set(
  "not no non un ohne nicht kein keine keiner nem nincs nelkul ni ne nije nema brez bez senza ex former formerly ehemalig ehemalige ehemaliger ehemaliges volt egykori nekdanji nekdanja nekdanje bivsi bivsa bivse".split(
    " ",
  ),
);

/** Text in small letters without accents, its words parted by single blanks, without punctuation. */
export function foldWords(text: string): string {
  return foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

export function createWordIndex(list: WordList): WordIndex {
  const whole = new Map<string, string | null>();
  const starts: [string, string][] = [];
  const ends: [string, string][] = [];
  const add = (word: string, value: string): void => {
    const known = whole.get(word);
    whole.set(word, known === undefined || known === value ? value : null);
  };
  for (const [value, languages] of Object.entries(list)) {
    whole.set(foldWords(value), value);
    for (const word of languages.join(", ").split(", ")) {
      const folded = foldWords(word);
      if (folded === "") continue;
      if (word.endsWith("*")) starts.push([folded, value]);
      if (word.startsWith("*")) ends.push([folded, value]);
      add(folded, value);
    }
  }
  for (const value of Object.keys(list)) whole.set(foldWords(value), value);

  const valueOfWord = (word: string): string | null => {
    if (word.length < SHORTEST_PART) return null;
    const exact = whole.get(word);
    if (exact !== undefined) return exact;
    const values = new Set<string>();
    for (const [start, value] of starts) {
      if (word.startsWith(start) && word.length <= start.length + LONGEST_ENDING) values.add(value);
    }
    if (values.size === 0) {
      for (const [end, value] of ends) {
        if (word.endsWith(end) && word.length >= end.length + SHORTEST_PART - 1) values.add(value);
      }
    }
    const [only, ...more] = values;
    return more.length === 0 ? (only ?? null) : null;
  };

  const find = (text: string): string | null => {
    const folded = foldWords(text);
    const exact = whole.get(folded);
    if (exact !== undefined) return exact;
    const words = folded.split(" ");
    if (words.length > MOST_WORDS || words.some((word) => NEGATIONS.has(word))) return null;
    const values = new Set<string>();
    for (let from = 0; from < words.length; from++) {
      for (let to = words.length; to > from; to--) {
        const phrase = words.slice(from, to).join(" ");
        const value = to - from > 1 ? (whole.get(phrase) ?? null) : valueOfWord(phrase);
        if (value === null) continue;
        values.add(value);
        from = to - 1;
        break;
      }
    }
    const [only, ...more] = values;
    return more.length === 0 ? (only ?? null) : null;
  };

  let spellings: readonly Spelling[] | null = null;
  const remembered = new Map<string, string | null>();
  return {
    lookup(text) {
      if (text.length > LONGEST_TEXT) return null;
      const known = remembered.get(text);
      if (known !== undefined) return known;
      const value = find(text);
      if (remembered.size < MOST_REMEMBERED) remembered.set(text, value);
      return value;
    },
    nearest(text) {
      const word = foldWords(text.slice(0, LONGEST_TEXT));
      if (word.length < 3) return null;
      const most = word.length < 6 ? 1 : 2;
      const letters = letterSet(word);
      let least = most + 1;
      let values = new Set<string>();
      for (const known of (spellings ??= listSpellings(whole))) {
        if (Math.abs(known.word.length - word.length) > most || countBits(known.letters ^ letters) > 2 * most) continue;
        const distance = editDistance(known.word, word);
        if (distance > least || distance > most) continue;
        if (distance < least) values = new Set();
        least = distance;
        values.add(known.value);
      }
      const [only, ...more] = values;
      return more.length === 0 ? (only ?? null) : null;
    },
  };
}

/** A word with the letters in it, which rule out most words before any is compared letter by letter. */
interface Spelling {
  readonly word: string;
  readonly value: string;
  readonly letters: number;
}

function listSpellings(words: ReadonlyMap<string, string | null>): Spelling[] {
  return [...words].flatMap(([word, value]) => (value === null ? [] : [{ word, value, letters: letterSet(word) }]));
}

/** Bit n: the text has the letter n of the alphabet; others share bits. */
function letterSet(text: string): number {
  let bits = 0;
  for (let at = 0; at < text.length; at++) bits |= 1 << (text.charCodeAt(at) & 31);
  return bits;
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** Letters to put in, leave out, change or swap with their neighbour. */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      let cost = Math.min(last[j - 1]! + (isSame ? 0 : 1), last[j]! + 1, row[j - 1]! + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, beforeLast[j - 2]! + 1);
      }
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
}
