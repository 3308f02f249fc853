/** Labels of the Encoding Standard that a file can be read in. */
export const ENCODINGS = ["utf-8", "utf-16le", "utf-16be", "windows-1250", "windows-1252", "iso-8859-2"] as const;

/** Characters between cells. */
export const DELIMITERS = [",", ";", "\t", "|"] as const;
export const DELIMITER_NAMES = { ",": "comma", ";": "semicolon", "\t": "tab", "|": "pipe" } as const;
