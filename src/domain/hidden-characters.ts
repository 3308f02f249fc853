/**
 * Controls, signs without width, and those that turn the direction of what follows: nothing that is read needs them, and a
 * name may pass for another by them. Line ends, tabs and joiners of letters are none of them, nor the further controls of a
 * text that was read in a wrong encoding, see {@link isMisread}.
 */
const HIDDEN =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u061C\u200B\u200E\u200F\u2060\u202A-\u202E\u2066-\u2069\uFEFF]/g;

/** The text without what is not seen in it. */
export function withoutHidden(text: string): string {
  return text.replace(HIDDEN, "");
}

/** Whether a text holds controls that no text is written with: they stand for letters of another encoding. */
export function isMisread(text: string): boolean {
  return /[\u0080-\u009F]/.test(text);
}
