import { gzipSync, strToU8, zipSync } from "fflate";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Place } from "#domain/issue.ts";
import { describeIssue, describeRepair } from "#i18n/describe-issue.ts";
import { createTranslate } from "#i18n/translate.ts";
import { fixture, readSource, sourceOf, type ReadSource } from "../helpers/open-files.ts";

const translate = createTranslate("en");
const NAMES = [
  "a.csv",
  "a.geojson",
  "a.geojsonl",
  "a.kml",
  "a.gpx",
  "a.zip",
  "a.gpkg",
  "a.fgb",
  "a.xlsx",
  "a.dbf",
  "a",
];
const FIXTURES = ["sites.kml", "sites.kmz", "sites.fgb", "areas.fgb", "sites.gpkg", "sites-3035.zip", "areas-3035.zip", "sites.xlsx"]; // prettier-ignore

const name = fc.constantFrom(...NAMES);
const anyJson = fc.jsonValue({ maxDepth: 4 });
const number = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer({ min: -3, max: 3 }));
const position = fc.oneof(
  { weight: 9, arbitrary: fc.array(number, { minLength: 2, maxLength: 4 }) },
  { weight: 1, arbitrary: anyJson },
);
const line = fc.oneof(
  { weight: 9, arbitrary: fc.array(position, { maxLength: 6 }) },
  { weight: 1, arbitrary: anyJson },
);
const rings = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.array(
      fc.oneof(
        line,
        line.map((ring) => (Array.isArray(ring) ? [...ring, ring[0]] : ring)),
      ),
      { maxLength: 3 },
    ),
  },
  { weight: 1, arbitrary: anyJson },
);
const TYPES = ["Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection", "point", "Feature", "x/~y"]; // prettier-ignore
const { geometry } = fc.letrec<{ geometry: unknown }>((tie) => ({
  geometry: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    anyJson,
    fc.record(
      {
        type: fc.constantFrom(...TYPES),
        coordinates: fc.oneof(position, line, rings, fc.array(rings, { maxLength: 3 })),
        geometries: fc.oneof(anyJson, fc.array(tie("geometry"), { maxLength: 3 })),
        bbox: anyJson,
        properties: anyJson,
      },
      { requiredKeys: ["type"] },
    ),
  ),
}));
const properties = fc.dictionary(fc.constantFrom("id", "a/b", "~", "a", "", "__proto__", "toString"), anyJson);
const feature = fc.oneof(
  { weight: 1, arbitrary: anyJson },
  {
    weight: 6,
    arbitrary: fc.record(
      {
        type: fc.constantFrom("Feature", "feature", "Feature"),
        id: anyJson,
        properties: fc.oneof(properties, anyJson),
        geometry,
        bbox: anyJson,
      },
      { requiredKeys: ["type"] },
    ),
  },
);
const document = fc.oneof(
  anyJson,
  geometry,
  feature,
  fc.record(
    {
      type: fc.constantFrom("FeatureCollection", "featurecollection"),
      features: fc.oneof({ weight: 6, arbitrary: fc.array(feature, { maxLength: 5 }) }, anyJson),
      crs: anyJson,
      bbox: anyJson,
    },
    { requiredKeys: ["type"] },
  ),
);

/** Whether an RFC 6901 pointer leads somewhere. */
function leads(json: unknown, pointer: string): boolean {
  let value = json;
  for (const part of pointer.split("/").slice(1)) {
    const key = part.replaceAll("~1", "/").replaceAll("~0", "~");
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return false;
    value = (value as Record<string, unknown>)[key];
  }
  return true;
}

function expectPlace(place: Place, text: string | null, { table, rows }: ReadSource): void {
  const lines = text === null ? Infinity : text.split(/\r\n?|\n|\u2028|\u2029|\u0085/).length;
  switch (place.kind) {
    case "pointer":
      expect(text !== null && leads(JSON.parse(text), place.pointer), place.pointer).toBe(true);
      break;
    case "cell":
      expect(table?.headers).toContain(place.column);
      expect(place.row).toBeLessThanOrEqual(lines);
      break;
    case "row":
      expect(place.row).toBeGreaterThanOrEqual(1);
      expect(place.row).toBeLessThanOrEqual(lines);
      break;
    case "feature":
      expect(rows.map((row) => row.number + 1)).toContain(place.feature);
      break;
    case "file":
      break;
    case "link":
      throw new Error("a file has no link");
  }
}

/** Reads a source to its end and holds it against the laws of every source. */
async function check(content: string | Uint8Array<ArrayBuffer>, fileName: string): Promise<ReadSource> {
  const read = await readSource(sourceOf(content, fileName));
  const text = typeof content === "string" ? content.replace(/^\uFEFF/, "") : null;
  for (const issue of read.issues) {
    expectPlace(issue.place, text, read);
    expect(describeIssue(issue, translate).message).not.toBe("");
    expect(describeRepair(issue, translate)).not.toBe("");
  }
  for (const point of read.points) {
    if (point.kind === "point") expect(Number.isFinite(point.lon) && Number.isFinite(point.lat)).toBe(true);
  }
  const { table } = read;
  if (table === null) {
    expect(read.issues.some(({ severity }) => severity === "error")).toBe(true);
    return read;
  }
  for (const [index, row] of read.rows.entries()) {
    expect(row.number).toBeGreaterThan(read.rows[index - 1]?.number ?? -1);
    for (const column of [null, ...table.headers.keys()]) expectPlace(table.place(row.number, column), text, read);
    if (read.points[index]?.kind === "faulty")
      expect(read.issues.some(({ severity }) => severity === "error")).toBe(true);
  }
  return read;
}

