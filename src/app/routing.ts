import "#i18n/room-messages.ts";
import { countRequests } from "#data/isochrones/isochrone-batches.ts";
import { ROUTING_FACTS } from "#data/isochrones/routing-facts.ts";
import { OSM_SOURCE } from "#data/osm/osm-source.ts";
import {
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
import type { LoadedTable, TableId, TableInfo } from "#domain/workspace/table.ts";
import { setRouting, type RoutingOutcome } from "#state/routing-store.ts";
import { takeSnapshot } from "#state/selectors.ts";
import { doStep } from "#state/workspace-store.ts";
import type { AskedFrom, RoutingActions, RoutingScope } from "#ui/actions.ts";
import type { ActionHost } from "./action-host.ts";
import { keepRoutingSettings, readRoutingSettings, usualRoutingSettings } from "./routing-settings.ts";
import { createSourcesRun } from "./sources-run.ts";

/** What is being asked, and what has come of it so far. */
interface Asking {
  readonly terms: RoutingTerms;
  readonly asked: IsochroneQuestions;
  rows: readonly IsochroneRow[];
  failed: readonly FailedQuestion[];
}

const STOPPED = { code: "stopped", params: {} } as const;

/**
 * Fills in asking routing servers. What they answer becomes a table as soon as asking ends, however it ends, and takes the
 * place of what was asked before of the same points, profile and times.
 */
export function createRouting(host: ActionHost): RoutingActions {
  const { stores, translate } = host;
  const store = stores.routing;
  let asking: Asking | null = null;
  const loaded = () => askedTable(stores.workspace.getState().workspace.tables);
  const { client, run, end } = createSourcesRun(() => {
    finish("unexpectedly");
  });

  /** Loads what was answered; the second time, nothing. */
  const finish = (ended: RoutingOutcome["ended"]) => {
    if (asking === null) return;
    const {
      terms: { service, endpoint },
      asked,
      rows,
      failed,
    } = asking;
    asking = null;
    const starts = new Set(rows.map(({ siteId, lon, lat }) => JSON.stringify([siteId, lon, lat])));
    if (rows.length > 0) {
      const before = loaded();
      const records = mergeIsochrones(before?.records ?? [], rows);
      const info = describeTable(records, endpoint, translate("routing.table"));
      const added = { info, records } as LoadedTable;
      const { workspace } = stores.workspace.getState();
      const changes = addTable(workspace, { added, replaces: before?.info.id ?? null, fills: [] });
      doStep(stores.workspace, { changes, label: "isochrones-asked", params: { count: starts.size } });
    }
    const outcome: RoutingOutcome = {
      service,
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
    const current: Asking = { terms, asked, rows: [], failed: [] };
    asking = current;
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
            setRouting(store, { phase: "asking", progress });
          },
        },
      );
      end();
      finish(null);
    });
  };

  return {
    pointsOf: (scope) => pointsOf(scope, host),
    known() {
      const { tables } = stores.workspace.getState().workspace;
      return knownMinutes(tables.flatMap((table) => (isOfIsochrones(table) ? table.records : [])));
    },
    requests: (service, asked) => countRequests(asked, service),
    ask,
    askFailed() {
      const state = store.getState();
      if (state.phase !== "done") return;
      const { service, profile, failed } = state.outcome;
      ask(service, { profile, questions: failed.map(({ point, minutes }) => ({ point, minutes })) });
    },
    cancel() {
      end();
      finish("stopped");
    },
    close() {
      end();
      finish("stopped");
      setRouting(store, { phase: "closed" });
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

function pointsOf(scope: RoutingScope, host: ActionHost): AskedFrom {
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

function describeTable(records: readonly IsochroneRow[], endpoint: string, title: string): TableInfo<"isochrones"> {
  const loadedAt = new Date().toISOString();
  const id = `asked-${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}` as TableId;
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
