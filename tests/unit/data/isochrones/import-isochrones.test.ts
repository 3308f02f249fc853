import { describe, expect, it } from "vitest";
import { openSource } from "#data/formats/open-source.ts";
import { readFile } from "#data/ingest/read-file.ts";
import { sourceSample } from "#data/ingest/source-sample.ts";
import type { RawRow } from "#data/ingest/raw-table.ts";
import { suggestMapping } from "#data/recognise/suggest-mapping.ts";
import { AS_RECOGNISED } from "#domain/ingest/mapping.ts";

const square = (size: number) => ({
  type: "Polygon",
  coordinates: [
    [
      [14 - size, 45 - size],
      [14 + size, 45 - size],
      [14 + size, 45 + size],
      [14 - size, 45 + size],
      [14 - size, 45 - size],
    ],
  ],
});
const collection = (rows: readonly object[], more: object = {}) => {
  const features = rows.map((properties, row) => ({
    type: "Feature",
    properties,
    geometry: square((row + 1) / 10),
  }));
  return new File([JSON.stringify({ type: "FeatureCollection", ...more, features })], "areas.geojson");
};

/** What the mapping step proposes for a file of a name that tells nothing. */
async function proposed(file: File) {
  const opened = await openSource(file, AS_RECOGNISED, {});
  if ("issues" in opened) throw new Error("not readable");
  const rows: RawRow[] = [];
  for await (const batch of opened.table.batches()) rows.push(...batch.rows);
  const { kind, fields } = suggestMapping(sourceSample(opened.table, rows, null)).mapping;
  const named = Object.entries(fields).map(([field, from]) => [
    field,
    from.kind === "column" ? opened.table.headers[from.column] : { all: from.value },
  ]);
  return { kind, fields: Object.fromEntries(named) as Record<string, unknown> };
}

const ORS_QUERY = { profile: "cycling-regular", range_type: "time", range: [300, 600] };
const ors = (query: object) => ({
  metadata: {
    attribution: "openrouteservice.org | OpenStreetMap contributors",
    service: "isochrones",
    timestamp: 1_700_000_000_000,
    query,
    engine: { version: "8.0.0", graph_date: "2024-05-01T00:00:00Z" },
  },
});
const ORS_ROWS = [
  { group_index: 0, value: 300, center: [-7.5, 45.1] },
  { group_index: 0, value: 600, center: [-7.5, 45.1] },
];

describe("the import of isochrones by others", () => {
  it("knows openrouteservice's seconds, start and statement", async () => {
    const file = collection(ORS_ROWS, ors(ORS_QUERY));
    const { kind, fields } = await proposed(file);
    expect(kind).toBe("isochrones");
    expect(fields).toMatchObject({
      seconds: "value",
      center: "center",
      profile: { all: "bicycle" },
      provider: { all: "openrouteservice" },
      attribution: { all: "openrouteservice.org | OpenStreetMap contributors" },
    });
    expect(fields).not.toHaveProperty("minutes");
    const { records, issues } = await readFile("isochrones", file);
    expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(records).toMatchObject([
      { minutes: 5, lon: -7.5, lat: 45.1, profile: "bicycle", engine: "openrouteservice 8.0.0" },
      { minutes: 10, lon: -7.5, lat: 45.1, dataDate: "2024-05-01T00:00:00Z" },
    ]);
  });

  it("takes no outline of openrouteservice's that is of equal distance", async () => {
    const { records, issues } = await readFile(
      "isochrones",
      collection(ORS_ROWS, ors({ ...ORS_QUERY, range_type: "distance" })),
    );
    expect(records).toEqual([]);
    expect(issues.map(({ code }) => code)).toEqual(["distance-contour", "distance-contour"]);
  });

  it("knows the minutes and sites of QGIS with ORS Tools", async () => {
    const row = (minutes: number) => ({
      ID: "mill",
      CENTER_LON: "14.0",
      CENTER_LAT: "45.0",
      AA_MINS: minutes,
      AA_MODE: "foot-walking",
      TOTAL_POP: null,
    });
    const file = collection([row(5), row(10)]);
    const { kind, fields } = await proposed(file);
    expect(kind).toBe("isochrones");
    expect(fields).toMatchObject({ minutes: "AA_MINS", site_id: "ID", lon: "CENTER_LON", profile: "AA_MODE" });
    const { records } = await readFile("isochrones", file);
    expect(records).toMatchObject([
      { siteId: "mill", minutes: 5, profile: "foot", lon: 14, lat: 45 },
      { siteId: "mill", minutes: 10 },
    ]);
  });

  it("knows the outlines of TravelTime and Valhalla", async () => {
    const travelTime = await proposed(collection([{ search_id: "mill", travel_time: 900 }]));
    expect(travelTime).toMatchObject({ kind: "isochrones", fields: { seconds: "travel_time", site_id: "search_id" } });
    const valhalla = collection([
      { contour: 10, metric: "time", fill: "#bf4040" },
      { contour: 5, metric: "distance", fill: "#bf4040" },
    ]);
    expect(await proposed(valhalla)).toMatchObject({ kind: "isochrones", fields: { minutes: "contour" } });
    const { records, issues } = await readFile("isochrones", valhalla);
    expect(records).toMatchObject([{ minutes: 10 }]);
    expect(issues.map(({ code }) => code)).toEqual(["distance-contour"]);
  });

  it("leaves outlines with values of another kind alone", async () => {
    const { kind } = await proposed(collection([{ gemeinde: "Krems", value: 300 }]));
    expect(kind).toBe("areas");
  });
});
