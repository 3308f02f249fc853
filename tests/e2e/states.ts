import type { Page } from "@playwright/test";
import { expect, settled } from "./atlas-test.ts";
import { atColumns, chooseFile, importDialog, loadRows, readAllRows } from "./import-steps.ts";
import { NOTICE_STATES } from "./notice-states.ts";

/** A state of the page, and how a user comes there. */
export interface PageState {
  readonly name: string;
  readonly query?: string;
  /** Before the page is opened: what is to fail. */
  readonly before?: (page: Page) => Promise<void>;
  /** From the page that is opened and settled; without one the page is there already. */
  readonly open?: (page: Page) => Promise<void>;
  /** The page does not come to a list of sites. */
  readonly withoutSites?: boolean;
  /** Of the map itself: without WebGL there is no such state. */
  readonly onMap?: boolean;
  /** One of those that are looked at on a phone, at 320 px and at 400 %, too. */
  readonly main?: boolean;
}

const SITE = "?v=1&site=hu-komlo-zobak-akna&map=9/46.19/18.26";
const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name }).first();

const ACTORS = `id,name,sector,lon,lat,website
a,Alpha,trade,14.75,45.36,https://a.example
b,Beta,trade,14.76,95,https://b.example
c,Gamma,nobody knows,14.77,45.36,
d,Delta,service,14.78,45.36,not an address`;

const MILLS =
  "id,name,lon,lat,reuse_status,current_use\nmill,Old mill,14.75,45.36,unused,\nmill-2,Old Mill,14.7502,45.3601,,storage\n";

async function openColumns(page: Page, name: string, content: string): Promise<void> {
  await chooseFile(page, { name, content });
  await atColumns(page);
}

async function supposeThree(page: Page): Promise<void> {
  const takes = page.getByRole("article").getByRole("region", { name: "What would it take" });
  await takes.getByRole("button", { name: /^Try it/ }).first().click(); // prettier-ignore
  await settled(page);
  await expect(page.getByRole("region", { name: "What-if" })).toBeVisible();
}

async function openFilter(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole("group", { name: "Filters" }).getByRole("button", { name }).first().click();
  await expect(page.locator("[popover]:popover-open")).toBeVisible();
}

