import { describe, expect, it } from "vitest";
import type { ReportEntry, ReportPage, ReportQuery } from "#domain/ingest/report.ts";
import { createReportPages, type ReportFilter } from "#ui/import/report-pages.ts";

const FILTER: ReportFilter = { severity: null, code: "no-point", column: null, sort: "row", descending: true };

const entry = (row: number): ReportEntry => ({
  row,
  outcome: "warned",
  issue: { severity: "warning", place: { kind: "row", file: "a.csv", row }, code: "no-point", params: {} },
  point: null,
});

/** A report of so many lines, and what was asked of it. */
function report(total: number) {
  const asked: ReportQuery[] = [];
  const fetchPage = (query: ReportQuery): Promise<ReportPage> => {
    asked.push(query);
    const count = Math.max(0, Math.min(query.count, total - query.from));
    return Promise.resolve({ total, entries: Array.from({ length: count }, (_, at) => entry(query.from + at)) });
  };
  return { asked, fetchPage };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

describe("createReportPages", () => {
  it("fetches the pages that hold the lines, with the filter, once", async () => {
    const { asked, fetchPage } = report(1000);
    const pages = createReportPages(FILTER, fetchPage);
    pages.want(95, 10);
    pages.want(95, 10);
    await settled();
    pages.want(99, 2);
    expect(asked).toEqual([
      { ...FILTER, from: 0, count: 100 },
      { ...FILTER, from: 100, count: 100 },
    ]);
    expect(pages.get().total).toBe(1000);
    expect(pages.get().entryAt(104)?.row).toBe(104);
    expect(pages.get().entryAt(200)).toBeNull();
  });

  it("tells whoever listens, until they stop", async () => {
    const { fetchPage } = report(10);
    const pages = createReportPages(FILTER, fetchPage);
    let heard = 0;
    const stop = pages.subscribe(() => (heard += 1));
    pages.want(0, 5);
    await settled();
    stop();
    pages.want(500, 1);
    await settled();
    expect(heard).toBe(1);
  });

  it("keeps a bounded number of pages, those nearest to where the reader is", async () => {
    const { fetchPage } = report(1_000_000);
    const pages = createReportPages(FILTER, fetchPage);
    for (let page = 0; page < 100; page++) {
      pages.want(page * 100, 1);
      await settled();
    }
    const held = Array.from({ length: 100 }, (_, page) => page).filter(
      (page) => pages.get().entryAt(page * 100) !== null,
    );
    expect(held.length).toBeLessThanOrEqual(30);
    expect(held).toContain(99);
    expect(held).not.toContain(0);
  });

  it("says that fetching failed, and tries again when asked again", async () => {
    const { fetchPage } = report(10);
    let refuse = true;
    const pages = createReportPages(FILTER, (query) => (refuse ? Promise.reject(new Error("gone")) : fetchPage(query)));
    pages.want(0, 1);
    await settled();
    expect(pages.get()).toMatchObject({ total: null, failed: true });
    refuse = false;
    pages.want(0, 1);
    await settled();
    expect(pages.get()).toMatchObject({ total: 10, failed: false });
  });
});
