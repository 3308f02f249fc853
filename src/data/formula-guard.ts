/** Beginnings that a spreadsheet takes for a formula, after any apostrophes; full-width signs are taken so by some. */
export const FORMULA_START = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** Takes off one apostrophe that guards a text against being taken for a formula; any other text stays. */
export function withoutGuard(text: string): string {
  return text.startsWith("'") && FORMULA_START.test(text) ? text.slice(1) : text;
}