/** Rooms, and what can stand open in them: each is looked at by axe and measured. */
export const STATES: readonly PageState[] = [
  { name: "list", main: true },
  { name: "empty list", query: "?v=1&q=nosuchplace", main: true },
  {
    name: "search with towns",
    main: true,
    open: (page) => page.getByRole("combobox", { name: /^Search/ }).fill("rije"),
  },
  { name: "filters active", query: "?v=1&country=SI.HR.DE&status=unused&added=hu-komlo-zobak-akna&color=evenness" },
  { name: "menu of a filter", main: true, open: (page) => openFilter(page, "Country") },
  { name: "menu of the period", open: (page) => openFilter(page, /^(Built|Period)/) },
  {
    name: "menu of the area",
    main: true,
    open: async (page) => {
      await openFilter(page, /^Area/);
      await page.getByText("Centre and radius").click();
      await page.getByRole("textbox", { name: "Radius, km" }).press("Enter");
    },
  },
  {
    name: "menu of the shortlist",
    query: "?v=1&shortlist=hu-komlo-zobak-akna,si-izola-shipyard",
    open: async (page) => {
      await openFilter(page, /^Shortlist/);
      await expect(page.getByRole("list", { name: "Shortlisted sites" })).toBeVisible();
    },
  },
  {
    name: "menu of what was picked by hand",
    query: "?v=1&country=SI&added=hu-komlo-zobak-akna&removed=si-izola-shipyard",
    open: async (page) => {
      await openFilter(page, /^By hand/);
      await expect(page.getByRole("button", { name: /^Put .* back$/ })).toBeVisible();
    },
  },
  {
    name: "bar of a drawing",
    onMap: true,
    main: true,
    open: async (page) => {
      await expect(page.locator("html")).toHaveAttribute("data-map", "shown");
      await openFilter(page, /^Area/);
      await page.getByRole("button", { name: "Polygon", exact: true }).click();
      await expect(page.getByRole("group", { name: "Drawing an area" })).toBeVisible();
    },
  },
  {
    name: "rule panel with minutes",
    query: SITE,
    main: true,
    open: async (page) => {
      if (!(await button(page, "Change rule").isVisible())) await button(page, "Close the sheet").click();
      await button(page, "Change rule").click();
      await page.getByRole("radio", { name: "Car" }).check();
      await settled(page);
      await button(page, "Change what it rests on").click();
    },
  },
  {
    name: "legend with the choice of actors",
    onMap: true,
    query: "?v=1&map=11/46.19/18.26&color=evenness",
    open: async (page) => {
      const toggle = page.getByRole("button", { name: "Legend" });
      if ((await toggle.getAttribute("aria-expanded")) === "false") await toggle.click();
      await page.getByText("Choose what is drawn").click();
      await expect(page.getByRole("region", { name: "Legend" }).getByRole("checkbox").first()).toBeVisible();
    },
  },
  { name: "sheet, verdict not known", query: SITE, main: true },
  { name: "sheet, enough alone", query: "?v=1&site=si-izola-shipyard&alone=2" },
  { name: "sheet, enough together", query: "?v=1&site=si-izola-shipyard&reach=12000" },
  {
    name: "sheet, with all tables and lists open",
    query: SITE,
    open: async (page) => {
      await expect(page.getByRole("heading", { name: "What would it take" })).toBeVisible();
      await page.locator(".sheet details").evaluateAll((all) => {
        for (const details of all) (details as HTMLDetailsElement).open = true;
      });
      await settled(page);
    },
  },
  { name: "sheet of a town", query: "?v=1&place=3192682&map=9/46/15" },
  { name: "sheet of a site that is not loaded", query: "?v=1&site=de-nowhere-mill" },
  { name: "options room", query: "?v=1&room=options&site=hu-komlo-komloverzum", main: true },
  {
    name: "options room, a concept being written",
    query: "?v=1&room=options",
    open: (page) => button(page, /concept/i).click(),
  },
  {
    name: "benchmark room",
    query:
      "?v=1&room=benchmark&weights=evenness-2&shortlist=hu-komlo-zobak-akna,si-izola-shipyard&site=si-izola-shipyard",
    main: true,
  },
  {
    name: "spaces room",
    query: "?v=1&room=spaces&space=si-piran-monfort-bay-3&s-near=3192682&s-around=least-5-service-5000",
    main: true,
  },
  { name: "programme room", query: "?v=1&room=programme", main: true },
  { name: "programme without a hit", query: "?v=1&room=programme&act=song" },
  { name: "data room", query: "?v=1&room=data", main: true },
  { name: "method room", query: "?v=1&room=method", main: true },
  {
    name: "method room, licences",
    query: "?v=1&room=method",
    open: async (page) => {
      await page.getByText("All packages, with the texts of their licences").click();
      await page.locator(".licences-packages summary").first().click();
    },
  },
  {
    name: "a room that is on its way",
    query: "?v=1&room=programme",
    before: async (page) => {
      await page.route("**/programme-room-*.js", () => undefined);
    },
    open: (page) => expect(page.getByText("Opening the room…")).toBeVisible(),
  },
  {
    name: "form of a site to be added, with errors",
    main: true,
    open: async (page) => {
      await button(page, "Add a site").click();
      await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
    },
  },
  {
    name: "form of a site to be changed",
    query: SITE,
    open: async (page) => {
      await page.getByRole("article").getByRole("button", { name: "Edit", exact: true }).click();
      await expect(page.getByRole("dialog", { name: /^Edit/ })).toBeVisible();
    },
  },
  {
    name: "form that asks before it discards",
    open: async (page) => {
      await button(page, "Add a site").click();
      await page.getByRole("dialog").getByLabel("Municipality").fill("Lokve");
      await page.keyboard.press("Escape");
      await expect(page.getByText("Discard what you typed?")).toBeVisible();
    },
  },
  {
    name: "notice of a step, and a record changed by hand",
    query: SITE,
    open: async (page) => {
      await page.getByRole("article").getByRole("button", { name: "Edit", exact: true }).click();
      await page.getByRole("textbox", { name: "Name", exact: true }).fill("Zobák, renamed");
      await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
      await expect(page.getByRole("article").getByText("Changed by hand")).toBeVisible();
    },
  },
  {
    name: "what-if, the strip and the sheet",
    query: "?v=1&site=hr-bakar-koksara",
    main: true,
    open: supposeThree,
  },
  {
    name: "what-if, the window with what is supposed",
    query: "?v=1&site=hr-bakar-koksara",
    open: async (page) => {
      await supposeThree(page);
      await page.getByRole("region", { name: "What-if" }).getByRole("button", { name: "Show" }).click();
      await expect(page.getByRole("dialog", { name: "What-if" })).toBeVisible();
    },
  },
  {
    name: "what-if, a site with errors",
    query: "?v=1&room=data",
    open: async (page) => {
      await button(page, "What if…").click();
      await page.getByRole("dialog").getByRole("button", { name: "A site" }).click();
      await page.getByRole("dialog").getByRole("button", { name: "Add the hypothetical site" }).click();
    },
  },
  {
    name: "window of candidates",
    query: "?v=1&room=data&site=si-idrija-anthonys-shaft",
    open: async (page) => {
      await button(page, "Look for sites…").click();
      await page.getByText("Servers for Wikidata").click();
    },
  },
  {
    name: "window of OpenStreetMap",
    query: SITE,
    open: async (page) => {
      await button(page, "Ask OpenStreetMap for actors…").click();
      await page.getByRole("dialog").getByText("Servers").click();
    },
  },
  {
    name: "window of a routing server",
    query: "?v=1&room=data&country=SI",
    open: async (page) => {
      await button(page, "Ask a routing server…").click();
      await page.getByRole("dialog").locator("summary").first().click();
    },
  },
  {
    name: "window of the basemap",
    onMap: true,
    main: true,
    open: async (page) => {
      // At 400 % the panel lies over it until it is lowered.
      await button(page, "Basemap").press("Enter");
      const dialog = page.getByRole("dialog");
      await dialog.getByRole("radio", { name: /^Picture tiles/ }).check();
      await dialog.getByLabel(/^Address of the tiles/).fill("https://tiles.example/{z}/{x}.png");
      await expect(dialog.getByText("does not say where the numbers of a tile belong")).toBeVisible();
    },
  },
  { name: "import, choosing", query: "?v=1&room=data", open: (page) => button(page, /^Open a file/).click() },
  {
    name: "import, the columns",
    query: "?v=1&room=data",
    main: true,
    open: (page) => openColumns(page, "actors.csv", ACTORS),
  },
  {
    name: "import, the report with errors",
    query: "?v=1&room=data",
    main: true,
    open: async (page) => {
      await openColumns(page, "actors.csv", ACTORS);
      await readAllRows(page);
      await importDialog(page).getByRole("grid", { name: "Findings" }).getByRole("row").nth(1).click();
    },
  },
  {
    name: "import, what is there already",
    query: "?v=1&room=data",
    open: async (page) => {
      await openColumns(page, "mills.csv", MILLS);
      await readAllRows(page);
      await expect(importDialog(page).getByText(/has the name of another one/)).toBeVisible();
    },
  },
  {
    name: "import, done",
    query: "?v=1&room=data",
    open: async (page) => {
      await openColumns(page, "actors.csv", ACTORS);
      await readAllRows(page);
      await importDialog(page).getByRole("button", { name: /^Load \d/ }).click(); // prettier-ignore
      await expect(importDialog(page).getByRole("heading", { name: "The table is loaded" })).toBeVisible();
    },
  },
  {
    name: "data room with a table of one's own",
    query: "?v=1&room=data",
    open: async (page) => {
      await openColumns(page, "actors.csv", ACTORS);
      await readAllRows(page);
      await loadRows(page);
    },
  },
  {
    name: "import, a file that cannot be read",
    query: "?v=1&room=data",
    open: async (page) => {
      await chooseFile(page, { name: "broken.geojson", content: '{"type": "FeatureCollection", "features": [' });
      await expect(page.getByRole("heading", { name: "The file cannot be read" })).toBeVisible();
    },
  },
  {
    name: "export",
    query: "?v=1&country=SI",
    main: true,
    open: async (page) => {
      await button(page, /^Export \d+ sites$/).click();
      await page.getByRole("dialog").getByRole("radio", { name: /^Both/ }).check();
      await expect(page.getByText(/^refresh-atlas.*\.zip/)).toBeVisible();
    },
  },
  {
    name: "share, with the script of the page around",
    query: "?v=1&site=si-izola-shipyard",
    main: true,
    open: async (page) => {
      await button(page, "Share").click();
      await page.getByLabel("Address of your page (optional)").fill("https://town.example/industry");
      await page.getByText("How your page hears what is selected").click();
      await expect(page.getByLabel("Script for your page")).toBeVisible();
    },
  },
  {
    name: "share, refused by the browser, with what is wrong",
    before: async (page) => {
      await page.addInitScript(() => {
        Object.defineProperty(navigator, "clipboard", { value: undefined });
      });
    },
    open: async (page) => {
      await button(page, "Share").click();
      await page.getByLabel("Address of your page (optional)").fill("town.example");
      await page.getByLabel("Height of the frame, px").fill("20");
      await expect(page.getByText(/did not let the link be copied/)).toBeVisible();
    },
  },
  { name: "embedded, the list", query: "?embed=1&country=SI", main: true },
  { name: "embedded, the map", query: "?embed=map" },
  {
    name: "embedded, a sheet",
    query: "?embed=1&site=si-izola-shipyard&embed-origin=https%3A//town.example",
    main: true,
  },
  {
    name: "print, a site",
    query: "?v=1&site=si-izola-shipyard&reach=12000",
    main: true,
    open: async (page) => {
      await page.getByRole("button", { name: "Print", exact: true }).click();
      await expect(page.getByText("1 page, A4")).toBeVisible();
    },
  },
  {
    name: "print, a comparison",
    query: "?v=1&room=benchmark&shortlist=hu-komlo-zobak-akna,si-izola-shipyard&site=si-izola-shipyard",
    open: async (page) => {
      await button(page, "Print the comparison").click();
      await expect(page.getByText("4 pages, A4")).toBeVisible();
    },
  },
  {
    name: "print, a report",
    query: "?v=1&country=SI&status=unused",
    open: async (page) => {
      await button(page, /^Export \d+ sites$/).click();
      await button(page, "Print a report…").click();
      await expect(page.getByText(/^\d+ pages, A4$/)).toBeVisible();
    },
  },
  ...NOTICE_STATES,
];
