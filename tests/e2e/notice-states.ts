import { expect, openAtlas } from "./atlas-test.ts";
import type { PageState } from "./states.ts";

/** What the page says by itself, over all that it shows. */
export const NOTICE_STATES: readonly PageState[] = [
  { name: "notice of a damaged link", query: "?v=1&country=HR&status=unused.haunted&reach=far&orbit=1", main: true },
  {
    name: "notice of a crash",
    open: async (page) => {
      await page.evaluate(() => {
        dispatchEvent(new ErrorEvent("error", { message: "a fault of the test" }));
      });
      await expect(page.getByText("Something broke, and what is shown may be wrong.")).toBeVisible();
    },
  },
  {
    name: "notice of a page that goes on",
    query: "?v=1&country=SI",
    open: async (page) => {
      await openAtlas(page);
      await expect(page.getByText("The page goes on where you left it.")).toBeVisible();
    },
  },
  {
    name: "notice of what cannot be kept",
    before: async (page) => {
      await page.addInitScript(() => {
        Object.defineProperty(IDBFactory.prototype, "open", {
          value: () => {
            throw new DOMException("The operation is insecure.", "SecurityError");
          },
        });
      });
    },
    open: (page) => expect(page.getByText(/could not be kept or read back/)).toBeVisible(),
  },
  {
    name: "notice of a newer version",
    before: async (page) => {
      await page.addInitScript(() => {
        const worker = Object.assign(new EventTarget(), { state: "installed" });
        const registration = Object.assign(new EventTarget(), { installing: null, waiting: worker, active: worker });
        const container = Object.assign(new EventTarget(), {
          controller: worker,
          register: () => Promise.resolve(registration),
        });
        Object.defineProperty(Navigator.prototype, "serviceWorker", { get: () => container });
      });
    },
    open: (page) => expect(page.getByText(/newer version of this page is ready/)).toBeVisible(),
  },
  {
    name: "notice with the way back",
    query: "?v=1&country=SI&shortlist=si-izola-shipyard",
    open: async (page) => {
      await page
        .getByRole("button", { name: /clear all filters/i })
        .first()
        .click();
      await expect(page.getByRole("button", { name: "Undo" }).last()).toBeVisible();
    },
  },
  {
    name: "tables that do not arrive",
    before: async (page) => {
      await page.route("**/generated/dataset.json", (route) => route.fulfill({ status: 500 }));
    },
    open: (page) => expect(page.getByRole("alert").filter({ hasText: "could not be loaded" })).toBeVisible(),
    withoutSites: true,
  },
];
