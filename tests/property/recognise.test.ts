import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DECIMAL_MARKS } from "#domain/ingest/mapping.ts";
import { TABLE_KINDS } from "#domain/workspace/table.ts";
import { parseAngle, parsePosition, statedSrid } from "#data/recognise/coordinates.ts";
import { lookupCountry } from "#data/recognise/country-names.ts";
import { CRS_DEFINITIONS } from "#data/recognise/crs-definitions.ts";
import { recogniseCrs, toWgs84 } from "#data/recognise/crs.ts";
import { detectEncoding, ENCODINGS } from "#data/recognise/encoding.ts";
import { guessCrs } from "#data/recognise/guess-crs.ts";
import { guessDecimalMark, parseLocalNumber } from "#data/recognise/numbers.ts";
import { mappingKey, suggestMapping } from "#data/recognise/suggest-mapping.ts";
import { lookupWord, nearestWord } from "#data/recognise/vocabulary-words.ts";
import { encodeText } from "../helpers/encode-text.ts";

const mark = fc.constantFrom(...DECIMAL_MARKS);
const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: fc.constantFrom(...Array.from("0123456789.,;'\"°′″NSEWOKÉ-+ ()eEPOINTgeo:{}[]|/")) }),
);

/** `value` as it is written with a decimal mark, thousands grouped by a separator. */
function written(value: number, decimalMark: "." | ",", separator: string): string {
  const [whole = "", fraction = ""] = Math.abs(value).toFixed(3).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, separator);
  return `${value < 0 ? "-" : ""}${grouped}${decimalMark}${fraction}`;
}

