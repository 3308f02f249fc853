import { failure, success, type Result } from "#domain/result.ts";
import { MOST, overLimit } from "#domain/limits.ts";

export type JsonObject = Readonly<Record<string, unknown>>;

export function isJsonObject(json: unknown): json is JsonObject {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}

const LONGEST_FOUND = 80;
const LONGEST_BEGINNING = 24;

/** A text as a message quotes it: cut after 80 characters. */
export function quoted(text: string): string {
  return text.length <= LONGEST_FOUND ? text : `${text.slice(0, LONGEST_FOUND)}…`;
}

/** What a message says was found: the `type` that an object states, else what kind of JSON value it is. */
export function describeJsonType(json: unknown): string {
  if (json === null) return "null";
  if (Array.isArray(json)) return "array";
  if (isJsonObject(json) && typeof json["type"] === "string") return quoted(json["type"]);
  return typeof json;
}

const [QUOTE, BACKSLASH] = [0x22, 0x5c];
const [OPEN_OBJECT, CLOSE_OBJECT, OPEN_LIST, CLOSE_LIST] = [0x7b, 0x7d, 0x5b, 0x5d];

/** Whether objects and lists lie deeper in each other than is read. */
export function isTooDeep(json: string): boolean {
  let depth = 0;
  for (let at = 0; at < json.length; at++) {
    switch (json.charCodeAt(at)) {
      case QUOTE:
        for (at++; at < json.length && json.charCodeAt(at) !== QUOTE; at++) if (json.charCodeAt(at) === BACKSLASH) at++;
        break;
      case OPEN_OBJECT:
      case OPEN_LIST:
        if (++depth > MOST.depth) return true;
        break;
      case CLOSE_OBJECT:
      case CLOSE_LIST:
        depth--;
        break;
    }
  }
  return false;
}

/**
 * Parses JSON; a byte order mark is taken off. A text that is neither object nor list is told apart, and so is one that is
 * nested too deeply for what walks through it.
 */
export function parseJson(
  text: string,
): Result<
  unknown,
  | { readonly code: "not-json"; readonly params: { readonly reason: string } }
  | { readonly code: "not-json-text"; readonly params: { readonly begins: string } }
  | ReturnType<typeof overLimit>
> {
  const json = text.replace(/^\uFEFF/, "");
  const begins = json.trim().slice(0, LONGEST_BEGINNING);
  if (begins !== "" && !/^[{[]/.test(begins)) return failure({ code: "not-json-text", params: { begins } });
  if (isTooDeep(json)) return failure(overLimit("depth"));
  try {
    return success(JSON.parse(json) as unknown);
  } catch (error) {
    const reason = quoted(error instanceof Error ? error.message : String(error));
    return failure({ code: "not-json", params: { reason } });
  }
}
