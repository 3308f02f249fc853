import { scoreOneByteEncoding } from "./one-byte-encoding.ts";

/** The encodings that are recognised and offered, as labels of the Encoding Standard. */
export const ENCODINGS = ["utf-8", "utf-16le", "utf-16be", "windows-1250", "windows-1252", "iso-8859-2"] as const;
export type EncodingLabel = (typeof ENCODINGS)[number];

/** Bytes of which one-byte encodings are judged, and in which the zeros of UTF-16 are counted. */
const ONE_BYTE_SAMPLE = 1 << 18;
const UTF16_SAMPLE = 1 << 12;

/**
 * The encoding of a text by its bytes. Where several one-byte encodings give the same text, the one in use for the language
 * that the text seems to be in; without any sign of it windows-1252.
 * @param isWhole whether the text ends with these bytes; else a character may be cut at their end
 * @returns `certain`: a byte order mark, valid UTF-8 beyond ASCII, or nothing but ASCII to the end of the text
 */
export function detectEncoding(bytes: Uint8Array, isWhole: boolean): { encoding: EncodingLabel; certain: boolean } {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: "utf-8", certain: true };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: "utf-16le", certain: true };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: "utf-16be", certain: true };
  const utf16 = utf16ByZeros(bytes);
  if (utf16 !== null) return { encoding: utf16, certain: false };
  if (isUtf8(bytes, isWhole)) return { encoding: "utf-8", certain: isWhole || bytes.some((byte) => byte >= 0x80) };
  return { encoding: bestOneByteEncoding(bytes), certain: false };
}

/** Latin letters, digits and marks have a zero byte: the second of each two in utf-16le, the first in utf-16be. */
function utf16ByZeros(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const pairs = Math.min(bytes.length, UTF16_SAMPLE) >> 1;
  let first = 0;
  let second = 0;
  for (let pair = 0; pair < pairs; pair++) {
    if (bytes[2 * pair] === 0) first++;
    if (bytes[2 * pair + 1] === 0) second++;
  }
  if (second > pairs * 0.4 && first < pairs * 0.1) return "utf-16le";
  if (first > pairs * 0.4 && second < pairs * 0.1) return "utf-16be";
  return null;
}

function isUtf8(bytes: Uint8Array, isWhole: boolean): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: !isWhole });
    return true;
  } catch {
    return false;
  }
}

function bestOneByteEncoding(bytes: Uint8Array): EncodingLabel {
  const sample = bytes.subarray(0, ONE_BYTE_SAMPLE);
  let best: EncodingLabel = "windows-1252";
  let highest = -Infinity;
  for (const encoding of ["windows-1252", "windows-1250", "iso-8859-2"] as const) {
    const score = scoreOneByteEncoding(new TextDecoder(encoding).decode(sample), encoding);
    if (score > highest) [best, highest] = [encoding, score];
  }
  return best;
}
