import { OSM_SOURCE } from "#data/osm/osm-source.ts";
import type { ActorTable } from "#domain/actor/actor.ts";
import { distinctAreas } from "#domain/live/asked-area.ts";
import { mergeAsked } from "#domain/live/merge-asked.ts";
import type { AskedActors } from "#domain/live/ask.ts";
import { addTable, workspaceBeside } from "#domain/workspace/add-table.ts";
import { actorsInSteps } from "#domain/workspace/compose-dataset.ts";
import type { AskedArea, LoadedTable, TableInfo } from "#domain/workspace/table.ts";
import { reachAround } from "#domain/travel/apply-rule.ts";
import { setLive } from "#state/live-store.ts";
import { takeSnapshot } from "#state/selectors.ts";
import { doStep } from "#state/workspace-store.ts";
import type { AskScope, LiveActions } from "#ui/live/live-actions.ts";
import type { ActionHost } from "./action-host.ts";
import { keepEndpoints, readEndpoints } from "./endpoints.ts";
import { newTableId } from "./new-table-id.ts";
import { createPause, inTurns } from "./pause.ts";
import { requestFile } from "./requests.ts";
import { createSourcesRun } from "./sources-run.ts";

/**
 * Fills in what the interface may ask of other hosts. Only the worker that this starts asks them, and only when `ask` is
 * called. What was answered before stays in one table of the source, so that no actor is counted twice.
 */
export function createLive(host: ActionHost): LiveActions {
  const { stores, translate } = host;
  const store = stores.live;
  const { client, run, end, isRunning } = createSourcesRun(() => {
    const { phase } = store.getState();
    if (phase === "asking" || phase === "answered") setLive(store, { phase: "failed", code: "asking-ended" });
  });
  const loadedTable = () => tableOfSource(stores.workspace.getState().workspace.tables);

  const ask = (areas: readonly AskedArea[], joined: boolean) => {
    run(async (signal) => {
      setLive(store, { phase: "asking", progress: null });
      const tagTable = await requestFile("generated/osm-actors.json");
      signal.throwIfAborted();
      if (!tagTable.ok) {
        setLive(store, { phase: "failed", code: "no-tag-table" });
        return;
      }
      const { workspace } = stores.workspace.getState();
      const beside = workspaceBeside(workspace, loadedTable()?.info.id ?? null);
      const { table } = await inTurns(actorsInSteps(beside), createPause(signal));
      const summary = await client().call(
        "ask-actors",
        {
          areas: distinctAreas(areas),
          endpoints: readEndpoints("overpass"),
          tagTable: tagTable.value,
          language: stores.view.getState().language,
          loaded: { count: table.count, id: table.id, name: table.name, lon: table.lon, lat: table.lat },
          joined,
        },
        {
          signal,
          onProgress: (progress) => {
            if (!signal.aborted) setLive(store, { phase: "asking", progress });
          },
        },
      );
      setLive(store, { phase: "answered", summary });
    });
  };

  return {
    areasOf: (scope) => areasOf(scope, host, loadedTable()?.info ?? null),
    ask(areas) {
      ask(areas, false);
    },
    askFailed() {
      const state = store.getState();
      if (state.phase === "answered")
        ask(
          state.summary.failed.map(({ area }) => area),
          true,
        );
    },
    cancel() {
      run(async (signal) => {
        const summary = isRunning() ? await client().call("answer-so-far", {}, { signal }) : null;
        const isAnswered = summary !== null && summary.answered.length > 0;
        setLive(store, isAnswered ? { phase: "answered", summary } : { phase: "choosing" });
      });
    },
    load(leaveOutRepeats) {
      const state = store.getState();
      if (state.phase !== "answered") return;
      const { summary } = state;
      run(async (signal) => {
        const before = loadedTable();
        const { records } = await client().call(
          "finish-actors",
          { before: before?.records ?? null, leaveOutRepeats },
          { signal },
        );
        end();
        const info = describeTable(before?.info ?? null, records, summary, translate("live.table"));
        const added = { info, records } as LoadedTable;
        const { workspace } = stores.workspace.getState();
        const changes = addTable(workspace, { added, replaces: before?.info.id ?? null, fills: [] });
        doStep(stores.workspace, { changes, label: "actors-asked", params: { count: records.count } });
        setLive(store, { phase: "loaded", rowCount: records.count });
      });
    },
    close() {
      end();
      setLive(store, { phase: "closed" });
    },
    endpoints: () => readEndpoints("overpass"),
    setEndpoints: (endpoints) => {
      keepEndpoints("overpass", endpoints);
    },
    loaded: () => loadedTable()?.info ?? null,
  };
}

type ActorsLoaded = LoadedTable & { readonly records: ActorTable };

/** The one table that holds what this source has answered. */
function tableOfSource(tables: readonly LoadedTable[]): ActorsLoaded | null {
  const found = tables.find(({ info }) => info.kind === "actors" && info.asked?.service === "overpass");
  return (found as ActorsLoaded | undefined) ?? null;
}

function areasOf(scope: AskScope, host: ActionHost, loaded: TableInfo | null): readonly AskedArea[] {
  const snapshot = takeSnapshot(host.stores);
  const { dataset, view, result } = snapshot;
  if (dataset.phase !== "ready") return [];
  const radiusMeters = reachAround(view.rule);
  const { lon, lat } = dataset.dataset.sites;
  const aroundSite = (site: number): readonly AskedArea[] =>
    Number.isNaN(lon[site]!) ? [] : [{ kind: "disc", center: { lon: lon[site]!, lat: lat[site]! }, radiusMeters }];
  switch (scope) {
    case "record": {
      if (view.selected?.kind === "site") {
        const site = host.selectors.selectedSite(snapshot);
        return site === null ? [] : aroundSite(site);
      }
      const place = result.catchment?.place;
      if (view.selected === null || place?.id !== view.selected.id) return [];
      return [{ kind: "disc", center: { lon: place.lon, lat: place.lat }, radiusMeters }];
    }
    case "selection":
      return [...(host.selectors.selection(snapshot)?.indices ?? [])].flatMap(aroundSite);
    case "view": {
      const bounds = host.map()?.visibleBounds();
      if (bounds === undefined) return [];
      const [west, south, east, north] = bounds;
      return [{ kind: "box", west, south, east, north }];
    }
    case "again":
      return loaded?.asked?.areas ?? [];
  }
}

function describeTable(
  before: TableInfo | null,
  records: ActorTable,
  { answered, asOf, endpoint }: AskedActors,
  title: string,
): TableInfo {
  const loadedAt = new Date().toISOString();
  const id = newTableId("asked");
  const { areas, coverage } = mergeAsked(before, answered, {
    date: (asOf ?? loadedAt).slice(0, 10),
    source: OSM_SOURCE.title,
    id,
  });
  return {
    id,
    kind: "actors",
    title,
    origin: "imported",
    source: { ...OSM_SOURCE, id, date: (asOf ?? loadedAt).slice(0, 10) },
    rowsRead: records.count,
    rowsRejected: 0,
    rowsMerged: 0,
    rowCount: records.count,
    sizeBytes: 0,
    loadedAt,
    coverage,
    asked: { service: "overpass", endpoint, areas, asOf },
  };
}
