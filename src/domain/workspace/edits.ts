import type { ActorId, Category, Sector } from "../actor/actor.ts";
import type { Precision } from "../geo/points.ts";
import type { ConceptId, ReuseConcept } from "../options/concept.ts";
import type { HeritageClass, Industry, Protection, ReuseStatus, SiteId } from "../site/site.ts";

/** One site by itself; a missing number or text is `null`, a missing point `null` in both coordinates. */
export interface SiteRow {
  readonly id: SiteId;
  readonly name: string;
  readonly nameLocal: string | null;
  readonly country: string | null;
  readonly municipality: string | null;
  readonly lon: number | null;
  readonly lat: number | null;
  readonly precision: Precision;
  readonly positionSource: string | null;
  readonly heritageClass: HeritageClass;
  readonly industry: Industry;
  readonly builtFromYear: number | null;
  readonly closedInYear: number | null;
  readonly reuseStatus: ReuseStatus;
  readonly statusYear: number | null;
  readonly currentUse: string | null;
  readonly floorAreaSquareMeters: number | null;
  readonly protection: Protection;
  readonly website: string | null;
  readonly sourceUrl: string | null;
  readonly note: string | null;
}

/** One actor by itself; missing values as in {@link SiteRow}. An actor has a point. */
export interface ActorRow {
  readonly id: ActorId;
  readonly name: string;
  readonly sector: Sector;
  readonly category: Category;
  readonly country: string | null;
  readonly municipality: string | null;
  readonly address: string | null;
  readonly lon: number;
  readonly lat: number;
  readonly precision: Precision;
  readonly positionSource: string | null;
  readonly website: string | null;
  readonly sourceUrl: string | null;
  readonly seenYear: number | null;
}

/** What was done by hand to one record: it reads so now, or it is gone. */
export type Edit<Row> = { readonly kind: "put"; readonly row: Row } | { readonly kind: "deleted" };

/** All that was done by hand, by identifier; a `put` whose identifier no table has is an added record. Immutable. */
export interface Edits {
  readonly sites: ReadonlyMap<SiteId, Edit<SiteRow>>;
  readonly actors: ReadonlyMap<ActorId, Edit<ActorRow>>;
  /** Beside the bundled reuse concepts; no number of the dataset rests on them. */
  readonly concepts: ReadonlyMap<ConceptId, Edit<ReuseConcept>>;
}

export const NO_EDITS: Edits = { sites: new Map(), actors: new Map(), concepts: new Map() };

/** How a record came to read as it does; columns hold the position in this list. */
export const EDIT_MARKS = ["as_loaded", "changed", "added"] as const;
export type EditMark = (typeof EDIT_MARKS)[number];
