import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeUtf8 } from "#data/ingest/decode-utf8.ts";
import { readActors } from "#data/ingest/read-actors.ts";
import { readSites } from "#data/ingest/read-sites.ts";
import type { IssueCode, Place } from "#domain/issue.ts";
import { describeIssue } from "#i18n/describe-issue.ts";
import { createTranslate } from "#i18n/translate.ts";

const translate = createTranslate("en");
const READERS = [readSites, readActors] as const;
/** Errors that concern no single row. */
const WHOLE_FILE = new Set<IssueCode>(["missing-column", "empty-file", "not-json", "not-json-text", "not-geojson"]);

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
            type: fc.constantFrom("Point", "LineString"),
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
    case "file":
      break;
    case "link":
      throw new Error("no link in a file");
  }
}

describe("any text, read as sites or actors", () => {
  it("gives as many rows as records and rejected rows, and columns of equal length", () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(...READERS), (text, read) => {
        const { records, rowsRead, rowsRejected } = read(text, "f");
        expect(records.count + rowsRejected).toBe(rowsRead);
        for (const column of Object.values<unknown>({ ...records })) {
          if (typeof column === "object") expect(column).toHaveLength(records.count);
        }
        expect(new Set<string>(records.id).size).toBe(records.count);
      }),
      { numRuns: 1000 },
    );
  });

  it("names a place that exists and has words for each issue", () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(...READERS), (text, read) => {
        for (const issue of read(text, "f").issues) {
          expectPlace(issue.place, text);
          const words = describeIssue(issue, translate);
          expect(words.message.length).toBeGreaterThan(10);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("lists an error for each rejected row, in the order of the file", () => {
    fc.assert(
      fc.property(delimited, fc.constantFrom(...READERS), (text, read) => {
        const { issues, rowsRejected } = read(text, "f");
        const rows = issues.flatMap(({ place }) => ("row" in place ? [place.row] : []));
        expect(rows).toEqual(rows.toSorted((a, b) => a - b));
        const errors = issues.filter(({ severity }) => severity === "error");
        const whole = errors.some(({ code }) => WHOLE_FILE.has(code));
        if (!whole)
          expect(new Set(errors.map(({ place }) => ("row" in place ? place.row : 0))).size).toBe(rowsRejected);
      }),
      { numRuns: 1000 },
    );
  });

  it("leaves only points on the globe, or none", () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(...READERS), (text, read) => {
        const { lon, lat } = read(text, "f").records;
        for (const [index, value] of lon.entries()) {
          const latitude = lat[index] ?? NaN;
          expect(Number.isNaN(value)).toBe(Number.isNaN(latitude));
          if (!Number.isNaN(value)) expect(Math.abs(value) <= 180 && Math.abs(latitude) <= 90).toBe(true);
        }
      }),
    );
  });
});

describe("any bytes", () => {
  it("are text, or named by a byte that exists", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 40 }), (bytes) => {
        const decoded = decodeUtf8(bytes);
        if (decoded.ok) expect(decoded.value.length).toBeLessThanOrEqual(bytes.length);
        else expect(decoded.failure.params.byte).toBeLessThan(bytes.length);
      }),
    );
  });
});
