import type { ActorId } from "../actor/actor.ts";
import type { SiteId } from "../site/site.ts";
import { applyChanges } from "./apply-changes.ts";
import { changesBetween } from "./compare-workspaces.ts";
import type { Edit } from "./edits.ts";
import { fillGaps, type Fill } from "./fill-gaps.ts";
import { actorEditsWithout, loadedActors, loadedSites, siteEditsWithout } from "./loaded-rows.ts";
import { removeTable } from "./make-changes.ts";
import type { LoadedTable, TableId } from "./table.ts";
import type { Change, Workspace } from "./workspace.ts";

/** What stays beside a table that takes another's place: with this its rows are compared. */
export function workspaceBeside(workspace: Workspace, replaces: TableId | null): Workspace {
  return replaces === null ? workspace : applyChanges(workspace, removeTable(workspace, replaces));
}

export interface TableAddition {
  readonly added: LoadedTable;
  readonly replaces: TableId | null;
  /** What records of `workspaceBeside` lack and the added table states. */
  readonly fills: readonly Fill[];
}

/**
 * Adds a table, in the place of another where it replaces one. What was done by hand to records of that one stays with
 * the records of the same identifier.
 */
export function addTable(workspace: Workspace, { added, replaces, fills }: TableAddition): readonly Change[] {
  const beside = workspaceBeside(workspace, replaces);
  const { kind, id } = added.info;
  const filled = kind === "sites" || kind === "actors" ? applyChanges(beside, fillGaps(beside, kind, fills)) : beside;
  const after = applyChanges(filled, [{ kind: "table", id, before: null, after: added }]);
  const gone = workspace.tables.find(({ info }) => info.id === replaces);
  if (gone?.info.kind !== kind) return changesBetween(workspace, after);

  const sites = siteEditsWithout(workspace, gone).gone;
  const actors = actorEditsWithout(workspace, gone).gone;
  return changesBetween(workspace, {
    ...after,
    edits: {
      sites: withFree(after.edits.sites, sites, loadedSites(beside, sites.keys())),
      actors: withFree(after.edits.actors, actors, loadedActors(beside, actors.keys())),
      concepts: after.edits.concepts,
    },
  });
}

/** Takes those over whose identifier nothing else goes by. */
function withFree<Id extends SiteId | ActorId, Row>(
  edits: ReadonlyMap<Id, Edit<Row>>,
  more: ReadonlyMap<Id, Edit<Row>>,
  taken: ReadonlyMap<Id, Row>,
): ReadonlyMap<Id, Edit<Row>> {
  const free = [...more].filter(([id]) => !edits.has(id) && !taken.has(id));
  return free.length === 0 ? edits : new Map([...edits, ...free]);
}
