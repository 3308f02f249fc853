const PIECE_LENGTH = 65_536;

/** The same text in fewer pieces, as each that is written is a call of the system. */
export function* inLargerPieces(pieces: Iterable<string>): Generator<string> {
  let waiting = "";
  for (const piece of pieces) {
    waiting += piece;
    if (waiting.length < PIECE_LENGTH) continue;
    yield waiting;
    waiting = "";
  }
  if (waiting !== "") yield waiting;
}
