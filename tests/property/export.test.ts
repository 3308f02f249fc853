import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { NO_CHOICE } from "#data/export/choice-json.ts";
import { readExport } from "#data/export/read-export.ts";
import { readExportFile } from "#data/export/read-export-file.ts";
import { openZip } from "#data/formats/zip-entries.ts";
import { readFile, readText } from "#data/ingest/read-file.ts";
import { ALL_CATEGORIES, SECTORS, type ActorTable } from "#domain/actor/actor.ts";
import { EXPORT_CONTENTS, EXPORT_FORMATS, type ExportFormat } from "#domain/export/request.ts";
import { PRECISIONS } from "#domain/geo/points.ts";
import { DECAYS } from "#domain/rule/rule.ts";
import { withTravel } from "#domain/travel/apply-rule.ts";
import { BUILT_PERIODS, NO_FILTERS } from "#domain/selection/filters.ts";
import { INDUSTRIES, PROTECTIONS, REUSE_STATUSES, type SiteTable } from "#domain/site/site.ts";
import { meters } from "#domain/units.ts";
import { rowOfActor } from "#domain/workspace/rows.ts";
import { writeExport } from "../helpers/export-file.ts";
import { createSelectionExport } from "../helpers/selection-export.ts";
import { anyTravel } from "./arbitraries.ts";

const text = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 12 }),
  fc.constantFrom("=1+1", "'=x", "''-", "-5", "+49", "@a", 'a"b', "a\nb", "a\r\nb", "'", "č;ő,ž", "＝x"),
);
/** What these formats keep of a coordinate. */
const isRounded = (format: ExportFormat) => format === "geojson" || format === "csv-spreadsheet";
const kept = (format: ExportFormat) => (value: number) => (isRounded(format) ? Number(value.toFixed(6)) : value) + 0;
const coordinate = (format: ExportFormat, most: number) =>
  fc.oneof(fc.constantFrom(-most, 0, most), fc.double({ min: -most, max: most, noNaN: true })).map(kept(format));
const year = fc.option(fc.integer({ min: -500, max: 2100 }));
const site = {
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
};
const actor = {
  name: text,
  sector: fc.constantFrom(...SECTORS),
  category: fc.constantFrom(...ALL_CATEGORIES),
  country: fc.constantFrom("HR", "SI", ""),
  municipality: text,
  address: text,
  coord_precision: fc.constantFrom(...PRECISIONS),
  coord_source: text,
  website: fc.option(fc.webUrl()),
  source_url: fc.option(fc.webUrl()),
  seen_year: year,
};
/** A GeoPackage is a database each time. */
vi.setConfig({ testTimeout: 60_000 });

/** Tables as reading leaves them: texts without blanks around, a name for every site. */
const tableOf = <T extends { readonly point: readonly [number, number] | null }>(record: fc.Arbitrary<T>) =>
  fc
    .uniqueArray(fc.tuple(text, record), { maxLength: 6, selector: ([id]) => id.trim().replaceAll("\r\n", "\n") })
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
const sitesFor = (format: ExportFormat) =>
  tableOf(fc.record({ ...site, point: fc.option(fc.tuple(coordinate(format, 180), coordinate(format, 90))) }));
/** Near enough to be in one catchment. */
const actorsFor = (format: ExportFormat) => {
  const near = (degrees: number) =>
    fc.double({ min: degrees - 0.3, max: degrees + 0.3, noNaN: true }).map(kept(format));
  return tableOf(fc.record({ ...actor, point: fc.tuple(near(14.5), near(45.5)) }));
};
const CENTRES = (await readText("sites", "id,lon,lat\n=c,14.5,45.5\n''=d,14.6,45.5\nnowhere,,", "centres.csv")).records;

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
const REACH = meters(100_000);
const threshold = fc.integer({ min: 0, max: 1000 });
const rule = fc.record({
  reach: fc.integer({ min: 1000, max: 100_000 }).map(meters),
  alone: threshold,
  together: threshold,
  floors: fc.record({ creative: threshold, trade: threshold, service: threshold }),
  decay: fc.constantFrom(...DECAYS),
  travel: fc.constant(null),
});

const travel = fc.option(anyTravel);

function expectSame(read: SiteTable, written: SiteTable): void {
  expect({ ...read }).toEqual({ ...written });
}

function expectSameActors(read: ActorTable, written: ActorTable): void {
  const rows = (table: ActorTable) => Array.from({ length: table.count }, (_, index) => rowOfActor(table, index));
  expect(rows(read)).toEqual(rows(written));
}

