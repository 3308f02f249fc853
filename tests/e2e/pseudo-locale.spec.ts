import { readdir, readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Page } from "@playwright/test";
import Papa from "papaparse";
import { expect, settled, test } from "./atlas-test.ts";
import { findOverflow, findUnmarkedTexts } from "./find-overflow.ts";
import { longer, servePseudoLocale, withLongWord } from "./pseudo-locale.ts";

const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
] as const;
type Size = (typeof SIZES)[number];
const FIXTURES = resolve(import.meta.dirname, "../fixtures/formats");
const SHEET = "?v=1&site=si-izola-shipyard&map=9/45.5/13.7";

interface State {
  readonly query: string;
  /** Clicks its way from the link to the state; words are not known here, so classes name what is clicked. */
  readonly reach?: (page: Page) => Promise<void>;
}

const click = (selector: string) => (page: Page) => page.locator(selector).first().click();

async function openMapping(page: Page): Promise<void> {
  await page.locator(".shell-room .button-primary, .shell-room .button").first().click();
  await page.locator(".import-dialog input[type=file]").first().setInputFiles(resolve(FIXTURES, "sites.xlsx"));
  await page.locator(".import-kinds").waitFor();
  await page.locator(".import-kind input").first().check();
}

const STATES = {
  "list, filtered and sorted by a value": {
    query: "?v=1&country=SI.HR&status=unused.planned.reused&protection=national&q=a&sort=-total",
  },
  "list without a hit": { query: "?v=1&q=nosuchplace" },
  "menu of a filter": { query: "?v=1&industry=mining", reach: click(".filter-bar .filter-chip:nth-child(3) .filter-chip-open") },
  "menu of areas": { query: "?v=1", reach: click(".area-filter .filter-chip-open") },
  "menu of the shortlist": {
    query: "?v=1&shortlist=si-izola-shipyard,hu-komlo-zobak-akna",
    reach: click(".filter-bar .filter-chip:last-child .filter-chip-open"),
  },
  "guide": { query: "?v=1", reach: click("#guide-button") },
  "rule": { query: "?v=1", reach: click(".rule-change") },
  "rule in minutes": { query: "?v=1&travel=car-30-estimate", reach: click(".rule-change") },
  "site sheet": { query: SHEET },
  "sheet of a site without a point": { query: "?v=1&site=hr-lipa-memorijalni-centar" },
  "town sheet": { query: "?v=1&place=3192682" },
  "export": { query: "?v=1&country=SI", reach: click(".shell-export") },
  "import, columns": { query: "?v=1&room=data", reach: openMapping },
  "import, report": {
    query: "?v=1&room=data",
    async reach(page) {
      await openMapping(page);
      await page.locator(".import-actions .button-primary").click();
      await page.locator(".import-sum, .import-report, .import-rejected").first().waitFor();
    },
  },
  "form of a site": { query: "?v=1", reach: click(".list-add") },
  "what-if": { query: "?v=1&room=data", reach: click(".shell-room p > .button:last-child") },
  "questions to OpenStreetMap": { query: "?v=1&room=data", reach: click(".shell-room p > .button:has-text('…')") },
  "printed sheet": { query: SHEET, reach: click(".sheet-edit .button:nth-child(3)") },
  "benchmark": {
    query: "?v=1&room=benchmark&weights=evenness-2&shortlist=hu-komlo-zobak-akna,si-izola-shipyard&site=si-izola-shipyard",
  },
  "options": { query: "?v=1&room=options&site=hu-komlo-komloverzum" },
  "spaces": {
    query: "?v=1&room=spaces&space=si-piran-monfort-bay-3&s-near=3192682&s-around=least-5-service-5000",
  },
  "programme": { query: "?v=1&room=programme" },
  "data": { query: "?v=1&room=data" },
  "method": { query: "?v=1&room=method" },
} as const satisfies Readonly<Record<string, State>>; // prettier-ignore

const WITH_LONG_WORDS = [
  "list, filtered and sorted by a value",
  "rule",
  "site sheet",
  "export",
  "import, columns",
  "benchmark",
  "options",
  "spaces",
  "programme",
  "data",
] as const;

async function openState(page: Page, { query, reach }: State): Promise<void> {
  await page.goto(`./${query}`);
  await page.locator(".list-result-words").waitFor({ state: "attached" });
  await settled(page);
  await reach?.(page);
  await settled(page);
}

async function resize(page: Page, size: Size): Promise<void> {
  await page.setViewportSize(size);
  await settled(page);
  await page.evaluate(atRest);
}

