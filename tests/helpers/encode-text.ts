import type { EncodingLabel } from "#data/recognise/encoding.ts";

const tables = new Map<string, ReadonlyMap<string, number>>();

/** The bytes of a text without a byte order mark; `null` where the encoding lacks one of its characters. */
export function encodeText(text: string, encoding: EncodingLabel): Uint8Array<ArrayBuffer> | null {
  if (encoding === "utf-8") return new TextEncoder().encode(text);
  if (encoding === "utf-16le" || encoding === "utf-16be") {
    const view = new DataView(new ArrayBuffer(2 * text.length));
    for (let at = 0; at < text.length; at++) view.setUint16(2 * at, text.charCodeAt(at), encoding === "utf-16le");
    return new Uint8Array(view.buffer);
  }
  const table = tables.get(encoding) ?? byteTable(encoding);
  tables.set(encoding, table);
  const bytes = Array.from(text, (character) => table.get(character) ?? -1);
  return bytes.includes(-1) ? null : Uint8Array.from(bytes);
}

function byteTable(encoding: string): ReadonlyMap<string, number> {
  const decoder = new TextDecoder(encoding);
  return new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
}
