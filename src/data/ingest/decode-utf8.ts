import { failure, success, type Result } from "#domain/result.ts";

/** `byte`: where the first character that is not UTF-8 begins, from 0. */
export interface NotUtf8 {
  readonly code: "not-utf8";
  readonly params: { readonly byte: number };
}

/** Decodes UTF-8; a byte order mark is taken off. */
export function decodeUtf8(bytes: Uint8Array): Result<string, NotUtf8> {
  try {
    return success(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return failure({ code: "not-utf8", params: { byte: firstWrongByte(bytes) } });
  }
}

/** Halves its way to the longest beginning that is the start of a valid text; the wrong one begins after its last whole character. */
function firstWrongByte(bytes: Uint8Array): number {
  let valid = 0;
  let wrong = bytes.length;
  while (wrong - valid > 1) {
    const middle = (valid + wrong) >>> 1;
    if (isStartOfText(bytes.subarray(0, middle))) valid = middle;
    else wrong = middle;
  }
  const whole = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.subarray(0, valid), { stream: true });
  return new TextEncoder().encode(whole).length;
}

function isStartOfText(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
