export type OneByteEncoding = "windows-1250" | "windows-1252" | "iso-8859-2";

/** A language as far as its letters beyond ASCII tell it. */
interface Alphabet {
  /** Lower case. */
  readonly letters: ReadonlySet<string>;
  /** The one-byte encoding that its texts are kept in where several would serve. */
  readonly encoding: "windows-1250" | "windows-1252";
  /** What a word that it explains counts; the languages of the tables count most. */
  readonly weight: number;
  /** A word of these letters that the language does not form; lower case. */
  readonly never: RegExp | null;
}

function alphabet(letters: string, encoding: Alphabet["encoding"], weight: number, never: RegExp | null): Alphabet {
  return { letters: new Set(letters), encoding, weight, never };
}

/** German, Italian, Hungarian, Slovenian, Croatian; French, Czech, Slovak, Polish. */
const ALPHABETS: readonly Alphabet[] = [
  alphabet("äöüßé", "windows-1252", 1, null),
  alphabet("àèéìòùíóú", "windows-1252", 1, /[àèéìòùíóú]\p{L}|[aeiou](?<!cio)è$/u),
  alphabet("áéíóöőúüű", "windows-1250", 1, null),
  alphabet("čšž", "windows-1250", 1, /^č$|[^aeiounrl]č$/u),
  alphabet("čćđšž", "windows-1250", 1, /^č$|[^aeiounrl]č$/u),
  alphabet("àâçéèêëîïôùûœ", "windows-1252", 0.8, /è([aeiouy]|$)/u),
  alphabet("áčďéěíňóřšťúůýž", "windows-1250", 0.8, /^č$|[aeiou]ů|[^aeiouyáéíóúýů]ň$/u),
  alphabet("áäčďéíĺľňóôŕšťúýž", "windows-1250", 0.8, /^č$|ŕ$|[^aeiouyáéíóúý]ň$/u),
  alphabet("ąćęłńóśźż", "windows-1250", 0.8, /^[ąęńó]\p{L}/u),
];

/** Marks that texts and tables hold beyond ASCII. */
const USUAL_MARKS = new Set("„“”‚‘’‹›«»–—…•·§°²³€£©®×±½¼¾µ™\u00a0\u00ad");

/**
 * How well a text reads that was decoded in a one-byte encoding; higher is better. Each word with letters beyond ASCII counts
 * as much as the share of such words that its best language explains; letters and marks out of place, and controls, count against it.
 */
export function scoreOneByteEncoding(text: string, encoding: OneByteEncoding): number {
  const words = (text.match(/[a-z\u0080-\uffff]+/gi) ?? []).filter((word) => /[^\p{ASCII}]/u.test(word));
  const explained = new Float64Array(ALPHABETS.length);
  const explainers: number[][] = [];
  let score = 0;
  for (const word of words) {
    score -= oddities(word);
    const letters = word.toLowerCase().match(/[\p{L}]/gu) ?? [];
    if (letters.every((letter) => letter <= "\u007f")) continue;
    const by = ALPHABETS.flatMap((alphabet, index) => (explains(alphabet, letters) ? [index] : []));
    for (const index of by) explained[index]! += ALPHABETS[index]!.weight;
    explainers.push(by);
  }
  for (const by of explainers) {
    if (by.length === 0) score -= 1;
    else score += Math.max(...by.map((index) => explained[index]!)) / explainers.length;
  }
  return score + preference(explained, encoding);
}

function explains({ letters, never }: Alphabet, word: readonly string[]): boolean {
  return (
    word.every((letter) => letter <= "\u007f" || letters.has(letter)) && (never === null || !never.test(word.join("")))
  );
}

/** Controls, marks that stand inside a word or are of no use, and capitals after small letters. */
function oddities(word: string): number {
  let odd = 0;
  for (const [index, character] of Array.from(word).entries()) {
    if (character >= "\u0080" && character <= "\u009f") odd += 3;
    else if (character > "\u007f" && !/\p{L}/u.test(character)) {
      if (!USUAL_MARKS.has(character)) odd += 1;
      else if (index > 0 && /\p{L}/u.test(word[index - 1] ?? "") && /\p{Ll}/u.test(word[index + 1] ?? "")) odd += 1;
    }
  }
  return /\p{Ll}\p{Lu}/u.test(word) ? odd + 1 : odd;
}

/** Less than any difference in reading; of encodings that read alike it lifts the one in use for the likeliest language. */
function preference(explained: Float64Array, encoding: OneByteEncoding): number {
  if (encoding === "iso-8859-2") return 0;
  const most = Math.max(...explained);
  const likeliest = ALPHABETS.filter((_, index) => explained[index] === most && most > 0);
  const usual = likeliest.length === 0 ? "windows-1252" : likeliest[0]!.encoding;
  return encoding === usual ? 2e-6 : 1e-6;
}
