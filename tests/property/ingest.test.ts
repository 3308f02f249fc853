import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readFile, readText } from "#data/ingest/read-file.ts";
import type { Place } from "#domain/issue.ts";
import { textAt, type TextColumn } from "#domain/text-column.ts";
import { TABLE_KINDS } from "#domain/workspace/table.ts";
import { describeIssue, describeRepair } from "#i18n/describe-issue.ts";
import { createTranslate } from "#i18n/translate.ts";

const translate = createTranslate("en");

const header = fc.constantFrom(
  "id",
  "ID",
  "lon",
  "lat",
  "Breite",
  "x",
  "sector",
  "category",
  "status",
  "website",
  "extra",
  "",
  "name",
  "country",
);
const cell = fc.oneof(
  fc.constantFrom(
    "",
    "1",
    "-12.5",
    "95",
    "200",
    "1,5",
    "trade",
    "creative",
    "music",
    "gone",
    "HR",
    "https://a.example",
    '"',
    '"a"',
    "'=x",
    "e9",
  ),
  fc.string({ maxLength: 6 }),
);
const delimited = fc
  .record({
    delimiter: fc.constantFrom(",", ";", "\t"),
    headers: fc.array(header, { maxLength: 8 }),
    rows: fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 8 }),
    end: fc.constantFrom("\n", "\r\n", "\r"),
  })
  .map(({ delimiter, headers, rows, end }) => [headers, ...rows].map((cells) => cells.join(delimiter)).join(end));

const anyJson = fc.jsonValue({ maxDepth: 3 });
const featureJson = fc.oneof(
  { weight: 1, arbitrary: anyJson },
  {
    weight: 5,
    arbitrary: fc.record(
      {
        type: fc.constantFrom("Feature", "Feature", "Point"),
        id: anyJson,
        properties: fc.oneof(
          anyJson,
          fc.dictionary(
            fc.constantFrom("id", "sector", "status/", "na~me", "name", "country", "built_from"),
            fc.oneof(cell, anyJson),
          ),
        ),
        geometry: fc.oneof(
          anyJson,
          fc.record({
            type: fc.constantFrom("Point", "LineString", "Polygon", "MultiPolygon", "GeometryCollection"),
            geometries: anyJson,
            coordinates: fc.oneof(anyJson, fc.array(fc.oneof(fc.double(), cell))),
          }),
        ),
      },
      { requiredKeys: ["type"] },
    ),
  },
);
const geojson = fc
  .oneof(
    featureJson,
    fc.record({ type: fc.constant("FeatureCollection"), features: fc.array(featureJson, { maxLength: 6 }) }),
  )
  .map((json) => JSON.stringify(json));
const anyText = fc.oneof(delimited, geojson, fc.string({ unit: "binary", maxLength: 200 }));

/** Follows an RFC 6901 pointer; throws where it leads nowhere. */
function follow(json: unknown, pointer: string): unknown {
  let value = json;
  for (const part of pointer.split("/").slice(1)) {
    const key = part.replaceAll("~1", "/").replaceAll("~0", "~");
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key))
      throw new Error(`${pointer} leads nowhere`);
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

function expectPlace(place: Place, text: string): void {
  switch (place.kind) {
    case "pointer":
      expect(() => follow(JSON.parse(text.replace(/^\uFEFF/, "")), place.pointer)).not.toThrow();
      break;
    case "cell":
      expect(text).toContain(place.column.split(`"`)[0] ?? "");
      expect(place.row).toBeLessThanOrEqual(text.split(/\r\n?|\n/).length);
      break;
    case "row":
      expect(place.row).toBeGreaterThanOrEqual(1);
      expect(place.row).toBeLessThanOrEqual(text.split(/\r\n?|\n/).length);
      break;
    case "feature":
    case "file":
      break;
    case "link":
      throw new Error("no link in a file");
  }
}

describe("any text, read as a table of any kind", () => {
  it("gives as many rows as records and rejected rows, and columns of equal length", async () => {
    await fc.assert(
      fc.asyncProperty(anyText, fc.constantFrom(...TABLE_KINDS), async (text, kind) => {
        const { records, rowsRead, rowsRejected } = await readText(kind, text, "f");
        const count = "count" in records ? records.count : records.length;
        expect(count + rowsRejected).toBe(rowsRead);
        if (!("count" in records)) return;
        for (const column of Object.values<unknown>({ ...records })) {
          if (typeof column === "object" && column !== null && "length" in column) expect(column).toHaveLength(count);
        }
        if (kind !== "sites" && kind !== "actors") return;
        const { id } = records as unknown as { readonly id: TextColumn };
        expect(new Set(Array.from({ length: count }, (_, index) => textAt(id, index))).size).toBe(count);
      }),
      { numRuns: 600 },
    );
  });

  it("names a place that exists and has words for each issue", async () => {
    await fc.assert(
      fc.asyncProperty(anyText, fc.constantFrom(...TABLE_KINDS), async (text, kind) => {
        for (const issue of (await readText(kind, text, "f")).issues) {
          expectPlace(issue.place, text);
          expect(describeIssue(issue, translate).message.length).toBeGreaterThan(10);
          expect(describeRepair(issue, translate).length).toBeGreaterThan(10);
        }
      }),
      { numRuns: 600 },
    );
  });

  it("lists an error for each rejected row, in the order of the file", async () => {
    await fc.assert(
      fc.asyncProperty(delimited, fc.constantFrom(...TABLE_KINDS), async (text, kind) => {
        const { issues, rowsRejected } = await readText(kind, text, "f");
        const rows = issues.flatMap(({ place, severity }) =>
          "row" in place && severity === "error" ? [place.row] : [],
        );
        expect(rows).toEqual(rows.toSorted((a, b) => a - b));
        const isWhole = issues.some(({ place, severity }) => place.kind === "file" && severity === "error");
        if (!isWhole) expect(new Set(rows).size).toBe(rowsRejected);
      }),
      { numRuns: 600 },
    );
  });

  it("leaves only points on the globe, or none", async () => {
    await fc.assert(
      fc.asyncProperty(anyText, fc.constantFrom("sites", "actors", "population"), async (text, kind) => {
        const { lon, lat } = (await readText(kind, text, "f")).records;
        for (const [index, value] of lon.entries()) {
          const latitude = lat[index] ?? NaN;
          expect(Number.isNaN(value)).toBe(Number.isNaN(latitude));
          if (!Number.isNaN(value)) expect(Math.abs(value) <= 180 && Math.abs(latitude) <= 90).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("any bytes", () => {
  it("are read as a table, or refused for a reason", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        const { rowsRead, issues } = await readFile("sites", new File([new Uint8Array(bytes)], "f"));
        if (rowsRead === 0) expect(issues.length).toBeGreaterThan(0);
      }),
      { numRuns: 600 },
    );
  });
});
