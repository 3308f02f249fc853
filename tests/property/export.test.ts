import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readExport } from "#data/export/read-export.ts";
import { writeSitesCsv } from "#data/export/sites-csv.ts";
import { writeSitesGeojson } from "#data/export/sites-geojson.ts";
import { readText } from "#data/ingest/read-file.ts";
import { DECAYS } from "#domain/rule/rule.ts";
import { BUILT_PERIODS, NO_FILTERS } from "#domain/selection/filters.ts";
import { INDUSTRIES, PROTECTIONS, REUSE_STATUSES, type SiteTable } from "#domain/site/site.ts";
import { meters } from "#domain/units.ts";
import { createSelectionExport } from "../helpers/selection-export.ts";

const text = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 12 }),
  fc.constantFrom("=1+1", "'=x", "''-", "-5", "+49", "@a", 'a"b', "a\nb", "a\r\nb", "'", "č;ő,ž", "＝x"),
);
const coordinate = (most: number) =>
  fc
    .oneof(fc.constantFrom(-most, 0, most), fc.double({ min: -most, max: most, noNaN: true }))
    .map((value) => Number(value.toFixed(6)));
const year = fc.option(fc.integer({ min: -500, max: 2100 }));
const site = fc.record({
  point: fc.option(fc.tuple(coordinate(180), coordinate(90))),
  name: text,
  name_local: text,
  note: text,
  municipality: text,
  country: fc.constantFrom("HR", "SI", ""),
  industry: fc.constantFrom(...INDUSTRIES),
  protection: fc.constantFrom(...PROTECTIONS),
  reuse_status: fc.constantFrom(...REUSE_STATUSES),
  built_from: year,
  status_year: year,
  floor_area_m2: fc.option(fc.double({ min: 0, max: 1e6, noNaN: true })),
  website: fc.option(fc.webUrl()),
});
/** Tables as reading leaves them: texts without blanks around, a name for every site. */
const sites = fc
  .uniqueArray(fc.tuple(text, site), { maxLength: 6, selector: ([id]) => id.trim().replaceAll("\r\n", "\n") })
  .map((records) =>
    JSON.stringify({
      type: "FeatureCollection",
      features: records.map(([id, { point, ...properties }]) => ({
        type: "Feature",
        id,
        properties,
        geometry: point === null ? null : { type: "Point", coordinates: point },
      })),
    }),
  );
const filters = fc.record({
  values: fc
    .record({
      country: fc.subarray(["HR", "SI", "unknown"]),
      built: fc.subarray([...BUILT_PERIODS]),
      status: fc.subarray([...REUSE_STATUSES]),
    })
    .map((values) => ({
      ...NO_FILTERS.values,
      country: values.country.toSorted(),
      built: values.built.toSorted(),
      status: values.status.toSorted(),
    })),
  text,
});
const threshold = fc.integer({ min: 0, max: 1000 });
const rule = fc.record({
  reach: fc.integer({ min: 1000, max: 100_000 }).map(meters),
  alone: threshold,
  together: threshold,
  floors: fc.record({ creative: threshold, trade: threshold, service: threshold }),
  decay: fc.constantFrom(...DECAYS),
});

function expectSame(read: SiteTable, written: SiteTable): void {
  expect({ ...read }).toEqual({ ...written });
}

describe("an export", () => {
  it.each([
    ["GeoJSON", writeSitesGeojson, "f.geojson"],
    ["CSV", writeSitesCsv, "f.csv"],
  ] as const)("as %s, read again, gives the sites back", async (_, write, file) => {
    await fc.assert(
      fc.asyncProperty(sites, rule, async (sitesText, chosen) => {
        const written = await readText("sites", sitesText, "sites.csv");
        const selection = createSelectionExport({ sites: written.records, rule: chosen });
        const read = await readText("sites", write(selection), file);
        expect(read.rowsRejected).toBe(0);
        expectSame(read.records, selection.dataset.sites);
      }),
      { numRuns: 200 },
    );
  });

  it("restores filters, rule, sort, selected record and sites", () => {
    fc.assert(
      fc.property(
        filters,
        rule,
        fc.option(
          fc.oneof(
            fc.record({ kind: fc.constant("site" as const), id: fc.string({ minLength: 1 }) }),
            fc.record({ kind: fc.constant("place" as const), id: fc.integer({ min: 1 }) }),
          ),
        ),
        fc.boolean(),
        fc.shuffledSubarray([0, 1, 2, 3]),
        (chosenFilters, chosenRule, selected, descending, order) => {
          const selection = createSelectionExport({
            filters: chosenFilters,
            rule: chosenRule,
            selected,
            sort: { key: "name", descending },
            indices: Uint32Array.from(order),
          });
          expect(readExport(writeSitesGeojson(selection), "f")).toEqual({
            restored: {
              filters: chosenFilters,
              rule: chosenRule,
              sort: { key: "name", descending },
              selected,
              siteIds: order.map((index) => selection.dataset.sites.id[index]),
              dataVersion: "1-abcdef",
            },
            issues: [],
          });
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe("readExport", () => {
  it("reads any text and any metadata without a throw", () => {
    const metadata = fc.record(
      {
        filters: fc.jsonValue(),
        rule: fc.jsonValue(),
        sort: fc.jsonValue(),
        selected: fc.jsonValue(),
        format: fc.jsonValue(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.tuple(metadata, fc.array(fc.jsonValue()))), (input) => {
        const json =
          typeof input === "string"
            ? input
            : JSON.stringify({
                type: "FeatureCollection",
                metadata: { app: "refresh-atlas", ...input[0] },
                features: input[1],
              });
        const { restored, issues } = readExport(json, "f");
        expect(restored !== null || issues.some(({ severity }) => severity === "error")).toBe(true);
      }),
    );
  });
});
