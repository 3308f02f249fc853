import { describe, expect, it } from "vitest";
import { isExport } from "#data/export/is-export.ts";
import { writeSpaces, type SpacesExport } from "#data/export/spaces-file.ts";
import { readText } from "#data/ingest/read-file.ts";
import { datasetOf } from "../../../helpers/dataset.ts";
import { spaceOf } from "../../../helpers/space.ts";

const sites = (await readText("sites", "id,name,country,lon,lat\nmill,Ő mill,HR,14.75,45.35\n", "sites.csv")).records;
const actors = (await readText("actors", "id,name,lon,lat,sector\na,A,14,45,trade\n", "actors.csv")).records;
const hall = spaceOf({
  id: "hall",
  siteId: "mill",
  name: '=HYPERLINK("x")',
  kind: "event_hall",
  areaSquareMeters: 120.5,
  loadKilonewtonsPerSquareMeter: 7.5,
  access: "ramp, gate 3 m",
  priceEuroPerSquareMeterMonth: 0,
  availableFrom: "2027-01",
  availableUntil: "2028",
  contactPage: "https://mill.example/let",
  lastConfirmed: "2026-10",
});
const lost = spaceOf({ id: "lost", siteId: "gone", name: "Cellar" });

const list: SpacesExport = {
  dataset: datasetOf(sites, actors),
  spaces: [
    { space: hall, site: 0 },
    { space: lost, site: null },
  ],
  title: "Shortlisted rooms",
  link: "https://atlas.example/?v=1&room=spaces",
  appVersion: "0.1.0",
};

describe("a file of rooms", () => {
  it("as CSV is read again as the same rooms, texts that a spreadsheet would compute guarded", async () => {
    const { blob, fileName } = await writeSpaces(list, "csv-spreadsheet");
    expect(fileName).toBe("refresh-atlas_2-rooms-spreadsheet.csv");
    const text = await blob.text();
    expect(text).toContain(`"'=HYPERLINK(""x"")"`);
    const { records, issues } = await readText("spaces", text.replace("\uFEFF", ""), "rooms.csv");
    expect(issues).toEqual([]);
    expect(records).toEqual([hall, lost]);
  });

  it("as GeoJSON stands at the sites of the rooms, names its sources, and restores no view", async () => {
    const { blob, fileName } = await writeSpaces(list, "geojson");
    expect(fileName).toBe("refresh-atlas_2-rooms.geojson");
    const text = await blob.text();
    const file = JSON.parse(text) as {
      readonly metadata: Readonly<Record<string, unknown>>;
      readonly features: readonly {
        readonly geometry: unknown;
        readonly properties: Readonly<Record<string, unknown>>;
      }[];
    };
    expect(file.features.map(({ geometry }) => geometry)).toEqual([
      { type: "Point", coordinates: [14.75, 45.35] },
      null,
    ]);
    expect(file.features[0]?.properties).toMatchObject({
      id: "hall",
      site_name: "Ő mill",
      country: "HR",
      price_eur_m2_month: 0,
      load_kn_m2: 7.5,
      heating: null,
      available_until: "2028",
    });
    expect(file.metadata).toMatchObject({ title: "Shortlisted rooms", count: 2, link: list.link, data_version: "1" });
    expect(file.metadata).not.toHaveProperty("app");
    expect(await isExport(blob)).toBe(false);
  });
});
