import { isJsonObject, type JsonObject } from "../json.ts";
import { pointerPart } from "./json-pointer.ts";

/** Nesting down to which the members of a property become columns of their own; what is deeper is kept as JSON text. */
const DEEPEST = 5;
/** Members of a list of objects that become columns; a longer list is kept as JSON text. */
const LONGEST_LIST = 8;

/** A column and the place of its values inside the properties of a feature, as an RFC 6901 pointer. */
export interface PropertyColumn {
  readonly name: string;
  readonly pointer: string;
}

/** Columns for the properties of features, found as they come: nested members under dotted names. */
export class PropertyColumns {
  readonly columns: PropertyColumn[] = [];
  readonly #plain = new Map<string, number>();
  readonly #nested = new Map<string, number>();

  /** Adds the columns that these properties need. */
  note(properties: JsonObject): void {
    for (const key of Object.keys(properties)) {
      const value = properties[key];
      if (isNested(value)) {
        visitMembers(value, pointerPart(key), key, 1, (pointer, name) => {
          this.#nestedColumn(pointer, name);
        });
      } else if (!this.#plain.has(key)) this.#plain.set(key, this.#add(key, pointerPart(key)));
    }
  }

  /** Writes the texts of these properties into `cells`, which has an entry for each column. */
  fill(properties: JsonObject, cells: string[]): void {
    for (const key of Object.keys(properties)) {
      const value = properties[key];
      if (!isNested(value)) cells[this.#plain.get(key)!] = plainText(value);
      else
        visitMembers(value, pointerPart(key), key, 1, (pointer, _name, member) => {
          cells[this.#nested.get(pointer)!] = plainText(member);
        });
    }
  }

  #nestedColumn(pointer: string, name: string): void {
    if (!this.#nested.has(pointer)) this.#nested.set(pointer, this.#add(name, pointer));
  }

  #add(name: string, pointer: string): number {
    return this.columns.push({ name: name.trim(), pointer }) - 1;
  }
}

/** Whether a value is taken apart: an object, or a short list with objects or lists in it. */
function isNested(value: unknown): value is JsonObject | readonly unknown[] {
  if (Array.isArray(value)) return value.length <= LONGEST_LIST && value.some(isStructure);
  return isJsonObject(value) && !ArrayBuffer.isView(value);
}

function isStructure(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}

function visitMembers(
  value: JsonObject | readonly unknown[],
  pointer: string,
  name: string,
  depth: number,
  visit: (pointer: string, name: string, member: unknown) => void,
): void {
  for (const [key, member] of Object.entries<unknown>(value)) {
    const at = pointer + pointerPart(key);
    if (depth + 1 < DEEPEST && isNested(member)) visitMembers(member, at, `${name}.${key}`, depth + 1, visit);
    else visit(at, `${name}.${key}`, member);
  }
}

/** A value as one text: lists of plain values with semicolons, other structures as JSON; empty for null and bytes. */
export function plainText(value: unknown): string {
  switch (typeof value) {
    case "string":
      return value.replace(/\r\n?/g, "\n").trim();
    case "number":
    case "bigint":
    case "boolean":
      return String(value);
    case "object":
      break;
    default:
      return "";
  }
  if (value === null || ArrayBuffer.isView(value)) return "";
  if (Array.isArray(value) && !value.some(isStructure)) return value.map(plainText).join("; ");
  try {
    return JSON.stringify(value);
  } catch {
    return ""; // nested beyond what the engine can write
  }
}
