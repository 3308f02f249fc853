import {
  ACTOR_COUNT_RANGE,
  LONGEST_NAME,
  LONGEST_TEXT,
  NEED_REACH_RANGE,
  ROOM_AREA_RANGE,
  ROOM_COUNT_RANGE,
  type ConceptId,
  type KnownCategory,
  type Need,
  type ReuseConcept,
} from "#domain/options/concept.ts";
import { isConcept, isWebPage, isWithin, type Range } from "#domain/options/concept-shape.ts";
import type { SpaceKind } from "#domain/space/space.ts";
import { meters } from "#domain/units.ts";

/** A need while it is typed. */
export interface NeedDraft {
  /** Tells it from the others of the form. */
  readonly key: number;
  readonly kind: Need["kind"];
  readonly count: string;
  /** Kilometres for actors; square metres for rooms, empty for any size. */
  readonly size: string;
  /** Categories, or kinds of rooms. */
  readonly names: ReadonlySet<string>;
  readonly reason: string;
  readonly source: string;
}

export interface ConceptDraft {
  readonly name: string;
  readonly summary: string;
  readonly needs: readonly NeedDraft[];
}

export type NeedField = "count" | "size" | "names" | "reason" | "source";
/** `options.problem.<code>` says it. */
export type ConceptProblem = "name" | "summary" | "needs" | "count" | "reach" | "area" | "names" | "reason" | "source";

/** What is wrong, by `name`, `summary`, `needs`, or the key and field of a need: "3 count". */
export type ConceptProblems = ReadonlyMap<string, ConceptProblem>;

export function draftOf(concept: ReuseConcept | null): ConceptDraft {
  if (concept === null) return { name: "", summary: "", needs: [newNeed("actors", 0)] };
  const { name, summary, needs } = concept;
  return { name, summary, needs: needs.map(needDraft) };
}

export function newNeed(kind: Need["kind"], key: number): NeedDraft {
  const size = kind === "actors" ? "10" : "";
  return { key, kind, count: "1", size, names: new Set(), reason: "", source: "" };
}

function needDraft(need: Need, key: number): NeedDraft {
  const { kind, reason, source } = need;
  const shared = { key, kind, count: String(need.count), reason, source: source ?? "" };
  return need.kind === "actors"
    ? { ...shared, size: String(need.reach / 1000), names: new Set(need.categories) }
    : { ...shared, size: String(need.areaSquareMeters ?? ""), names: new Set(need.spaceKinds) };
}

/** A concept read from its draft; `null` while anything is wrong with it. */
export function readConceptDraft(
  { name, summary, needs }: ConceptDraft,
  id: ConceptId,
): { readonly concept: ReuseConcept | null; readonly problems: ConceptProblems } {
  const problems = new Map<string, ConceptProblem>();
  if (name.trim() === "" || name.trim().length > LONGEST_NAME) problems.set("name", "name");
  if (summary.trim().length > LONGEST_TEXT) problems.set("summary", "summary");
  if (needs.length === 0) problems.set("needs", "needs");
  const concept = {
    id,
    name: name.trim(),
    summary: summary.trim(),
    needs: needs.map((need) => readNeed(need, problems)),
  };
  return { concept: problems.size === 0 && isConcept(concept) ? concept : null, problems };
}

function readNeed(draft: NeedDraft, problems: Map<string, ConceptProblem>): Need {
  const { kind, names } = draft;
  const tell = (field: NeedField, problem: ConceptProblem) => problems.set(needField(draft, field), problem);
  const number = (field: "count" | "size", form: RegExp, range: Range, factor: number, problem: ConceptProblem) => {
    const text = draft[field].trim();
    const value = form.test(text) ? Math.round(Number(text.replace(",", ".")) * factor * 1000) / 1000 : NaN;
    if (!isWithin(range, value)) tell(field, problem);
    return value;
  };
  const reason = draft.reason.trim();
  const source = draft.source.trim();
  if (reason === "" || reason.length > LONGEST_TEXT) tell("reason", "reason");
  if (source !== "" && (!isWebPage(source) || source.length > LONGEST_TEXT)) tell("source", "source");
  if (names.size === 0) tell("names", "names");
  const reasoned = { reason, source: source === "" ? null : source };
  if (kind === "actors") {
    const count = number("count", WHOLE, ACTOR_COUNT_RANGE, 1, "count");
    const reach = meters(Math.round(number("size", DECIMAL, NEED_REACH_RANGE, 1000, "reach")));
    return { kind, count, categories: [...names] as KnownCategory[], reach, ...reasoned };
  }
  const count = number("count", WHOLE, ROOM_COUNT_RANGE, 1, "count");
  const isAnySize = draft.size.trim() === "";
  const areaSquareMeters = isAnySize ? null : number("size", DECIMAL, ROOM_AREA_RANGE, 1, "area");
  return { kind, count, spaceKinds: [...names] as SpaceKind[], areaSquareMeters, ...reasoned };
}

const WHOLE = /^\d{1,4}$/;
const DECIMAL = /^\d{1,6}([.,]\d{1,3})?$/;

export function needField({ key }: Pick<NeedDraft, "key">, field: NeedField): string {
  return `${String(key)} ${field}`;
}
