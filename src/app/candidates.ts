import { OSM_SOURCE } from "#data/osm/osm-source.ts";
import { WIKIDATA_SOURCE } from "#data/wikidata/wikidata-source.ts";
import type { DataSource } from "#domain/data-source.ts";
import { boundsOf } from "#domain/geo/bounds.ts";
import { destination } from "#domain/geo/geodesic.ts";
import type { Point } from "#domain/geo/points.ts";
import { applyCandidates, type CandidateDecision } from "#domain/live/apply-candidates.ts";
import { coveringBoxes, distinctAreas } from "#domain/live/asked-area.ts";
import type { AskedSites, SiteAnswer } from "#domain/live/asked-sites.ts";
import type { SiteService } from "#domain/live/site-candidate.ts";
import type { SiteId } from "#domain/site/site.ts";
import type { TableInfo } from "#domain/workspace/table.ts";
import { meters, type Meters } from "#domain/units.ts";
import { reachAround } from "#domain/travel/apply-rule.ts";
import { setCandidates } from "#state/candidates-store.ts";
import { takeSnapshot } from "#state/selectors.ts";
import { doStep } from "#state/workspace-store.ts";
import type { AskedBox, CandidateActions, LookScope } from "#ui/candidates/candidate-actions.ts";
import type { ActionHost } from "./action-host.ts";
import { keepEndpoints, readEndpoints } from "./endpoints.ts";
import { newTableId } from "./new-table-id.ts";
import { createSourcesRun } from "./sources-run.ts";

const SOURCES: Readonly<Record<SiteService, DataSource>> = { overpass: OSM_SOURCE, wikidata: WIKIDATA_SOURCE };

/** Fills in looking for sites at other hosts. What was rejected is remembered until the page is left. */
export function createCandidates(host: ActionHost): CandidateActions {
  const { stores, translate } = host;
  const store = stores.candidates;
  /** By page: when one more service has answered, the same site may come under another identifier. */
  const decided = new Map<string, CandidateDecision>();
  let asked: AskedBox | null = null;
  const { client, run, end, isRunning } = createSourcesRun(() => {
    const { phase } = store.getState();
    if (phase === "asking" || phase === "reviewing") setCandidates(store, { phase: "failed" });
  });

  const review = (answer: AskedSites) => {
    const decisions = new Map<SiteId, CandidateDecision>();
    for (const { row, pages } of answer.candidates) {
      const decision = pages.map((page) => decided.get(page)).find((one) => one !== undefined);
      if (decision !== undefined) decisions.set(row.id, decision);
    }
    setCandidates(store, { phase: "reviewing", answer, decisions });
  };

  const ask = (area: AskedBox, services: readonly SiteService[], joined: boolean) => {
    run(async (signal) => {
      const state = stores.dataset.getState();
      if (state.phase !== "ready") return;
      setCandidates(store, { phase: "asking", progress: null });
      const { count, id, name, nameLocal, lon, lat, sourceUrl, note } = state.dataset.sites;
      const answer = await client().call(
        "ask-sites",
        {
          areas: coveringBoxes(area),
          services: services.map((service) => ({ service, endpoints: readEndpoints(service) })),
          language: stores.view.getState().language,
          sites: { count, id, name, nameLocal, lon, lat, sourceUrl, note },
          joined,
        },
        {
          signal,
          onProgress: (progress) => {
            if (!signal.aborted) setCandidates(store, { phase: "asking", progress });
          },
        },
      );
      review(answer);
    });
  };

  const decideEach = (ids: readonly SiteId[], decisionOf: (id: SiteId) => CandidateDecision | null) => {
    const state = store.getState();
    if (state.phase !== "reviewing") return;
    const asked = new Set(ids);
    for (const { row, pages } of state.answer.candidates) {
      if (!asked.has(row.id)) continue;
      const decision = decisionOf(row.id);
      for (const page of pages) {
        if (decision === null) decided.delete(page);
        else decided.set(page, decision);
      }
    }
    review(state.answer);
  };

  return {
    areaOf: (scope) => areaOf(scope, host),
    ask(area, services) {
      asked = area;
      for (const [page, { kind }] of decided) if (kind !== "reject") decided.delete(page);
      ask(area, services, false);
    },
    askFailed() {
      const state = store.getState();
      if (state.phase !== "reviewing" || asked === null) return;
      ask(asked, [...new Set(state.answer.failed.map(({ service }) => service))], true);
    },
    cancel() {
      run(async (signal) => {
        const answer = isRunning() ? await client().call("sites-so-far", {}, { signal }) : null;
        if (answer !== null && answer.answers.length > 0) review(answer);
        else setCandidates(store, { phase: "choosing" });
      });
    },
    decide(ids, decision) {
      decideEach(ids, () => decision);
    },
    mergeNear(ids) {
      const state = store.getState();
      if (state.phase !== "reviewing") return;
      const near = new Map(state.answer.candidates.map((candidate) => [candidate.row.id, candidate.near]));
      decideEach(
        ids.filter((id) => near.get(id) != null),
        (id) => ({ kind: "merge", into: near.get(id)!.id }),
      );
    },
    apply() {
      const state = store.getState();
      if (state.phase !== "reviewing") return;
      const { answer, decisions } = state;
      const changes = applyCandidates(stores.workspace.getState().workspace, {
        candidates: answer.candidates,
        decisions,
        describe: (service, rowCount, before) =>
          describeTable(
            answer.answers.find((one) => one.service === service),
            { service, rowCount, before, title: translate(`candidates.table.${service}`) },
          ),
        cite: (service, page) => `${page} (${SOURCES[service].attribution})`,
      });
      const [accepted, merged] = (["accept", "merge"] as const).map(
        (kind) => [...decisions.values()].filter((decision) => decision.kind === kind).length,
      ) as [number, number];
      end();
      if (changes.length > 0) {
        doStep(stores.workspace, { changes, label: "sites-asked", params: { count: accepted + merged } });
      }
      setCandidates(store, { phase: "done", accepted, merged });
    },
    back() {
      end();
      setCandidates(store, { phase: "choosing" });
    },
    close() {
      end();
      setCandidates(store, { phase: "closed" });
      host.map()?.markPoint(null);
    },
    endpoints: readEndpoints,
    setEndpoints: keepEndpoints,
  };
}