/** Until what a change of the window moved has come to rest, in the page: the same layout for some frames, no movement left. */
async function atRest(): Promise<void> {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const layout = () =>
    [...document.querySelectorAll("body *")]
      .map((element) => [element.clientWidth, element.scrollWidth, element.scrollHeight].join())
      .join(" ");
  const isMoving = () =>
    document
      .getAnimations()
      .some(({ playState, effect }) => playState === "running" && effect?.getComputedTiming().endTime !== Infinity);
  let before = "";
  for (let same = 0; same < 5;) {
    await frame();
    const now = layout();
    same = now === before && !isMoving() ? same + 1 : 0;
    before = now;
  }
}

/** What is found in a state at some sizes, each with its size. */
async function overflowAt(
  page: Page,
  sizes: readonly Size[],
  shots: string,
  withUnbreakable = true,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const size of sizes) {
    await resize(page, size);
    const name = `${String(size.width)} × ${String(size.height)}`;
    const faults = await findOverflow(page, withUnbreakable);
    found.push(...faults.map((fault) => `${name}: ${fault}`));
    if (faults.length > 0)
      await page.screenshot({ path: test.info().outputPath(`${shots}-${String(size.width)}.png`) });
  }
  return found;
}

for (const [name, state] of Object.entries(STATES)) {
  test(`words longer by two fifths have room, and all are of the catalogs: ${name}`, async ({ page }) => {
    await servePseudoLocale(page, longer);
    await openState(page, state);
    expect(await overflowAt(page, SIZES, "longer")).toEqual([]);
    const data = await readData();
    expect((await findUnmarkedTexts(page)).filter((text) => !isData(text, data))).toEqual([]);
  });
}

for (const name of WITH_LONG_WORDS) {
  test(`a word of forty letters has room: ${name}`, async ({ page }) => {
    await servePseudoLocale(page, withLongWord);
    await openState(page, STATES[name]);
    expect(await overflowAt(page, SIZES.slice(1), "long-word", false)).toEqual([]);
  });
}

/** All texts of the bundled tables, and what `Intl` says. */
async function readData(): Promise<ReadonlySet<string>> {
  const tables = resolve(import.meta.dirname, "../../dist/generated/tables");
  const texts = new Set<string>();
  const take = (value: unknown): void => {
    if (typeof value === "string") texts.add(value.replace(/\s+/g, " ").trim());
    else if (typeof value === "object" && value !== null) for (const inner of Object.values(value)) take(inner);
  };
  for (const name of await readdir(tables)) {
    const text = await readFile(resolve(tables, name), "utf8");
    take(name.endsWith(".json") ? JSON.parse(text) : Papa.parse(text).data);
  }
  const places = await readFile(resolve(tables, "../places.bin"), "utf8");
  for (const line of places.split("\n")) take(line);
  const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  for (const a of LETTERS) for (const b of LETTERS) take(names.of(a + b));
  return texts;
}

const LETTERS = Array.from("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
const MONTH = "(January|February|March|April|May|June|July|August|September|October|November|December)";
/** Of the product, of formats, of files, of hosts and pages; measures, and days as `Intl` writes them. */
const OF_NO_LANGUAGE = [
  /^(REFREsh|Atlas|REFREsh Atlas|CSV|GeoJSON|OpenStreetMap|EN|English|[A-D])$/,
  /^[\w.-]+\.(xlsx|geojson|csv)$/,
  /^https?:\/\/\S+$/,
  /^[\w-]+(\.[\w-]+)+(\/\S*)?$/,
  /^[≥≤±~−+]?\s?[\d.,\s–/]+\s?(m|km|min|m²|km²|%|kB|MB)$/,
  new RegExp(`^(${MONTH}|[\\d,–\\s])+$`),
];

/** Whether a text is of the tables, or of no language; what is put together is taken apart. */
function isData(text: string, data: ReadonlySet<string>): boolean {
  if (data.has(text) || OF_NO_LANGUAGE.some((pattern) => pattern.test(text))) return true;
  const withoutRank = text.replace(/^(\d+\.|[A-D]) /, "");
  if (withoutRank !== text) return isData(withoutRank, data);
  if (text.endsWith("…")) return [...data].some((name) => name.startsWith(text.slice(0, -1)));
  if (text.includes(", ") && !/\p{L}/u.test(withoutCells(text, data))) return true;
  const parts = text.split(text.includes("· ") ? / ?· / : /, |; /);
  return parts.length > 1 && parts.every((part) => !/\p{L}/u.test(part) || isData(part, data));
}

/** What is left of a list of cells that hold commas themselves. */
function withoutCells(text: string, data: ReadonlySet<string>): string {
  const cells = [...data].filter((cell) => cell.length > 5 && text.includes(cell)).sort((a, b) => b.length - a.length);
  return cells.reduce((left, cell) => left.replaceAll(cell, ""), text);
}
