import type { ConceptId } from "./concept.ts";

const LONGEST_ID = 80;

/** Small letters, digits and hyphens between them, at most 80. */
export function isConceptId(text: unknown): text is ConceptId {
  return typeof text === "string" && text.length <= LONGEST_ID && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text);
}
