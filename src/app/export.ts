import { rowsInPieces, type Layer } from "#data/export/layers.ts";
import { layersOf, planExport } from "#data/export/plan-export.ts";
import type { ExportPlan } from "#data/export/export-plan.ts";
import type { SelectionExport } from "#data/export/selection-export.ts";
import type { ExportRequest } from "#domain/export/request.ts";
import { choiceInWords } from "#i18n/choice-in-words.ts";
import { takeSnapshot } from "#state/selectors.ts";
import type { PreparedExport } from "#ui/actions.ts";
import type { ActionHost } from "./action-host.ts";
import { completeResults } from "./complete-results.ts";
import { exportReadme } from "./export-readme.ts";
import { runExportWorker } from "./export-worker.ts";
import { createPause } from "./pause.ts";
import { APP_VERSION } from "./version.ts";

/**
 * Writes the current selection, in the order of the list, and the actors inside its catchments. Cells are gathered here
 * between other work, and become a file in a worker of its own, which ends with it.
 * @param onProgress share of the rows that is written, 0 to 1
 * @throws AbortError once the signal fires; Error while there are no results yet: the interface asks only when there are
 */
export async function prepareExport(
  host: ActionHost,
  request: ExportRequest,
  link: string,
  signal: AbortSignal,
  onProgress: (share: number) => void,
): Promise<PreparedExport> {
  const { stores, selectors, translate, format: words, worker } = host;
  const snapshot = takeSnapshot(stores);
  const { dataset, view } = snapshot;
  const indices = selectors.sortedSelection(snapshot);
  const counted = selectors.siteResults(snapshot);
  if (dataset.phase !== "ready" || indices === null || counted?.rule !== view.rule) {
    throw new Error("an export was asked for before the numbers were there");
  }
  const results = await completeResults(counted, worker, signal);
  if (results === null) throw new Error("the tables have changed meanwhile");
  const selection: SelectionExport = {
    dataset: dataset.dataset,
    indices,
    results,
    filters: view.filters,
    choice: {
      drawn: view.drawn,
      within: view.within === null ? null : { id: view.within, name: selectors.within(snapshot)?.name ?? null },
      added: view.added,
      removed: view.removed,
      shortlist: view.shortlist,
      onlyShortlist: view.onlyShortlist,
    },
    sort: view.sort,
    selected: view.selected,
    title: translate("export.file-title"),
    filtersInWords: choiceInWords(selectors.choice(snapshot), translate, words),
    link,
    appVersion: APP_VERSION,
  };
  const asked = { version: dataset.version, rule: view.rule, sites: indices };
  const inCatchments =
    request.content === "sites" ? null : await worker.call("actors-in-catchments", asked, { signal });
  if (inCatchments === null && request.content !== "sites") throw new Error("the tables have changed meanwhile");
  const layers = layersOf(selection, request, inCatchments);
  const readme = exportReadme({ selection, request, layers, translate, format: words });
  const { plan, fileName } = planExport(selection, request, layers, readme);
  const blob = await writeInWorker(plan, layers, signal, onProgress);
  const sources = layers.flatMap((layer) => layer.sources);
  const { lon } = dataset.dataset.sites;
  return {
    fileName,
    siteCount: indices.length,
    withoutPoint: indices.reduce((sum, site) => sum + (Number.isNaN(lon[site]!) ? 1 : 0), 0),
    actorCount: layers.find(({ name }) => name === "actors")?.rows.length ?? null,
    sources: [...new Map(sources.map((source) => [source.id, source])).values()],
    sizeBytes: blob.size,
    blob,
  };
}

async function writeInWorker(
  plan: ExportPlan,
  layers: readonly Layer[],
  signal: AbortSignal,
  onProgress: (share: number) => void,
): Promise<Blob> {
  const worker = runExportWorker();
  const { client } = worker;
  try {
    const pause = createPause(signal);
    const total = layers.reduce((sum, { rows }) => sum + rows.length, 0);
    let written = 0;
    let told = 0;
    await client.call("begin", { plan }, { signal });
    for (const [position, layer] of layers.entries()) {
      for (const rows of rowsInPieces(layer)) {
        await client.call("add", { layer: position, rows });
        signal.throwIfAborted();
        written += rows.length;
        const percent = Math.floor((written / total) * 100);
        if (percent > told) onProgress(percent / 100);
        told = percent;
        await pause();
      }
    }
    return (await client.call("finish", {}, { signal })).blob;
  } finally {
    worker.end();
  }
}
