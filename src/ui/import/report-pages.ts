import type { ReportEntry, ReportPage, ReportQuery } from "#domain/ingest/report.ts";

/** What of the report is shown, and in which order. */
export type ReportFilter = Omit<ReportQuery, "from" | "count">;

const PAGE = 100;
const MOST_PAGES = 30;

export interface LoadedPages {
  /** Lines that fit the filter; `null` until the first page is there. */
  readonly total: number | null;
  readonly failed: boolean;
  /** The line at a position; `null` while it is on its way. */
  readonly entryAt: (index: number) => ReportEntry | null;
}

/** The lines of a report under one filter, fetched page by page as they come into sight. */
export interface ReportPages {
  readonly get: () => LoadedPages;
  readonly subscribe: (listener: () => void) => () => void;
  /** Fetches what is not there yet of these lines. Of the pages fetched before, those nearest to them are kept. */
  readonly want: (first: number, count: number) => void;
}

export function createReportPages(
  filter: ReportFilter,
  fetchPage: (query: ReportQuery) => Promise<ReportPage>,
): ReportPages {
  const pages = new Map<number, readonly ReportEntry[]>();
  const pending = new Set<number>();
  const listeners = new Set<() => void>();
  const entryAt = (index: number) => pages.get(Math.floor(index / PAGE))?.[index % PAGE] ?? null;
  let current: LoadedPages = { total: null, failed: false, entryAt };
  const publish = (next: Partial<LoadedPages>) => {
    current = { ...current, ...next };
    for (const listener of listeners) listener();
  };
  const forget = (near: number) => {
    while (pages.size > MOST_PAGES) {
      const [first = near, ...others] = pages.keys();
      pages.delete(others.reduce((far, page) => (Math.abs(page - near) > Math.abs(far - near) ? page : far), first));
    }
  };
  return {
    get: () => current,
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    want(first, count) {
      for (let page = Math.floor(first / PAGE); page * PAGE < first + count; page++) {
        if (pages.has(page) || pending.has(page)) continue;
        pending.add(page);
        fetchPage({ ...filter, from: page * PAGE, count: PAGE }).then(
          ({ entries, total }) => {
            pending.delete(page);
            pages.set(page, entries);
            forget(page);
            publish({ total, failed: false });
          },
          () => {
            pending.delete(page);
            publish({ failed: true });
          },
        );
      }
    },
  };
}
