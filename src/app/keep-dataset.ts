import type { Dataset } from "#domain/dataset.ts";
import { foldText } from "#domain/selection/fold-text.ts";
import { stepsToLookups } from "#domain/selection/site-lookups.ts";
import type { SiteTable } from "#domain/site/site.ts";
import { codeTexts } from "#domain/text-codes.ts";
import { composeInSteps, tablesOf } from "#domain/workspace/compose-dataset.ts";
import type { IsochroneTable } from "#domain/travel/isochrone-table.ts";
import type { Published } from "#domain/workspace/published.ts";
import type { LoadedTable } from "#domain/workspace/table.ts";
import type { Workspace } from "#domain/workspace/workspace.ts";
import { failDataset, setDataset } from "#state/dataset-store.ts";
import type { Stores } from "#state/stores.ts";
import { setWorkspace } from "#state/workspace-store.ts";
import { isAbortError, WorkerGoneError, type WorkerClient } from "#workers/client.ts";
import type { AnalysisTasks } from "#workers/protocol.ts";
import type { SpokenWords } from "./language.ts";
import { createPause, inTurns, nextTask } from "./pause.ts";

/** Keeps the dataset, here and in the worker, true to the workspace. */
export interface DatasetKeeper {
  /** Takes the published tables, for the first time or for a worker that was started anew. */
  publish(published: Published): void;
  /** The worker was started anew and knows nothing: nothing is sent until the tables are published again. */
  forget(): void;
}

export function keepDataset(
  stores: Stores,
  worker: WorkerClient<AnalysisTasks>,
  words: Pick<SpokenWords, "translate" | "format" | "ready" | "onChange">,
): DatasetKeeper {
  let published: Published | null = null;
  let sentVersion = 0;
  /** Those that the worker has. */
  let sentIsochrones: IsochroneTable | null = null;
  let searchTexts = new WeakMap<SiteTable, readonly string[]>();

  /** Makes what is said of the sites in the language of the moment. */
  const describe = async (sites: SiteTable, pause: () => Promise<void> | undefined) => {
    await words.ready;
    const texts = searchTexts.get(sites) ?? (await inTurns(foldTexts(sites, words), pause));
    searchTexts.set(sites, texts);
    await inTurns(stepsToLookups(sites, stores.view.getState().language), pause);
    return texts;
  };

  const rebuild = async (signal: AbortSignal) => {
    if (published === null) return;
    const { workspace } = stores.workspace.getState();
    const pause = createPause(signal);
    if (workspace.tables.some(({ info }) => info.rowCount > LARGE_TABLE_ROWS)) await nextTask();
    signal.throwIfAborted();
    const dataset = await inTurns(composeInSteps(workspace, published), pause);
    const version = ++sentVersion;
    const hasIsochrones = sentIsochrones === dataset.isochrones;
    await sendTables(worker, version, dataset, hasIsochrones, workspace.tables, pause);
    sentIsochrones = dataset.isochrones;
    const texts = await describe(dataset.sites, pause);
    signal.throwIfAborted();
    setDataset(stores.dataset, dataset, texts, version);
  };
  let running = new AbortController();
  const run = (work: (signal: AbortSignal) => Promise<void>) => {
    running.abort();
    running = new AbortController();
    work(running.signal).catch((error: unknown) => {
      if (isAbortError(error) || error instanceof WorkerGoneError) return;
      failDataset(stores.dataset, "worker");
      throw error;
    });
  };
  const start = () => {
    run(rebuild);
  };
  words.onChange(() => {
    searchTexts = new WeakMap();
    const state = stores.dataset.getState();
    if (state.phase !== "ready") return;
    const isCurrent = state.version === sentVersion;
    run(async (signal) => {
      if (!isCurrent) {
        await rebuild(signal);
        return;
      }
      const texts = await describe(state.dataset.sites, createPause(signal));
      signal.throwIfAborted();
      setDataset(stores.dataset, state.dataset, texts, state.version);
    });
  });
  stores.workspace.subscribe((state) => state.workspace, start, { equalityFn: hasSameRecords });
  return {
    forget() {
      running.abort();
      published = null;
      sentIsochrones = null;
    },
    publish(tables) {
      published = tables;
      const { workspace } = stores.workspace.getState();
      if (workspace.tables.some(({ info }) => info.origin === "bundled")) start();
      else setWorkspace(stores.workspace, { ...workspace, tables: [...tables.tables, ...workspace.tables] });
    },
  };
}

