import { describe, expect, it } from "vitest";
import { candidatesOf, type FoundSite, type LocatedRow } from "#domain/live/site-candidate.ts";
import type { SiteRow } from "#domain/workspace/edits.ts";
import { tableOfSites } from "#domain/workspace/rows.ts";
import { siteRow } from "../../../helpers/loaded-table.ts";

const METER = 1 / 111_300;

function found(
  service: FoundSite["service"],
  number: number,
  row: Partial<Omit<SiteRow, "id">> = {},
  item: string | null = null,
): FoundSite {
  const page =
    service === "overpass"
      ? `https://www.openstreetmap.org/way/${String(number)}`
      : `https://www.wikidata.org/wiki/Q${String(number)}`;
  const id = service === "overpass" ? `osm-way-${String(number)}` : `wikidata-Q${String(number)}`;
  return {
    service,
    page,
    kind: "mill",
    item: service === "wikidata" ? `Q${String(number)}` : item,
    row: siteRow({ name: "Mill", lon: 14, lat: 46, sourceUrl: page, ...row, id }) as LocatedRow,
  };
}

const candidates = (several: readonly FoundSite[], sites: readonly SiteRow[] = []) =>
  candidatesOf(several, tableOfSites(sites));

describe("candidatesOf", () => {
  it("joins what names the same item, at the point of OpenStreetMap, gaps filled from Wikidata", () => {
    const { candidates: all } = candidates([
      found("wikidata", 5, { name: "Mlin", lat: 46.01, builtFromYear: 1850, country: "SI" }),
      found("overpass", 1, { country: "AT" }, "Q5"),
    ]);
    expect(all).toHaveLength(1);
    expect(all[0]).toMatchObject({
      service: "overpass",
      row: { id: "osm-way-1", name: "Mill", lat: 46, builtFromYear: 1850, country: "AT" },
      pages: ["https://www.openstreetmap.org/way/1", "https://www.wikidata.org/wiki/Q5"],
    });
    expect(all[0]?.row.note).toContain("https://www.wikidata.org/wiki/Q5");
  });

  it("joins namesakes within 100 m and not beyond", () => {
    const near = found("overpass", 2, { name: "MILL", lat: 46 + 90 * METER });
    const far = found("overpass", 3, { lat: 46 + 250 * METER });
    expect(candidates([found("overpass", 1), near, far]).candidates.map(({ row }) => row.id)).toEqual([
      "osm-way-1",
      "osm-way-3",
    ]);
  });

  it("counts what has no name, and makes nothing of it", () => {
    expect(candidates([found("overpass", 1, { name: "" }), found("overpass", 2)])).toMatchObject({
      candidates: [{ row: { id: "osm-way-2" } }],
      nameless: 1,
      loaded: 0,
    });
  });

  it.each([
    ["by its identifier", siteRow({ id: "osm-way-1", lon: 20, lat: 40 })],
    ["by its page", siteRow({ id: "a", lon: 14, lat: 46, sourceUrl: "https://www.openstreetmap.org/way/1" })],
    [
      "by a page in the note",
      siteRow({ id: "a", lon: 14, lat: 46, note: "see https://www.openstreetmap.org/way/1 (map)" }),
    ],
  ])("knows one that is loaded %s", (_, site) => {
    expect(candidates([found("overpass", 1)], [site])).toMatchObject({ candidates: [], loaded: 1 });
  });

  it("is not deceived by a page that only begins so", () => {
    const site = siteRow({ id: "a", lon: 14.5, lat: 46, sourceUrl: "https://www.openstreetmap.org/way/12" });
    expect(candidates([found("overpass", 1)], [site]).loaded).toBe(0);
  });

  it("tells the loaded site that it may be: one near it, or a namesake within 2 km, which goes before", () => {
    const beside = siteRow({ id: "beside", name: "Kiln", lon: 14, lat: 46 + 50 * METER });
    const namesake = siteRow({ id: "namesake", name: "MILL", lon: 14, lat: 46 + 900 * METER });
    const far = siteRow({ id: "far", name: "Mill", lon: 14, lat: 46 + 2500 * METER });
    const nearOf = (...sites: readonly SiteRow[]) => candidates([found("overpass", 1)], sites).candidates[0]?.near?.id;
    expect(nearOf(beside, far)).toBe("beside");
    expect(nearOf(beside, namesake)).toBe("namesake");
    expect(nearOf(far)).toBeUndefined();
  });
});