describe("recognition", () => {
  it("never throws, whatever the text", () => {
    fc.assert(
      fc.property(anyText, mark, (text, decimalMark) => {
        parseLocalNumber(text, decimalMark);
        parseAngle(text, decimalMark);
        parsePosition(text, decimalMark);
        statedSrid(text);
        recogniseCrs(text);
        lookupCountry(text);
        lookupWord("category", text);
        lookupWord("reuse_status", text);
        nearestWord("industry", text);
        guessDecimalMark([text]);
        mappingKey([text]);
      }),
      { numRuns: 2000 },
    );
  });

  it("never throws, whatever the bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), fc.boolean(), (bytes, isWhole) => {
        expect(ENCODINGS).toContain(detectEncoding(bytes, isWhole).encoding);
      }),
    );
  });

  it("reads a number back from either notation, however it is grouped", () => {
    const value = fc.integer({ min: -999_999_999, max: 999_999_999 }).map((thousandths) => thousandths / 1000);
    fc.assert(
      fc.property(
        value,
        mark,
        fc.constantFrom("", "other", " ", "\u00a0", "\u202f", "'", "’"),
        (number, decimal, group) => {
          const [own, other] = decimal === "comma" ? ([",", "."] as const) : ([".", ","] as const);
          const text = written(number, own, group === "other" ? other : group);
          expect(parseLocalNumber(text, decimal)).toBeCloseTo(number, 9);
        },
      ),
    );
  });

  it("gives a number that was not written only where the marks say so", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{1,6}[.,]\d{1,6}$/), mark, (text, decimal) => {
        const found = parseLocalNumber(text, decimal);
        const asDecimal = Number(text.replace(",", "."));
        const asGrouped = Number(text.replace(/[.,]/, ""));
        const isDecimal = text.includes(decimal === "comma" ? "," : ".");
        if (isDecimal) expect(found).toBe(asDecimal);
        else if (!Number.isNaN(found)) expect(found).toBe(asGrouped);
      }),
    );
  });

  it("reads an angle back from decimal degrees, minutes and seconds, hemisphere before or after", () => {
    const seconds = fc.integer({ min: 0, max: 180 * 36_000 });
    fc.assert(
      fc.property(seconds, fc.boolean(), mark, fc.boolean(), (tenths, isWest, decimal, isBefore) => {
        const degrees = Math.floor(tenths / 36_000);
        const minutes = Math.floor((tenths % 36_000) / 600);
        const last = ((tenths % 600) / 10).toFixed(1).replace(".", decimal === "comma" ? "," : ".");
        const plain = `${String(degrees)}° ${String(minutes)}′ ${last}″`;
        const letter = isWest ? "W" : "E";
        const text = isBefore ? `${letter} ${plain}` : `${plain} ${letter}`;
        const value = ((isWest ? -1 : 1) * tenths) / 36_000;
        expect(parseAngle(text, decimal)).toBeCloseTo(value, 9);
        const written = String(Math.round(value * 1e6) / 1e6).replace(".", decimal === "comma" ? "," : ".");
        if (!written.includes("e")) expect(parseAngle(written, decimal)).toBeCloseTo(value, 5);
      }),
    );
  });

  it("reads both coordinates back from one cell", () => {
    const degrees = (limit: number) =>
      fc.integer({ min: -limit * 1e5, max: limit * 1e5 }).map((value) => (value / 1e5).toFixed(5));
    fc.assert(
      fc.property(degrees(180), degrees(90), (lon, lat) => {
        const point = { lon: Number(lon), lat: Number(lat) };
        const comma = (text: string) => text.replace(".", ",");
        const near = (text: string, decimal: "point" | "comma") => {
          const found = parsePosition(text, decimal);
          expect(found?.lon).toBeCloseTo(point.lon, 9);
          expect(found?.lat).toBeCloseTo(point.lat, 9);
        };
        near(`${lat}, ${lon}`, "point");
        near(`${lat},${lon}`, "comma");
        near(`${comma(lat)}; ${comma(lon)}`, "comma");
        near(`${comma(lat)}, ${comma(lon)}`, "comma");
        near(`POINT(${lon} ${lat})`, "comma");
        near(`geo:${lat},${lon}`, "point");
      }),
    );
  });

  it("finds an encoding that gives back what was encoded", () => {
    const words = {
      German: "Straße Höfe für Öl größer Süd Mühle Gießerei über schön Bäcker Ausstellung Räume und die alte Fabrik",
      Hungarian: "gyár épület műemlék tető híres őrzött bánya közösség üres létesítmény köszönöm időszak a régi falu",
      Slovenian: "hiša šola žaga čebela občina tržnica dežela šport kašča vož hiše včasih mlin in stara tovarna",
      Croatian: "kuća škola željeznica čitaonica općina đak tržište međa luč građani opuštenost tvornica i stara luka",
      Italian:
        "città perché più così però attività qualità società è già virtù la vecchia fabbrica di seta e il mulino",
    };
    const text = fc
      .constantFrom(...Object.values(words))
      .chain((list) => fc.array(fc.constantFrom(...list.split(" ")), { minLength: 60, maxLength: 120 }))
      .map((list) => list.join(" "));
    fc.assert(
      fc.property(text, fc.constantFrom(...ENCODINGS), (written, encoding) => {
        const bytes = encodeText(written, encoding);
        if (bytes === null) return;
        expect(new TextDecoder(detectEncoding(bytes, true).encoding).decode(bytes)).toBe(written);
      }),
      { numRuns: 300 },
    );
  });

  it("gives points of known systems inside the globe, or none", () => {
    const coordinate = fc.oneof(fc.double(), fc.integer({ min: -8_000_000, max: 8_000_000 }));
    fc.assert(
      fc.property(fc.constantFrom(...CRS_DEFINITIONS), coordinate, coordinate, ({ code }, x, y) => {
        const point = toWgs84(code)?.(x, y) ?? null;
        if (point === null) return;
        expect(Math.abs(point[0])).toBeLessThanOrEqual(180);
        expect(Math.abs(point[1])).toBeLessThanOrEqual(90);
      }),
    );
  });

  it("proposes only systems that it can transform from", () => {
    const values = fc.array(fc.double({ min: -8e6, max: 8e6, noNaN: true }), { maxLength: 5 });
    fc.assert(
      fc.property(values, values, fc.array(anyText, { maxLength: 2 }), (xs, ys, headers) => {
        for (const { code } of guessCrs({ xs, ys, headers })) expect(toWgs84(code)).not.toBeNull();
      }),
    );
  });

  it("suggests only columns that exist, each for one field, and the same for the same source", () => {
    const header = fc.oneof(
      anyText,
      fc.constantFrom(
        "id",
        "Name",
        "lon",
        "LAT",
        "Status",
        "Ort",
        "x",
        "Koordinaten",
        "Land",
        "Stato",
        "anno",
        "lokacija",
        "type",
      ),
    );
    const source = fc.record({
      headers: fc.array(header, { maxLength: 8 }),
      rows: fc.array(fc.array(anyText, { maxLength: 9 }), { maxLength: 8 }),
      geometry: fc.constantFrom("absent", "empty", "given", "outlines"),
      crs: fc.option(anyText),
      members: fc.constant(null),
      fileName: anyText,
      kind: fc.option(fc.constantFrom(...TABLE_KINDS)),
    });
    fc.assert(
      fc.property(source, (sample) => {
        const { mapping, columns } = suggestMapping(sample);
        const used = Object.values(mapping.fields).flatMap((from) => (from.kind === "column" ? [from.column] : []));
        for (const column of used) expect(sample.headers[column]).toBeDefined();
        expect(new Set(used).size).toBe(used.length);
        expect(columns).toHaveLength(sample.headers.length);
        expect(mapping.kind).toBe(sample.kind ?? mapping.kind);
        expect(suggestMapping(sample)).toEqual({ ...suggestMapping(sample), mapping });
      }),
    );
  });
});
