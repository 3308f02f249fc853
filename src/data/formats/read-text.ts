import { detectEncoding } from "../recognise/encoding.ts";

/** The encoding of a text, a label of the Encoding Standard, and whether the bytes leave no other choice. */
export interface TextEncodingFound {
  readonly encoding: string;
  readonly certain: boolean;
}

const CHUNK = 1 << 22;
const LINE_FEED = 0x0a;

/**
 * Decodes a text that is held whole.
 * @param asked the encoding that the user has chosen; else `null`
 * @param isXml whether a declaration in the text itself may name the encoding
 */
export function readText(
  bytes: Uint8Array,
  asked: string | null,
  isXml: boolean,
): TextEncodingFound & { readonly text: string } {
  const declared = isXml ? declaredEncoding(bytes) : null;
  const found = asked ?? declared;
  const { encoding, certain } = found === null ? detectEncoding(bytes, true) : { encoding: found, certain: true };
  return { text: new TextDecoder(encoding).decode(bytes), encoding, certain };
}

/** The encoding of a text that may be too large to be held: judged by the first part that is more than ASCII. */
export async function findEncoding(blob: Blob): Promise<TextEncodingFound> {
  for (let from = 0; from < blob.size; from += CHUNK) {
    const chunk = new Uint8Array(await blob.slice(from, from + CHUNK).arrayBuffer());
    const isLast = from + CHUNK >= blob.size;
    // From a line's beginning, so that no character is cut.
    const part = from === 0 ? chunk : chunk.subarray(chunk.indexOf(LINE_FEED) + 1);
    const found = detectEncoding(part, isLast);
    if (isLast || found.encoding !== "utf-8" || found.certain || part.some((byte) => byte >= 0x80)) return found;
  }
  return { encoding: "utf-8", certain: true };
}

/** The encoding that the declaration of an XML text names; `null` with a byte order mark, which counts for more. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const beginning = new TextDecoder("windows-1252").decode(bytes.subarray(0, 200));
  const label = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(beginning)?.[1];
  if (label === undefined) return null;
  try {
    const { encoding } = new TextDecoder(label);
    return encoding.startsWith("utf-16") ? null : encoding; // the declaration itself was read as single bytes
  } catch {
    return null;
  }
}
