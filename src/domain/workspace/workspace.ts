import type { ActorId } from "../actor/actor.ts";
import type { ConceptId, ReuseConcept } from "../options/concept.ts";
import type { SiteId } from "../site/site.ts";
import type { ActorRow, Edit, Edits, SiteRow } from "./edits.ts";
import type { LoadedTable, TableId } from "./table.ts";

/**
 * All that is loaded, and what was done by hand: bundled tables first, imported ones in the order of `loadedAt`. Immutable.
 */
export interface Workspace {
  readonly tables: readonly LoadedTable[];
  readonly edits: Edits;
}

/**
 * One undoable change: what stood at one place before and what stands there after, `null` for nothing. Changes of a list
 * hold together. A change names only what it touches, so that changes of two tabs do not overwrite each other.
 */
export type Change =
  | {
      readonly kind: "table";
      readonly id: TableId;
      readonly before: LoadedTable | null;
      readonly after: LoadedTable | null;
    }
  | {
      readonly kind: "site";
      readonly id: SiteId;
      readonly before: Edit<SiteRow> | null;
      readonly after: Edit<SiteRow> | null;
    }
  | {
      readonly kind: "actor";
      readonly id: ActorId;
      readonly before: Edit<ActorRow> | null;
      readonly after: Edit<ActorRow> | null;
    }
  | {
      readonly kind: "concept";
      readonly id: ConceptId;
      readonly before: Edit<ReuseConcept> | null;
      readonly after: Edit<ReuseConcept> | null;
    };
