import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NameIndex, SAME_NAME_METERS, TextIndex } from "#data/ingest/find-duplicates.ts";
import { destination, geodesicMeters } from "#domain/geo/geodesic.ts";
import { foldText } from "#domain/selection/fold-text.ts";

interface Named {
  readonly name: string;
  readonly lon: number;
  readonly lat: number;
}

function indexOf(records: readonly Named[]): NameIndex {
  return new NameIndex({
    name: (record) => records[record]!.name,
    lon: (record) => records[record]!.lon,
    lat: (record) => records[record]!.lat,
  });
}

function matches(records: readonly Named[]): (number | null)[] {
  const index = indexOf(records);
  return records.map((_, record) => index.match(record)?.record ?? null);
}

const MILL: Named = { name: "Malom", lon: 18.2, lat: 46.1 };

describe("records of one name", () => {
  it.each([0, 45, 90, 135, 180, 225, 270, 315])(
    "are the same 99.9 m off, and not 100.1 m off, towards %d degrees",
    (azimuth) => {
      const near = { name: "MALOM", ...destination(MILL, azimuth, 99.9) };
      const far = { name: "malom", ...destination(MILL, azimuth, 100.1) };
      expect(matches([MILL, near])).toEqual([null, 0]);
      expect(matches([MILL, far])).toEqual([null, null]);
    },
  );

  it("are different records under different names", () => {
    expect(matches([MILL, { ...MILL, name: "Malom 2" }])).toEqual([null, null]);
  });

  it("are told apart without a point", () => {
    expect(matches([MILL, { ...MILL, lon: NaN, lat: NaN }, { ...MILL, lon: NaN, lat: NaN }])).toEqual([
      null,
      null,
      null,
    ]);
  });

  it("all lead to the first, a hundred thousand at one place in no time", () => {
    const records = Array.from({ length: 100_000 }, () => MILL);
    expect(
      matches(records)
        .slice(1)
        .every((found) => found === 0),
    ).toBe(true);
  });

  it("are found as measuring every pair finds them", () => {
    const record = fc.record({
      name: fc.constantFrom("Ő", "ő", "mill", "Mill"),
      lon: fc.integer({ min: 0, max: 60 }).map((step) => 14.99 + step * 0.0005),
      lat: fc.integer({ min: 0, max: 60 }).map((step) => 45.99 + step * 0.0005),
    });
    fc.assert(
      fc.property(fc.array(record, { maxLength: 60 }), (records) => {
        const firsts: number[] = [];
        for (const [index, found] of matches(records).entries()) {
          const isSame = (other: number) =>
            foldText(records[other]!.name) === foldText(records[index]!.name) &&
            geodesicMeters(records[other]!, records[index]!) <= SAME_NAME_METERS;
          if (found === null) {
            expect(firsts.some(isSame)).toBe(false);
            firsts.push(index);
          } else {
            expect(firsts).toContain(found);
            expect(isSame(found)).toBe(true);
          }
        }
      }),
    );
  });
});

describe("identifiers", () => {
  it("are met again as a map of strings meets them", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.string({ unit: "grapheme" }), fc.nat(50).map(String))), (texts) => {
        const index = new TextIndex();
        const known = new Map<string, number>();
        for (const text of texts) {
          const plain = text.replace(/\p{Surrogate}/gu, "\u{FFFD}");
          expect(index.add(text)).toBe(known.get(plain) ?? null);
          if (!known.has(plain)) known.set(plain, known.size);
        }
        expect(index.count).toBe(known.size);
      }),
    );
  });

  it("stay apart when there are many", () => {
    const index = new TextIndex();
    for (let id = 0; id < 50_000; id++) expect(index.add(`actor-${String(id)}`)).toBeNull();
    expect(index.add("actor-4711")).toBe(4711);
  });
});
