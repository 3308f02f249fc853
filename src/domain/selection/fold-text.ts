const UNDECOMPOSED: Readonly<Record<string, string>> = {
  đ: "d",
  ł: "l",
  ø: "o",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ı: "i",
  þ: "th",
  ð: "d",
};

/** Words of ASCII with single blanks between them: nothing but the case to fold. */
const PLAIN = /^(?:[!-~]+(?: [!-~]+)*)?$/;

/** Lower case without accents, one blank between words: "Komló" and "KOMLO" give the same. */
export function foldText(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[đłøßæœıþð]/g, (letter) => UNDECOMPOSED[letter] ?? letter)
    .replace(/\s+/g, " ")
    .trim();
}