/** Beyond the outermost sites of a selection. */
const MARGIN = meters(1000);

function areaOf(scope: LookScope, host: ActionHost): AskedBox | null {
  const snapshot = takeSnapshot(host.stores);
  const { dataset, view, result } = snapshot;
  if (dataset.phase !== "ready") return null;
  const { sites } = dataset.dataset;
  switch (scope) {
    case "view": {
      const bounds = host.map()?.visibleBounds();
      return bounds === undefined ? null : boxOf(bounds);
    }
    case "record": {
      const radius = reachAround(view.rule);
      if (view.selected?.kind === "site") {
        const site = host.selectors.selectedSite(snapshot);
        if (site === null || Number.isNaN(sites.lon[site]!)) return null;
        return boxAround({ lon: sites.lon[site]!, lat: sites.lat[site]! }, radius);
      }
      const place = result.catchment?.place;
      return view.selected === null || place?.id !== view.selected.id ? null : boxAround(place, radius);
    }
    case "selection": {
      const bounds = boundsOf(sites, host.selectors.selection(snapshot)?.indices ?? []);
      if (bounds === null) return null;
      const [west, south, east, north] = bounds;
      const [from, to] = [boxAround({ lon: west, lat: south }, MARGIN), boxAround({ lon: east, lat: north }, MARGIN)];
      return { kind: "box", west: from.west, south: from.south, east: to.east, north: to.north };
    }
  }
}

/** Across the antimeridian its east lies beyond 180°. */
function boxAround({ lon, lat }: Point, radius: Meters): AskedBox {
  const side = (azimuth: number) => destination({ lon, lat }, azimuth, radius);
  const [west, east] = [side(270).lon, side(90).lon];
  return boxOf([west, side(180).lat, east < west ? east + 360 : east, side(0).lat]);
}

function boxOf([west, south, east, north]: readonly [number, number, number, number]): AskedBox {
  return { kind: "box", west, south, east, north };
}

interface TableTerms {
  readonly service: SiteService;
  readonly rowCount: number;
  /** The table of this service so far. */
  readonly before: TableInfo | null;
  readonly title: string;
}

function describeTable(
  answer: SiteAnswer | undefined,
  { service, rowCount, before, title }: TableTerms,
): TableInfo<"sites"> {
  const loadedAt = new Date().toISOString();
  const id = newTableId("asked");
  const asOf = answer?.asOf ?? null;
  return {
    id,
    kind: "sites",
    title,
    origin: "imported",
    source: { ...SOURCES[service], id, date: (asOf ?? loadedAt).slice(0, 10) },
    rowsRead: rowCount,
    rowsRejected: 0,
    rowsMerged: 0,
    rowCount,
    sizeBytes: 0,
    loadedAt,
    coverage: [],
    asked: {
      service,
      endpoint: answer?.endpoint ?? "",
      areas: distinctAreas([...(before?.asked?.areas ?? []), ...(answer?.areas ?? [])]),
      asOf,
    },
  };
}
