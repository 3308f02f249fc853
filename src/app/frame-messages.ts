import type { SiteId } from "#domain/site/site.ts";
import type { Selectors, Snapshot } from "#state/selectors.ts";
import { nameOfSelected } from "#ui/shared/name-of-selected.ts";

const VERSION = 1;

/** What the page around is told. README.md describes it; what is added later keeps what is there. */
export interface SelectionMessage {
  readonly type: "refresh-atlas:selection";
  readonly version: typeof VERSION;
  /** The site whose sheet is open. */
  readonly site: { readonly id: SiteId; readonly name: string } | null;
  /** The sites that filters, areas and picks select, in the order of the list. */
  readonly sites: { readonly count: number; readonly ids: readonly SiteId[] };
  /** Address of the same view as a whole page. */
  readonly link: string;
}

/** `null` while the numbers are not there, or not yet those of the present choice. */
export function selectionMessage(snapshot: Snapshot, selectors: Selectors, link: string): SelectionMessage | null {
  const { dataset, result } = snapshot;
  const shown = selectors.sortedSelection(snapshot);
  if (dataset.phase !== "ready" || shown === null || result.pending) return null;
  const { sites } = dataset.dataset;
  const ids = [...shown].flatMap((site) => sites.id[site] ?? []);
  const site = selectors.selectedSite(snapshot);
  const id = site === null ? undefined : sites.id[site];
  return {
    type: "refresh-atlas:selection",
    version: VERSION,
    site: id === undefined ? null : { id, name: nameOfSelected(snapshot, selectors) ?? id },
    sites: { count: ids.length, ids },
    link,
  };
}

/**
 * Reads what the page around asks for: `{ type: "refresh-atlas:select", version: 1, id }`, the id of a site or `null` for
 * none. Anything else gives `undefined`.
 */
export function readSelect(data: unknown): SiteId | null | undefined {
  if (typeof data !== "object" || data === null) return undefined;
  const { type, version, id } = data as Partial<Record<string, unknown>>;
  if (type !== "refresh-atlas:select" || version !== VERSION) return undefined;
  return id === null || (typeof id === "string" && id !== "") ? (id as SiteId | null) : undefined;
}
