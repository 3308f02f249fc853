import type { Edit, EditMark } from "../workspace/edits.ts";
import type { Change, Workspace } from "../workspace/workspace.ts";
import type { ConceptId, ReuseConcept } from "./concept.ts";
import { isConceptId } from "./concept-id.ts";

export type ConceptEdits = ReadonlyMap<ConceptId, Edit<ReuseConcept>>;

/** A concept as it reads now, and how it came to. */
export interface ListedConcept {
  readonly concept: ReuseConcept;
  readonly mark: EditMark;
}

/** The bundled concepts as they were edited, in their order, then those that were added, in the order of adding. */
export function composeConcepts(bundled: readonly ReuseConcept[], edits: ConceptEdits): readonly ListedConcept[] {
  const isBundled = new Set(bundled.map(({ id }) => id));
  const known = bundled.flatMap((concept): readonly ListedConcept[] => {
    const edit = edits.get(concept.id);
    if (edit === undefined) return [{ concept, mark: "as_loaded" }];
    return edit.kind === "put" ? [{ concept: edit.row, mark: "changed" }] : [];
  });
  const added = [...edits].flatMap(([id, edit]): readonly ListedConcept[] =>
    edit.kind === "put" && !isBundled.has(id) ? [{ concept: edit.row, mark: "added" }] : [],
  );
  return [...known, ...added];
}

/** The concept reads so from now on, or is there for the first time; one just as bundled leaves no edit. */
export function putConcept(workspace: Workspace, bundled: readonly ReuseConcept[], concept: ReuseConcept): Change {
  const loaded = bundled.find(({ id }) => id === concept.id);
  const isAsLoaded = loaded !== undefined && isSameConcept(loaded, concept);
  return conceptChange(workspace, concept.id, isAsLoaded ? null : { kind: "put", row: concept });
}

export function deleteConcept(workspace: Workspace, bundled: readonly ReuseConcept[], id: ConceptId): Change {
  return conceptChange(workspace, id, bundled.some((concept) => concept.id === id) ? { kind: "deleted" } : null);
}

/** The concept is again as bundled; one that was added is gone. */
export function revertConcept(workspace: Workspace, id: ConceptId): Change {
  return conceptChange(workspace, id, null);
}

/** Only the bundled concepts are left, as they were bundled. */
export function revertConcepts(workspace: Workspace): readonly Change[] {
  return [...workspace.edits.concepts.keys()].map((id) => revertConcept(workspace, id));
}

/** Whether two concepts read the same, whatever the order of their members. */
export function isSameConcept(a: ReuseConcept, b: ReuseConcept): boolean {
  return canonical(a) === canonical(b);
}

function canonical(concept: ReuseConcept): string {
  const members = ({ kind, count, reason, source, ...rest }: ReuseConcept["needs"][number]) =>
    [kind, count, reason, source, ...Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1))] as const;
  return JSON.stringify([concept.id, concept.name, concept.summary, concept.needs.map(members)]);
}

/** An identifier made of a name, that none of the others has. */
export function conceptIdFor(name: string, taken: ReadonlySet<string>): ConceptId {
  const words = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 60)
    .replace(/^-+|-+$/g, "");
  const stem = words === "" ? "concept" : words;
  for (let number = 1; ; number++) {
    const id = number === 1 ? stem : `${stem}-${String(number)}`;
    if (!taken.has(id) && isConceptId(id)) return id;
  }
}

function conceptChange({ edits }: Workspace, id: ConceptId, after: Edit<ReuseConcept> | null): Change {
  return { kind: "concept", id, before: edits.concepts.get(id) ?? null, after };
}
