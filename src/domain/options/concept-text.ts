import { meters } from "../units.ts";
import { isConcept } from "./concept-shape.ts";
import type { ConceptId, KnownCategory, Need, ReuseConcept, RoomNeed } from "./concept.ts";

const ACTORS = "a";
const ROOMS = "r";

/**
 * A concept as one short text, for a link: `name,summary` and each need after a slash,
 * `a,count,metres,category.category,reason,source` or `r,count,square metres,kind.kind,reason,source`. The identifier has no
 * part in it. Commas and slashes inside texts are escaped.
 */
export function writeConceptText({ name, summary, needs }: ReuseConcept): string {
  return [[name, summary], ...needs.map(writeNeed)].map((parts) => parts.map(escapePart).join(",")).join("/");
}

function writeNeed(need: Need): readonly string[] {
  const reasoned = [need.reason, need.source ?? ""];
  return need.kind === "actors"
    ? [ACTORS, String(need.count), String(need.reach), need.categories.join("."), ...reasoned]
    : [ROOMS, String(need.count), String(need.areaSquareMeters ?? ""), need.spaceKinds.join("."), ...reasoned];
}

/** Reads what {@link writeConceptText} writes; `null` for any other text. */
export function readConceptText(id: ConceptId, text: string): ReuseConcept | null {
  const [head = [], ...rest] = text.split("/").map((part) => part.split(",").map(unescapePart));
  const [name = "", summary = ""] = head;
  const concept: unknown = { id, name, summary, needs: rest.map(readNeed) };
  return head.length === 2 && isConcept(concept) ? concept : null;
}

/** Whether it is a need is for the shape of the whole to tell. */
function readNeed(parts: readonly string[]): Need | null {
  const [kind, count, size = "", names = "", reason = "", source = ""] = parts;
  if (parts.length !== 6) return null;
  const shared = { count: Number(count), reason, source: source === "" ? null : source };
  if (kind === ACTORS) {
    const categories = names.split(".") as KnownCategory[];
    return { kind: "actors", ...shared, categories, reach: meters(Number(size)) };
  }
  if (kind !== ROOMS) return null;
  const spaceKinds = names.split(".") as RoomNeed["spaceKinds"];
  return { kind: "rooms", ...shared, spaceKinds, areaSquareMeters: size === "" ? null : Number(size) };
}

function escapePart(text: string): string {
  return text.replace(/%/g, "%25").replace(/,/g, "%2C").replace(/\//g, "%2F");
}

function unescapePart(text: string): string {
  return text.replace(/%2C/g, ",").replace(/%2F/g, "/").replace(/%25/g, "%");
}
