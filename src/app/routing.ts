import { countRequests } from "#data/isochrones/isochrone-batches.ts";
import { ROUTING_FACTS } from "#data/isochrones/routing-facts.ts";
import { OSM_SOURCE } from "#data/osm/osm-source.ts";
import {
  startKey,
  unanswered,
  type AskedPoint,
  type FailedQuestion,
  type IsochroneQuestions,
  type RoutingService,
  type RoutingTerms,
} from "#domain/travel/asked-isochrones.ts";
import type { IsochroneRow } from "#domain/travel/isochrone-row.ts";
import { knownMinutes, mergeIsochrones } from "#domain/travel/merge-isochrones.ts";
import { addTable } from "#domain/workspace/add-table.ts";
import { applyChanges, invertChanges } from "#domain/workspace/apply-changes.ts";
import type { LoadedTable, TableId, TableInfo } from "#domain/workspace/table.ts";
import type { Change } from "#domain/workspace/workspace.ts";
import { setRouting, type RoutingOutcome } from "#state/routing-store.ts";
import { takeSnapshot } from "#state/selectors.ts";
import { doStep, setWorkspace, type Step } from "#state/workspace-store.ts";
import type { AskedFrom, RoutingActions, RoutingScope } from "#ui/routing/routing-actions.ts";
import type { ActionHost } from "./action-host.ts";
import { newTableId } from "./new-table-id.ts";
import { keepRoutingSettings, readRoutingSettings, usualRoutingSettings } from "./routing-settings.ts";
import { createSourcesRun } from "./sources-run.ts";

/** What was loaded already, though asking goes on. */
interface LoadedPart {
  readonly changes: readonly Change[];
  /** How many points were done. */
  readonly points: number;
  /** The history then: once a step is undone or done, the changes lead back no more. */
  readonly history: readonly Step[];
}

/** What is being asked, and what has come of it so far. */
interface Asking {
  readonly terms: RoutingTerms;
  readonly asked: IsochroneQuestions;
  /** Of the table that what is answered goes into. */
  readonly id: TableId;
  rows: readonly IsochroneRow[];
  failed: readonly FailedQuestion[];
  loaded: LoadedPart;
}

/** After so many points what was answered is loaded while asking goes on. */
const PART_POINTS = 25;

type RoutingHost = Pick<ActionHost, "stores" | "selectors" | "translate">;
type Page = Pick<EventTarget, "addEventListener" | "removeEventListener">;

const STOPPED = { code: "stopped", params: {} } as const;

/**
 * Fills in asking routing servers. What they answer becomes a table, part by part while asking goes on and the rest as soon
 * as it ends, however it ends, and takes the place of what was asked before of the same points, profile and times. All that
 * came of one asking is undone in one step. The browser asks before it leaves the page while something may not be loaded.
 */
export function createRouting(host: RoutingHost, page: Page = window): RoutingActions {
  const { stores, translate } = host;
  const store = stores.routing;
  let asking: Asking | null = null;
  const { client, run, end } = createSourcesRun(() => {
    finish("unexpectedly");
  });

  /** What loads all that was answered, seen from a workspace in which nothing of it is loaded yet. */
  const changesOf = ({ id, terms, rows, loaded }: Asking): readonly Change[] => {
    const { workspace, undoable } = stores.workspace.getState();
    const before = undoable === loaded.history ? applyChanges(workspace, invertChanges(loaded.changes)) : workspace;
    // Where undoing has brought another one back, both become one.
    const replaced = askedTable(before.tables.filter(({ info }) => info.id !== id)) ?? askedTable(before.tables);
    const records = mergeIsochrones(replaced?.records ?? [], rows);
    const info = describeTable(id, records, terms.endpoint, translate("routing.table"));
    const added = { info, records } as LoadedTable;
    return addTable(before, { added, replaces: replaced?.info.id ?? null, fills: [] });
  };

  /** Loads what was answered so far, and leaves the step that undoes it to the end. */
  const loadPart = (current: Asking, points: number) => {
    const changes = changesOf(current);
    const { workspace, undoable } = stores.workspace.getState();
    current.loaded = { changes, points, history: undoable };
    setWorkspace(stores.workspace, applyChanges(workspace, changes));
  };

  /** Loads what was answered; the second time, nothing. */
  const finish = (ended: RoutingOutcome["ended"]) => {
    if (asking === null) return;
    const ending = asking;
    const { terms, asked, rows, failed } = ending;
    asking = null;
    page.removeEventListener("beforeunload", warn);
    const starts = new Set(rows.map(startKey));
    if (rows.length > 0) {
      const params = { count: starts.size };
      doStep(stores.workspace, { changes: changesOf(ending), label: "isochrones-asked", params });
    }
    const outcome: RoutingOutcome = {
      service: terms.service,
      profile: asked.profile,
      count: starts.size,
      minutes: [...new Set(rows.map(({ minutes }) => minutes))].sort((a, b) => a - b),
      attribution: distinct(rows, ({ attribution }) => attribution),
      failed: unanswered(asked, { rows, failed }, STOPPED),
      ended,
    };
    setRouting(store, { phase: "done", outcome });
  };

  const ask = (service: RoutingService, asked: IsochroneQuestions) => {
    finish("stopped");
    const terms = { service, ...readRoutingSettings(service) };
    const loaded = { changes: [], points: 0, history: [] };
    const current: Asking = { terms, asked, id: newTableId("asked"), rows: [], failed: [], loaded };
    asking = current;
    page.addEventListener("beforeunload", warn);
    setRouting(store, { phase: "asking", progress: null });
    run(async (signal) => {
      await client().call(
        "ask-isochrones",
        { asked, terms },
        {
          signal,
          onProgress: ({ rows, failed, ...progress }) => {
            if (asking !== current) return;
            if (rows.length > 0) current.rows = [...current.rows, ...rows];
            if (failed.length > 0) current.failed = [...current.failed, ...failed];
            const { pointsDone } = progress;
            if (rows.length > 0 && pointsDone - current.loaded.points >= PART_POINTS) loadPart(current, pointsDone);
            setRouting(store, { phase: "asking", progress });
          },
        },
      );
      end();
      finish(null);
    });
  };

  const cancel = () => {
    end();
    finish("stopped");
  };

  return {
    pointsOf: (scope) => pointsOf(scope, host),
    known() {
      const { tables } = stores.workspace.getState().workspace;
      return knownMinutes(tables.filter(isOfIsochrones).flatMap(({ records }) => records));
    },
    requests: (service, asked) => countRequests(asked, service),
    ask,
    askFailed() {
      const state = store.getState();
      if (state.phase !== "done") return;
      const { service, profile, failed } = state.outcome;
      ask(service, { profile, questions: failed.map(({ point, minutes }) => ({ point, minutes })) });
    },
    cancel,
    close() {
      if (asking !== null) cancel();
      else setRouting(store, { phase: "closed" });
    },
    provider: (service) => ROUTING_FACTS[service].credit(readRoutingSettings(service).endpoint).provider,
    settings: readRoutingSettings,
    usualSettings: usualRoutingSettings,
    setSettings: keepRoutingSettings,
  };
}

