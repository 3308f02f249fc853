import type { PartData } from "./stored-table.ts";

const START = 0x811c9dc5;
const PRIME = 0x01000193;
const NO_TEXT = 0xffff_ffff;

/**
 * A number that tells whether a part is the one that was written: FNV-1a, taken over words of 32 bits of numbers and over
 * the UTF-16 units of texts; objects count as their JSON.
 */
export function checksumOf(data: PartData): number {
  return Array.isArray(data) ? checksumOfList(data) : checksumOfBytes(data as Exclude<PartData, readonly unknown[]>);
}

function checksumOfBytes(data: ArrayBufferView<ArrayBuffer>): number {
  const words = new Uint32Array(data.buffer, data.byteOffset, data.byteLength >>> 2);
  const rest = new Uint8Array(data.buffer, data.byteOffset + words.byteLength, data.byteLength & 3);
  let sum = START;
  for (const word of words) sum = Math.imul(sum ^ word, PRIME);
  for (const byte of rest) sum = Math.imul(sum ^ byte, PRIME);
  return sum >>> 0;
}

function checksumOfList(list: readonly unknown[]): number {
  let sum = START;
  for (const value of list) {
    if (value === null) {
      sum = Math.imul(sum ^ NO_TEXT, PRIME);
      continue;
    }
    const text = typeof value === "string" ? value : JSON.stringify(value);
    for (let index = 0; index < text.length; index++) sum = Math.imul(sum ^ text.charCodeAt(index), PRIME);
    sum = Math.imul(sum ^ text.length, PRIME);
  }
  return sum >>> 0;
}
