/** A cell's text as far as there is room; geometries in cells may be of any length. */
export function cellText(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most)}…` : text;
}