type IsochronesLoaded = Extract<LoadedTable, { readonly records: readonly IsochroneRow[] }>;

function isOfIsochrones(table: LoadedTable): table is IsochronesLoaded {
  return table.info.kind === "isochrones";
}

/** The one table that holds what routing servers have answered. */
function askedTable(tables: readonly LoadedTable[]): IsochronesLoaded | null {
  return tables.filter(isOfIsochrones).find(({ info }) => info.asked?.service === "routing") ?? null;
}

function pointsOf(scope: RoutingScope, host: RoutingHost): AskedFrom {
  const snapshot = takeSnapshot(host.stores);
  const { dataset, view, result } = snapshot;
  if (dataset.phase !== "ready") return NOWHERE;
  const { id, name, lon, lat } = dataset.dataset.sites;
  const ofSites = (sites: readonly number[]): AskedFrom => {
    const located = sites.filter((site) => !Number.isNaN(lon[site]!));
    const points = located.map((site): AskedPoint => ({
      siteId: id[site]!,
      name: name[site]!,
      lon: lon[site]!,
      lat: lat[site]!,
    }));
    return { points, withoutPoint: sites.length - located.length };
  };
  if (scope === "selection") return ofSites([...(host.selectors.selection(snapshot)?.indices ?? [])]);
  if (view.selected?.kind === "site") {
    const site = host.selectors.selectedSite(snapshot);
    return site === null ? NOWHERE : ofSites([site]);
  }
  const place = result.catchment?.place;
  if (view.selected === null || place?.id !== view.selected.id) return NOWHERE;
  return { points: [{ siteId: null, name: place.name, lon: place.lon, lat: place.lat }], withoutPoint: 0 };
}

const NOWHERE: AskedFrom = { points: [], withoutPoint: 0 };

function describeTable(
  id: TableId,
  records: readonly IsochroneRow[],
  endpoint: string,
  title: string,
): TableInfo<"isochrones"> {
  const loadedAt = new Date().toISOString();
  const days = records.flatMap(({ computed }) => (computed === null ? [] : [computed.slice(0, 10)])).sort();
  return {
    id,
    kind: "isochrones",
    title,
    origin: "imported",
    source: {
      ...OSM_SOURCE,
      id,
      title: distinct(records, ({ provider }) => provider),
      attribution: distinct(records, ({ attribution }) => attribution),
      date: days[0] ?? loadedAt.slice(0, 10),
    },
    rowsRead: records.length,
    rowsRejected: 0,
    rowsMerged: 0,
    rowCount: records.length,
    sizeBytes: 0,
    loadedAt,
    coverage: [],
    asked: { service: "routing", endpoint, areas: [], asOf: null },
  };
}

function distinct(rows: readonly IsochroneRow[], of: (row: IsochroneRow) => string | null): string {
  return [...new Set(rows.map(of))].filter((text) => text !== null).join("; ");
}

/** Lets the browser ask whether to leave. */
function warn(event: Event): void {
  event.preventDefault();
}
