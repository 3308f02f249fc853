import { describe, expect, it } from "vitest";
import { namePlaces } from "../../../src/tooling/place-names.ts";

const WIEN = { id: 2761369, name: "Vienna", country: "AT", population: 1_691_468, lon: 16.37208, lat: 48.20849 };
const KOPER = { id: 3197753, name: "Koper", country: "SI", population: 23_726, lon: 13.73, lat: 45.54694 };
const HEAD = "geonames_id,country,name_local,en,de,hu,sl,it,hr,source_url\n";
const PAGE = "https://www.geonames.org/2761369";
const ROW = `2761369,AT,Wien,Vienna,,Bécs,Dunaj,Vienna,Beč,${PAGE}\n`;
const name = (rows: string) => namePlaces([WIEN, KOPER], HEAD + rows, "place-names.csv");

describe("the table of place names", () => {
  it("gives a place its local spelling and its names elsewhere, and leaves the others as they are", () => {
    expect(name(ROW)).toEqual([
      {
        ...WIEN,
        name: "Wien",
        exonyms: { en: "Vienna", hu: "Bécs", sl: "Dunaj", it: "Vienna", hr: "Beč" },
      },
      { ...KOPER, exonyms: {} },
    ]);
  });

  it.each([
    ["a place that is not bundled", ROW.replace("2761369", "1"), "row 2: no place has the GeoNames id 1"],
    ["a place of another country", ROW.replace("AT", "DE"), "row 2: Vienna lies in AT"],
    ["a place that comes twice", ROW + ROW, "row 3: Vienna is listed before"],
    ["a row without a source", ROW.replace(PAGE, ""), "row 2: a page as its source is missing"],
    ["a row without a local name", ROW.replace("Wien", ""), "row 2: the local name is missing"],
    ["an exonym that is none", ROW.replace("Bécs", "Wien"), "row 2: hu repeats the local name Wien"],
  ])("refuses %s", (_, rows, message) => {
    expect(() => name(rows)).toThrow(`place-names.csv ${message}`);
  });
});
