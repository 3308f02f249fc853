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
  alphabet("ąćęłńóśźż", "windows-1250", 0.8, /^[ąęńó]\p{L}|^[cdk]?mł$/u),
];

/** Letters that stand by themselves; other single ones are misread marks, such as "£", "¼" or "³". */
const SINGLE_LETTERS = /^[àáèéìíòóù]$/u;

/**
 * How well a text reads that was decoded in a one-byte encoding; higher is better. Each word with letters beyond ASCII counts
 * as much as the share of such words that its best language explains, and against it where none does.
 */
export function scoreOneByteEncoding(text: string, encoding: OneByteEncoding): number {
  const words = (text.match(/[a-z\u0080-\uffff]+/gi) ?? []).filter((word) => /[^\p{ASCII}]/u.test(word));
  const explained = new Float64Array(ALPHABETS.length);
  const explainers: number[][] = [];
  let score = 0;
  for (const word of words) {
    const letters = word.toLowerCase().match(/[\p{L}]/gu) ?? [];
    if (letters.every((letter) => letter <= "\u007f")) continue;
    if (letters.length === 1 && !SINGLE_LETTERS.test(letters.join(""))) continue;
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

/** Less than any difference in reading; of encodings that read alike it lifts the one in use for the likeliest language. */
function preference(explained: Float64Array, encoding: OneByteEncoding): number {
  if (encoding === "iso-8859-2") return 0;
  const most = Math.max(...explained);
  const likeliest = ALPHABETS.filter((_, index) => explained[index] === most && most > 0);
  const usual = likeliest.length === 0 ? "windows-1252" : likeliest[0]!.encoding;
  return encoding === usual ? 2e-6 : 1e-6;
}
