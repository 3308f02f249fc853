import { isExport } from "#data/export/is-export.ts";
import type { ReadExport } from "#data/export/read-export.ts";
import { isProject } from "#data/project/is-project.ts";
import type { Issue } from "#domain/issue.ts";
import { readSortKey, replaceView, type Selected, type View } from "#state/view-store.ts";
import type { OpenReport } from "#ui/actions.ts";
import type { ActionHost } from "./action-host.ts";
import { runExportWorker } from "./export-worker.ts";
import { takeHypotheticals } from "./take-what-if.ts";
import { openProject } from "./project.ts";

/** An archive is unpacked, and a GeoPackage opened, in memory as a whole. */
const LARGEST_EXPORT_BYTES = 500 * 1024 * 1024;

/**
 * Opens a file that was dropped or chosen: an export restores its view, a project its tables and edits, anything else is
 * imported as a table.
 */
export async function openFile(host: ActionHost, file: File): Promise<OpenReport> {
  try {
    if (await isProject(file)) return await openProject(host, file);
    if (file.size <= LARGEST_EXPORT_BYTES && (await isExport(file))) {
      const report = restoreExport(host, await readInWorker(file), file.name);
      if (report !== null) return report;
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const place = { kind: "file", file: file.name } as const;
    const issue: Issue = { severity: "error", place, code: "unreadable-file", params: { reason } };
    return { kind: "failed", file: file.name, issues: [issue] };
  }
  (await host.imports()).open(file);
  return { kind: "import", file: file.name };
}

async function readInWorker(file: File): Promise<ReadExport> {
  const worker = runExportWorker();
  try {
    return await worker.client.call("read-export", { file, name: file.name });
  } finally {
    worker.end();
  }
}

/**
 * Takes the filters, rule, order and selected record of an export over, and what was supposed in it and is not there yet; `null`
 * for a file that is none.
 */
function restoreExport(
  { stores, translate }: ActionHost,
  { restored, issues }: ReadExport,
  file: string,
): OpenReport | null {
  const place = { kind: "file", file } as const;
  if (restored === null) return null;

  const before = stores.view.getState();
  const sortKey = readSortKey(restored.sort?.key ?? "");
  const view: View = {
    ...before,
    room: "sites",
    filters: restored.filters,
    ...restored.choice,
    within: restored.choice.within?.id ?? null,
    rule: restored.rule,
    selected: restored.selected as Selected | null,
    sort:
      sortKey === null || restored.sort === null ? before.sort : { key: sortKey, descending: restored.sort.descending },
  };
  replaceView(stores.view, view);

  const dataset = stores.dataset.getState();
  takeHypotheticals(stores.workspace, restored.supposed.hypotheticals, translate);
  const known = new Set<string>([
    ...(dataset.phase === "ready" ? dataset.dataset.sites.id : []),
    ...restored.supposed.siteIds,
  ]);
  const siteIds = restored.siteIds ?? [];
  const missing = siteIds.filter((id) => !known.has(id));
  const gone = missing.map((id): Issue => ({ severity: "warning", place, code: "unknown-record", params: { id } }));
  return {
    kind: "restored",
    file,
    sites: restored.siteIds === null ? null : siteIds.length - missing.length,
    actors: restored.actorCount,
    issues: [...issues, ...gone],
  };
}