/** Reuse concepts are no part of the dataset. */
function hasSameRecords(a: Workspace, b: Workspace): boolean {
  return a.tables === b.tables && a.edits.sites === b.edits.sites && a.edits.actors === b.edits.actors;
}

/** A workspace with a table of more rows is composed in a task of its own, after whatever changed it. */
const LARGE_TABLE_ROWS = 50_000;

/** Actors that one message holds: copying them takes a few milliseconds. */
const ACTORS_A_PIECE = 100_000;

/** Hands over what the worker counts, no texts, in pieces. */
async function sendTables(
  worker: WorkerClient<AnalysisTasks>,
  version: number,
  { sites, actors, coverage, isochrones }: Dataset,
  hasIsochrones: boolean,
  tables: readonly LoadedTable[],
  pause: () => Promise<void> | undefined,
): Promise<void> {
  const { count, lon, lat, sector, category, precision } = actors;
  await pause();
  const country = codeTexts(actors.country, count);
  const sent: Promise<null>[] = [];
  /** Answers are waited for at the end; until then a worker that dies is nobody's unheard rejection. */
  const send = (call: Promise<null>) => {
    call.catch(() => undefined);
    sent.push(call);
  };
  send(worker.call("begin-actors", { count, countries: country.values }));
  for (let from = 0; from < count; from += ACTORS_A_PIECE) {
    await pause();
    const to = Math.min(from + ACTORS_A_PIECE, count);
    const piece = {
      lon: lon.slice(from, to),
      lat: lat.slice(from, to),
      sector: sector.slice(from, to),
      category: category.slice(from, to),
      precision: precision.slice(from, to),
      countryCode: country.code.slice(from, to),
    };
    const transfer = Object.values(piece).map((column) => column.buffer);
    send(worker.call("add-actors", { from, actors: piece }, { transfer }));
  }
  const given = {
    sites: {
      lon: sites.lon,
      lat: sites.lat,
      precision: sites.precision,
      country: sites.country,
      reuseStatus: sites.reuseStatus,
      floorAreaSquareMeters: sites.floorAreaSquareMeters,
    },
    coverage,
    siteIds: isochrones.count === 0 ? [] : sites.id,
    population: tablesOf(tables, "population").map(({ records }) => ({ ...records, name: [], country: [] })),
  };
  if (!hasIsochrones) send(worker.call("set-isochrones", { isochrones }));
  send(worker.call("set-tables", { version, tables: given }));
  await Promise.all(sent);
}

/** Sites between two pauses: folding their texts takes a few milliseconds. */
const SITES_A_STEP = 2000;

/** What the text filter looks at, folded: names, town, country, industry, use. */
function* foldTexts(
  sites: SiteTable,
  { translate, format }: Pick<SpokenWords, "translate" | "format">,
): Generator<undefined, readonly string[]> {
  const texts: string[] = [];
  for (let site = 0; site < sites.count; site++) {
    if (site % SITES_A_STEP === SITES_A_STEP - 1) yield;
    const country = sites.country[site] ?? null;
    const words = [
      sites.name[site],
      sites.nameLocal[site],
      sites.municipality[site],
      country === null ? null : format.country(country),
      translate(`industry.${sites.industry[site]!}`),
      sites.currentUse[site],
    ];
    texts.push(foldText(words.filter((word) => word !== null && word !== undefined).join(" ")));
  }
  return texts;
}
