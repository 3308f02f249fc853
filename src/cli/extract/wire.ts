import type { PbfReader } from "pbf";

/** The wire type of texts, messages and lists. */
export const LENGTH_DELIMITED = 2;

/** A message of protocol buffers that contradicts itself. */
export class WireError extends Error {}

/**
 * Walks through the fields of a message up to `end`; what `read` does not take is passed over.
 * @throws WireError where a field does not end within the message
 */
export function readMessage(pbf: PbfReader, end: number, read: (field: number) => void): void {
  for (let field = pbf.nextField(end); field !== 0; field = pbf.nextField(end)) read(field);
  if (pbf.pos !== end) throw new WireError("a part does not end where it should");
}

/** Where the message, text or list that comes next ends; `limit` is the end of what it stands in. */
export function readEnd(pbf: PbfReader, limit: number): number {
  if (pbf.type !== LENGTH_DELIMITED) throw new WireError("a part is of another kind than it should be");
  const length = pbf.readVarint();
  const end = pbf.pos + length;
  if (end > limit) throw new WireError("a part is longer than what it stands in");
  return end;
}

export function readBytes(pbf: PbfReader, limit: number): Uint8Array {
  const end = readEnd(pbf, limit);
  const bytes = pbf.buf.subarray(pbf.pos, end);
  pbf.pos = end;
  return bytes;
}

/** A packed list of whole numbers without a sign. */
export function readNumbers(pbf: PbfReader, limit: number): number[] {
  const end = readEnd(pbf, limit);
  const numbers: number[] = [];
  while (pbf.pos < end) numbers.push(pbf.readVarint());
  if (pbf.pos !== end) throw new WireError("a list does not end where it should");
  return numbers;
}

/** A packed list of which each number is told by what it differs from the one before. */
export function readDeltas(pbf: PbfReader, limit: number): number[] {
  const end = readEnd(pbf, limit);
  const numbers: number[] = [];
  let number = 0;
  while (pbf.pos < end) numbers.push((number += pbf.readSVarint()));
  if (pbf.pos !== end) throw new WireError("a list does not end where it should");
  return numbers;
}