/** Some bytes of a file changed, or its end cut off. */
async function damaged(fixtureName: string, changes: readonly (readonly [number, number])[], keep: number) {
  const bytes = new Uint8Array(await fixture(fixtureName).arrayBuffer());
  for (const [at, value] of changes) bytes[Math.floor(at * bytes.length)] = value;
  return bytes.slice(0, Math.ceil(bytes.length * keep));
}

describe("opening a source", { timeout: 60_000 }, () => {
  it("never throws on arbitrary bytes", async () => {
    const beginnings = ["", "PK\x03\x04", "SQLite format 3\0", "fgb\x03fgb\0", "<?xml?><kml>", "\xff\xfe", "{"];
    const bytes = fc
      .tuple(fc.constantFrom(...beginnings), fc.uint8Array({ maxLength: 300 }))
      .map(([beginning, rest]) => new Uint8Array([...strToU8(beginning, true), ...rest]));
    await fc.assert(
      fc.asyncProperty(bytes, name, async (content, fileName) => {
        await check(content, fileName);
      }),
      {
        numRuns: 300,
      },
    );
  });

  it("never throws on arbitrary text", async () => {
    const markup = fc
      .array(
        fc.constantFrom(
          "<kml>",
          "</kml>",
          "<gpx>",
          "</gpx>",
          "<Placemark>",
          "</Placemark>",
          "<wpt lat='1' lon='a'/>",
          "<Point>",
          "<coordinates>1,2",
          "&amp;",
          "&x;",
          "<![CDATA[",
          "\n",
          "]]>",
          "<!--",
          " a='",
          "<trk><trkseg><trkpt lat='1' lon='2'/>",
        ),
        { maxLength: 12 },
      ) // prettier-ignore
      .map((parts) => parts.join(""));
    const text = fc.oneof(fc.string({ unit: "binary", maxLength: 200 }), markup.map((rest) => `<kml>${rest}`), markup.map((rest) => `<gpx>${rest}`)); // prettier-ignore
    await fc.assert(
      fc.asyncProperty(text, name, async (content, fileName) => {
        await check(content, fileName);
      }),
      {
        numRuns: 500,
      },
    );
  });

  it("finds every place in arbitrary JSON", async () => {
    await fc.assert(
      fc.asyncProperty(document, async (json) => {
        const { table } = await check(JSON.stringify(json), "a.geojson");
        if (table !== null) expect(table.issues.every(({ severity, code }) => severity === "warning" || code === "too-many-columns" || code === "no-features")).toBe(true); // prettier-ignore
      }),
      { numRuns: 700 },
    );
  });

  it("finds every place in JSON with repeated keys", async () => {
    const pairs = fc.array(fc.tuple(fc.constantFrom("type", "a/b", "coordinates", "features"), document), {
      maxLength: 5,
    });
    await fc.assert(
      fc.asyncProperty(pairs, async (members) => {
        const text = members.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`);
        await check(`{${[...text, '"type":"FeatureCollection"'].join(",")}}`, "a.geojson");
        await check(`{"type":"Feature","properties":{${text.join(",")}},"geometry":null}`, "a.geojson");
      }),
      { numRuns: 300 },
    );
  });

  it("has a row for every line of arbitrary JSON that is not blank", async () => {
    const texts = fc.array(fc.oneof(feature.map((json) => JSON.stringify(json)), fc.constantFrom("", " ", "{", "}{")), { maxLength: 8 }); // prettier-ignore
    await fc.assert(
      fc.asyncProperty(texts, async (lines) => {
        const content = ['{"type":"Feature"}', ...lines].join("\n");
        const { rows } = await check(content, "a.geojsonl");
        expect(rows).toHaveLength(content.split("\n").filter((each) => each.trim() !== "").length);
      }),
      { numRuns: 300 },
    );
  });

  it("never throws on a damaged file of any format", async () => {
    const changes = fc.array(fc.tuple(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), fc.nat(255)), {
      maxLength: 12,
    });
    const keep = fc.oneof(fc.constant(1), fc.double({ min: 0.01, max: 1, noNaN: true }));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...FIXTURES), changes, keep, async (fixtureName, at, share) => {
        await check(await damaged(fixtureName, at, share), fixtureName);
      }),
      { numRuns: 300 },
    );
  });

  it("never throws on archives of arbitrary contents", async () => {
    const path = fc.constantFrom("a.shp", "a.dbf", "a.prj", "a.cpg", "doc.kml", "b.kml", "a.csv", "a.txt", "xl/workbook.xml", "d/a.gpx"); // prettier-ignore
    const content = fc.oneof(
      fc.uint8Array({ maxLength: 150 }),
      fc.constantFrom("<kml><Placemark/></kml>", "id\n1").map((text) => strToU8(text)),
      fc.constant(gzipSync(strToU8("x"))),
    );
    await fc.assert(
      fc.asyncProperty(fc.dictionary(path, content, { maxKeys: 5 }), async (files) => {
        await check(zipSync(files), "a.zip");
      }),
      { numRuns: 200 },
    );
  });
});
