import { readExport } from "#data/export/read-export.ts";
import type { Issue } from "#domain/issue.ts";
import { replaceView, SORT_KEYS, type Selected, type View } from "#state/view-store.ts";
import type { OpenReport } from "#ui/actions.ts";
import type { ActionHost } from "./action-host.ts";

/** Larger than any file that the page writes of a table it can hold. */
const LARGEST_BYTES = 200 * 1024 * 1024;

/** Reads an exported GeoJSON and takes its filters, rule, order and selected record over. */
export async function openFile({ stores }: ActionHost, file: File): Promise<OpenReport> {
  const place = { kind: "file", file: file.name } as const;
  const refuse = (issue: Issue): OpenReport => ({ kind: "failed", file: file.name, issues: [issue] });
  if (file.size > LARGEST_BYTES) {
    const params = { reason: `${String(Math.ceil(file.size / 2 ** 20))} MiB` };
    return refuse({ severity: "error", place, code: "unreadable-file", params });
  }
  let text: string;
  try {
    text = await file.text();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return refuse({ severity: "error", place, code: "unreadable-file", params: { reason } });
  }
  const { restored, issues } = readExport(text, file.name);
  if (restored === null) return { kind: "failed", file: file.name, issues };

  const before = stores.view.getState();
  const sortKey = SORT_KEYS.find((key) => key === restored.sort?.key);
  const view: View = {
    ...before,
    room: "sites",
    filters: restored.filters,
    rule: restored.rule,
    selected: restored.selected as Selected | null,
    sort:
      sortKey === undefined || restored.sort === null
        ? before.sort
        : { key: sortKey, descending: restored.sort.descending },
  };
  replaceView(stores.view, view);

  const dataset = stores.dataset.getState();
  const known = new Set<string>(dataset.phase === "ready" ? dataset.dataset.sites.id : []);
  const missing = restored.siteIds.filter((id) => !known.has(id));
  const gone = missing.map((id): Issue => ({ severity: "warning", place, code: "unknown-record", params: { id } }));
  return {
    kind: "restored",
    file: file.name,
    sites: restored.siteIds.length - missing.length,
    issues: [...issues, ...gone],
  };
}
