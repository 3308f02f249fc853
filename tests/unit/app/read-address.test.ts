import { expect, it } from "vitest";
import { readAddressed } from "#app/link-sync.ts";
import { resumeSession } from "#app/resume-session.ts";
import type { WorkspaceKeeper } from "#app/keep-workspace.ts";
import { MOST } from "#domain/limits.ts";
import type { SiteId } from "#domain/site/site.ts";
import { writeLink, writeShortLink } from "#state/link-codec.ts";
import { DEFAULT_VIEW } from "#state/view-store.ts";
import { createStores } from "../../helpers/stores.ts";

const opened = (search: string, link: string | null = null) =>
  readAddressed({ location: { search }, history: { state: link === null ? null : { link } } } as unknown as Window);

it("an address that is too long is not read", () => {
  const { view, issues } = opened(`?v=1&q=${"a".repeat(MOST.link)}`);
  expect(view).toBe(DEFAULT_VIEW);
  expect(issues).toMatchObject([{ code: "over-limit", params: { what: "link" } }]);
});

it("the whole of a view that the browser's history holds is read, however long", () => {
  const added = Array.from({ length: MOST.link / 10 }, (_, at) => `a-site-of-many-${String(at)}` as SiteId);
  const view = { ...DEFAULT_VIEW, added };
  const whole = writeLink(view);
  expect(whole.length).toBeGreaterThan(MOST.link);
  const read = opened(writeShortLink(view).query, whole);
  expect(read.issues).toEqual([]);
  expect(read.view.added).toHaveLength(added.length);
});

it("what cannot be read of the view that was left the last time is told", async () => {
  const stores = createStores();
  const keeper = { rememberLink: () => undefined, recallLink: () => Promise.resolve("?v=1&q=mill&nonsense=1") };
  await resumeSession(stores, keeper as unknown as WorkspaceKeeper, "");
  expect(stores.view.getState().filters.text).toBe("mill");
  expect(stores.notices.getState().linkIssues).toMatchObject([{ code: "unknown-key", place: { key: "nonsense" } }]);
});