/** The file of one layer inside an archive. */
async function member(archive: File, layer: string): Promise<File> {
  const zip = openZip(new Uint8Array(await archive.arrayBuffer()), archive.name);
  if ("issues" in zip) throw new Error("no archive");
  const entry = zip.entries.find(({ name }) => name.startsWith(layer))!;
  const unpacked = zip.unpack([entry.name]);
  if ("issues" in unpacked) throw new Error("nothing in the archive");
  return new File([unpacked.get(entry.name)!], entry.name);
}

describe("an export", () => {
  it.each(EXPORT_FORMATS)("of sites as %s, read again, gives them back, from an archive too", async (format) => {
    await fc.assert(
      fc.asyncProperty(sitesFor(format), rule, fc.boolean(), async (sitesText, chosen, withReadme) => {
        const written = await readText("sites", sitesText, "sites.csv");
        const selection = createSelectionExport({ sites: written.records, rule: chosen });
        const read = await readFile("sites", await writeExport(selection, { content: "sites", format, withReadme }));
        expect(read.rowsRejected).toBe(0);
        expectSame(read.records, selection.dataset.sites);
      }),
      { numRuns: 100 },
    );
  });

  it.each(EXPORT_FORMATS)("of actors as %s, read again, gives them back, from an archive too", async (format) => {
    await fc.assert(
      fc.asyncProperty(actorsFor(format), fc.boolean(), async (actorsText, withReadme) => {
        const written = await readText("actors", actorsText, "actors.csv");
        const selection = createSelectionExport({ sites: CENTRES, actors: written.records, rule: { reach: REACH } });
        const read = await readFile("actors", await writeExport(selection, { content: "actors", format, withReadme }));
        expect(read.rowsRejected).toBe(0);
        expectSameActors(read.records, written.records);
      }),
      { numRuns: 100 },
    );
  });

  it.each(EXPORT_FORMATS.filter((format) => format !== "geopackage"))(
    "of both as %s holds both, each in a file of its own",
    async (format) => {
      await fc.assert(
        fc.asyncProperty(actorsFor(format), async (actorsText) => {
          const { records } = await readText("actors", actorsText, "actors.csv");
          const selection = createSelectionExport({ sites: CENTRES, actors: records, rule: { reach: REACH } });
          const archive = await writeExport(selection, { content: "both", format });
          expectSame((await readFile("sites", await member(archive, "sites"))).records, CENTRES);
          expectSameActors((await readFile("actors", await member(archive, "actors"))).records, records);
        }),
        { numRuns: 20 },
      );
    },
  );

  it.each(
    EXPORT_FORMATS.flatMap((format) => EXPORT_CONTENTS.map((content) => ({ format, content }))).filter(
      ({ format, content }) => content === "both" || !format.startsWith("csv"),
    ),
  )("of $content as $format tells its view, and what it holds", async ({ format, content }) => {
    await fc.assert(
      fc.asyncProperty(filters, rule, travel, async (chosenFilters, chosenRule, byTravel) => {
        const straight = { ...chosenRule, reach: REACH, travel: null };
        // Minutes may reach none of the three actors.
        const chosen = byTravel === null || content !== "sites" ? straight : withTravel(straight, byTravel);
        const selection = createSelectionExport({ sites: CENTRES, filters: chosenFilters, rule: chosen });
        const file = await writeExport(selection, { content, format });
        const { restored, issues } = await readExportFile(file, file.name, {});
        expect(issues).toEqual([]);
        expect(restored).toMatchObject({
          filters: chosenFilters,
          rule: chosen,
          siteIds: content === "actors" ? null : ["=c", "'=d", "nowhere"],
          actorCount: content === "sites" ? null : 3,
        });
      }),
      { numRuns: 10 },
    );
  });

  it("restores filters, rule, sort, selected record and sites", async () => {
    await fc.assert(
      fc.asyncProperty(
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
        async (chosenFilters, chosenRule, selected, descending, order) => {
          const selection = createSelectionExport({
            filters: chosenFilters,
            rule: chosenRule,
            selected,
            sort: { key: "name", descending },
            indices: Uint32Array.from(order),
          });
          const file = await writeExport(selection, { content: "sites", format: "geojson" });
          expect(readExport(await file.text(), "f")).toEqual({
            restored: {
              filters: chosenFilters,
              rule: chosenRule,
              sort: { key: "name", descending },
              selected,
              siteIds: order.map((index) => selection.dataset.sites.id[index]),
              actorCount: null,
              supposed: { hypotheticals: [], siteIds: [] },
              dataVersion: "1-abcdef",
              choice: NO_CHOICE,
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
