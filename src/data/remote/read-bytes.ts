import { joinBytes } from "../export/join-bytes.ts";
import type { BegunAnswer } from "./ask-host.ts";
import { PartError } from "./part-error.ts";

/**
 * All bytes of an answer.
 * @param most how many there may be
 * @throws {PartError} where there are more, or they break off
 */
export async function readBytes(answer: BegunAnswer, most: number): Promise<ArrayBuffer> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of answer.pieces(0)) {
    length += piece.length;
    if (length > most) throw new PartError({ code: "too-large", params: { most } });
    pieces.push(piece);
  }
  return joinBytes(pieces).buffer;
}
