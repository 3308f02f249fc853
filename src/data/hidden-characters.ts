/**
 * Controls, signs without width, and those that turn the direction of what follows: nothing that is read needs them, and a
 * name may pass for another by them. Line ends, tabs and joiners of letters are none of them.
 */
const HIDDEN =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u200B\u200E\u200F\u2060\u202A-\u202E\u2066-\u2069\uFEFF]/g;

/** The text without what is not seen in it. */
export function withoutHidden(text: string): string {
  return text.replace(HIDDEN, "");
}
