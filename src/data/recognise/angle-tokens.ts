/** What an angle is written with. `unit`: 0 degrees, 1 minutes, 2 seconds. */
export type AngleToken =
  | { readonly kind: "number"; readonly value: number; readonly isWhole: boolean; readonly isNegative: boolean }
  | { readonly kind: "unit"; readonly unit: 0 | 1 | 2 }
  | { readonly kind: "letter"; readonly letter: string }
  | { readonly kind: "separator" };

const LONGEST_ANGLES = 120;

/** Marks of degrees, among them some that only look like it, and what a broken encoding leaves of one. */
const DEGREE_MARKS = new Set("°º˚∘⁰*?\ufffd");
const MINUTE_MARKS = new Set("'′’‘´`ʹʼ");
const SECOND_MARKS = new Set('"″”“„ʺ');
const UNIT_WORDS: Readonly<Record<string, 0 | 1 | 2>> = {
  deg: 0,
  d: 0,
  grad: 0,
  fok: 0,
  min: 1,
  perc: 1,
  m: 1,
  sec: 2,
  sek: 2,
  s: 2,
  mp: 2,
};
/** Words beside a hemisphere that say nothing more: "n. Br.", "ö. L.". */
const FILLER_WORDS = new Set(["br", "breite", "l", "lange", "länge"]);

/** Takes the text of one or two angles apart; `null` where something in it belongs to none. */
export function tokeniseAngles(text: string): AngleToken[] | null {
  if (text.length > LONGEST_ANGLES) return null;
  const source = repairMarks(text);
  const tokens: AngleToken[] = [];
  let at = 0;
  while (at < source.length) {
    const character = source.charAt(at);
    const numeral = /^[-+\u2212]?\d+(?:[.,]\d+)?/.exec(source.slice(at, at + 32))?.[0];
    if (numeral !== undefined) {
      const isJoined = at > 0 && /\d/.test(source.charAt(at - 1));
      const isSigned = !isJoined && /^[-\u2212]/.test(numeral);
      const digits = numeral.replace(/^[-+\u2212]/, "").replace(",", ".");
      const isWhole = !digits.includes(".");
      tokens.push({ kind: "number", value: Number(digits), isWhole, isNegative: isSigned });
      at += numeral.length;
    } else if (/[\s:()[\]]/.test(character) || (character === "." && at > 0 && /\p{L}/u.test(source.charAt(at - 1)))) {
      at++;
    } else if (/[,;|/]/.test(character)) {
      tokens.push({ kind: "separator" });
      at++;
    } else if (DEGREE_MARKS.has(character)) {
      tokens.push({ kind: "unit", unit: 0 });
      at++;
    } else if (MINUTE_MARKS.has(character)) {
      const isDouble = MINUTE_MARKS.has(source.charAt(at + 1));
      tokens.push({ kind: "unit", unit: isDouble ? 2 : 1 });
      at += isDouble ? 2 : 1;
    } else if (SECOND_MARKS.has(character)) {
      tokens.push({ kind: "unit", unit: 2 });
      at++;
    } else {
      const word = /^\p{L}+/u.exec(source.slice(at, at + 16))?.[0];
      if (word === undefined || isBrokenExponent(word, source.charAt(at - 1))) return null;
      const next = wordToken(word, source.charAt(at + word.length), tokens.at(-1));
      if (next !== null) tokens.push(next);
      at += word.length;
    }
  }
  return tokens;
}

/** "1e" is no longitude in the east. */
function isBrokenExponent(word: string, before: string): boolean {
  return word === "e" && /\d/.test(before);
}

/** UTF-8 read in a one-byte encoding: "Â°", "â€²", "â€³". */
function repairMarks(text: string): string {
  if (!/[Ââ]/.test(text)) return text;
  return text
    .replace(/Â(?=[°º´])/g, "")
    .replace(/â€[²™]/g, "′")
    .replace(/â€[³\u009d]/g, "″");
}

/** A short unit in small letters stands between numbers ("37d36m37s"); elsewhere the letter is a hemisphere. */
function wordToken(word: string, next: string, before: AngleToken | undefined): AngleToken | null {
  const folded = word.toLowerCase();
  if (FILLER_WORDS.has(folded)) return null;
  const unit = UNIT_WORDS[folded];
  const isUnit = unit !== undefined && (word.length > 1 || (word === folded && /[\d.,]/.test(next)));
  if (isUnit && before?.kind === "number") return { kind: "unit", unit };
  return { kind: "letter", letter: folded };
}
