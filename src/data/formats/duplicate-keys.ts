import { pointerPart } from "./json-pointer.ts";

/** A key that its object holds already. */
export interface DuplicateKey {
  readonly pointer: string;
  readonly key: string;
}

/** Beyond so many keys an object's keys are looked up in a set, not one by one. */
const FEW_KEYS = 32;
const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c];
const [OPEN_OBJECT, CLOSE_OBJECT, OPEN_LIST, CLOSE_LIST] = [0x7b, 0x7d, 0x5b, 0x5d];

/** An object or list that the scan is inside of. */
class Frame {
  isObject = false;
  /** Position of the item being read, for a list. */
  index = 0;
  keyDue = false;
  count = 0;
  /** Of each key its hash, and where its characters begin and end. */
  readonly hashes: number[] = [];
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  keys: Set<string> | null = null;

  begin(isObject: boolean): void {
    this.isObject = isObject;
    this.keyDue = isObject;
    this.index = 0;
    this.count = 0;
    this.keys = null;
  }
}

/**
 * Finds keys that occur again in the same object, which `JSON.parse` passes over.
 * @param text valid JSON
 * @param most so many are listed
 */
export function findDuplicateKeys(text: string, most: number): DuplicateKey[] {
  const found: DuplicateKey[] = [];
  const frames: Frame[] = [];
  let depth = -1;
  for (let at = 0; at < text.length && found.length < most; at++) {
    switch (text.charCodeAt(at)) {
      case OPEN_OBJECT:
      case OPEN_LIST:
        depth++;
        (frames[depth] ??= new Frame()).begin(text.charCodeAt(at) === OPEN_OBJECT);
        break;
      case CLOSE_OBJECT:
      case CLOSE_LIST:
        depth--;
        break;
      case COMMA: {
        const frame = frames[depth]!;
        if (frame.isObject) frame.keyDue = true;
        else frame.index++;
        break;
      }
      case QUOTE: {
        const start = at + 1;
        at = endOfString(text, start);
        const frame = frames[depth];
        if (frame?.keyDue !== true) break;
        frame.keyDue = false;
        if (isNewKey(frame, text, start, at)) break;
        const pointer = frames.slice(0, depth + 1).map((each) => pointerPart(currentKey(each, text)));
        found.push({ pointer: pointer.join(""), key: currentKey(frame, text).toString() });
        break;
      }
    }
  }
  return found;
}

/** Where the closing quotation mark stands. */
function endOfString(text: string, start: number): number {
  let at = text.indexOf('"', start);
  for (;;) {
    let slashes = 0;
    while (text.charCodeAt(at - 1 - slashes) === BACKSLASH) slashes++;
    if (slashes % 2 === 0) return at;
    at = text.indexOf('"', at + 1);
  }
}

function currentKey(frame: Frame, text: string): string | number {
  if (!frame.isObject) return frame.index;
  return keyText(text, frame.starts[frame.count - 1]!, frame.ends[frame.count - 1]!);
}

function keyText(text: string, start: number, end: number): string {
  const raw = text.slice(start, end);
  return raw.includes("\\") ? (JSON.parse(`"${raw}"`) as string) : raw;
}

/** Notes a key of the frame, and tells whether it is the first of its name. */
function isNewKey(frame: Frame, text: string, start: number, end: number): boolean {
  let hash = 0;
  let escaped = false;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    escaped ||= code === BACKSLASH;
    hash = (Math.imul(hash, 31) + code) | 0;
  }
  const key = escaped ? keyText(text, start, end) : null;
  if (key !== null) {
    hash = 0;
    for (let at = 0; at < key.length; at++) hash = (Math.imul(hash, 31) + key.charCodeAt(at)) | 0;
  }
  const earlier = frame.count;
  frame.hashes[earlier] = hash;
  frame.starts[earlier] = start;
  frame.ends[earlier] = end;
  frame.count++;
  if (earlier >= FEW_KEYS) {
    frame.keys ??= new Set(
      Array.from({ length: earlier }, (_, index) => keyText(text, frame.starts[index]!, frame.ends[index]!)),
    );
    const size = frame.keys.size;
    return frame.keys.add(key ?? text.slice(start, end)).size > size;
  }
  for (let index = 0; index < earlier; index++) {
    if (frame.hashes[index] !== hash) continue;
    if (keyText(text, frame.starts[index]!, frame.ends[index]!) === keyText(text, start, end)) return false;
  }
  return true;
}
