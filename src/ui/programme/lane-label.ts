/** The name of a lane beside its marks. */
export interface LaneLabel {
  readonly words: string;
  readonly lines: readonly string[];
  readonly isCut: boolean;
}

/**
 * A name on one line, or on two where it is longer; what two lines cannot hold is cut, as the types of other tables may
 * have any name.
 * @param most letters that a line holds
 */
export function laneLabel(words: string, most: number, isOneLine: boolean): LaneLabel {
  if (words.length <= most) return { words, lines: [words], isCut: false };
  const space = isOneLine ? -1 : words.lastIndexOf(" ", most);
  const lines = space <= 0 ? [words] : [words.slice(0, space), words.slice(space + 1)];
  const last = lines.at(-1) ?? "";
  if (last.length <= most) return { words, lines, isCut: false };
  return { words, lines: [...lines.slice(0, -1), `${last.slice(0, Math.floor(most) - 1)}…`], isCut: true };
}
