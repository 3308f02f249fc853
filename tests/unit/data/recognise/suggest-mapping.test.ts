import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { TABLE_COLUMNS } from "#domain/ingest/columns.ts";
import type { TableKind } from "#domain/workspace/table.ts";
import { detectEncoding } from "#data/recognise/encoding.ts";
import { mappingKey, suggestMapping, type SourceSample } from "#data/recognise/suggest-mapping.ts";
import { NATIONAL_TABLES } from "./national-tables.ts";

function sampleOf(text: string, fileName: string, delimiter: string): SourceSample {
  const [headers = [], ...rows] = Papa.parse<string[]>(text.trim(), { delimiter, skipEmptyLines: true }).data;
  const trimmed = rows.map((row) => row.map((cell) => cell.trim()));
  return {
    headers: headers.map((header) => header.trim()),
    rows: trimmed,
    geometry: "absent",
    crs: null,
    members: null,
    fileName,
    kind: null,
  };
}

/** The header of each field's column. */
function headersByField(source: SourceSample): Record<string, string | undefined> {
  const { fields } = suggestMapping(source).mapping;
  return Object.fromEntries(
    Object.entries(fields).map(([field, from]) => [
      field,
      from.kind === "column" ? source.headers[from.column] : from.value,
    ]),
  );
}

describe("suggestMapping", () => {
  describe.each(NATIONAL_TABLES)("of $language: $title", (table) => {
    const source = sampleOf(table.text, table.fileName, "|");
    const { mapping, crsCandidates } = suggestMapping(source);

    it("finds what it is and its columns, and no others", () => {
      expect(mapping.kind).toBe(table.kind);
      expect(headersByField(source)).toEqual(table.fields);
    });

    it("finds its numbers and coordinates", () => {
      expect(mapping.decimalMark).toBe(table.decimalMark ?? "point");
      expect(mapping.crs).toBe(table.crs ?? "EPSG:4326");
      expect(mapping.swapped).toBe(table.swapped ?? false);
      expect(crsCandidates.map(({ code }) => code)).toEqual(table.crsCandidates ?? []);
    });

    it("knows its words", () => {
      expect(mapping.values).toEqual(table.values ?? {});
    });
  });

  const own = path.resolve(import.meta.dirname, "../../../../data");
  it.each<[string, TableKind, readonly string[]]>([
    ["sites.csv", "sites", []],
    ["actors.csv", "actors", []],
    ["spaces.csv", "spaces", []],
    ["activities.csv", "activities", []],
  ])("finds every field of our own %s", (file, kind) => {
    const source = sampleOf(readFileSync(path.join(own, file), "utf8"), file, ",");
    expect(suggestMapping(source).mapping.kind).toBe(kind);
    const fields = TABLE_COLUMNS[kind].map(({ name }) => name);
    expect(headersByField(source)).toEqual(Object.fromEntries(fields.map((name) => [name, name])));
  });

  it("finds every field of a table of residents under our own names", () => {
    const source = sampleOf("name|country|lon|lat|residents\nKomló|HU|18.26|46.19|22000", "x.csv", "|");
    expect(suggestMapping(source).mapping.kind).toBe("population");
    expect(Object.keys(headersByField(source))).toEqual(
      expect.arrayContaining(["name", "country", "lon", "lat", "residents"]),
    );
  });

  it("takes the kind that is given", () => {
    const source = sampleOf("Name|Lakosság\nKomló|22000", "x.csv", "|");
    expect(suggestMapping({ ...source, kind: "sites" }).mapping).toMatchObject({
      kind: "sites",
      fields: { name: { kind: "column", column: 0 } },
    });
  });

  it("believes no vague header whose words it does not know", () => {
    const source = sampleOf("Name|Status|Typ\nA|gut|1\nB|schlecht|2\nC|gut|1", "x.csv", "|");
    expect(headersByField({ ...source, kind: "sites" })).toEqual({ name: "Name" });
  });

  it("takes no identifier that repeats, no country that is none, no year that is a text", () => {
    const source = sampleOf("Nr|Land|Baujahr\n1|Sachsen|um 1900\n1|Bayern|19. Jh.\n2|Hessen|vor 1850", "x.csv", "|");
    expect(headersByField({ ...source, kind: "sites" })).toEqual({});
  });

  it("finds countries, words and web addresses under headers that say nothing", () => {
    const source = sampleOf(
      "p|q|r\nDE|leerstehend|https://a.de\nDE|umgenutzt|https://b.de\nHU|leerstehend|www.c.hu\nHU|abgerissen|www.d.hu\nHU|leerstehend|www.e.hu\nHU|umgenutzt|www.f.hu",
      "x.csv",
      "|",
    );
    expect(headersByField(source)).toEqual({ country: "p", reuse_status: "q", website: "r" });
  });

  it("knows a table of sites by a header whose words it does not know", () => {
    const source = sampleOf(
      "IME|OBCINA|ZVRST|LAT|LON\nA|Idrija|stavbe|46.0|14.03\nB|Tržič|stavbe|46.36|14.31",
      "x.csv",
      "|",
    );
    expect(suggestMapping(source).mapping.kind).toBe("sites");
    expect(headersByField(source)).toEqual({ name: "IME", municipality: "OBCINA", lat: "LAT", lon: "LON" });
  });

  it("puts the system of a country before zones that span the continent", () => {
    const { crsCandidates } = suggestMapping(
      sampleOf("Naziv|Y koordinata|X koordinata\nA|5023200|338900\nB|4996092|312624", "x.csv", "|"),
    );
    expect(crsCandidates[0]).toEqual({ code: "EPSG:3765", name: "HTRS96 / Croatia TM", from: "range" });
    expect(crsCandidates.map(({ code }) => code)).toContain("EPSG:25833");
  });

  it("takes answers, grades and gaps for no country and no vocabulary", () => {
    const source = sampleOf("p|q|r|s\nSI|no|A|n.d.\nNO|no|D|unknown\nSI|no|A|n.d.\nNO|no|I|unknown", "x.csv", "|");
    expect(headersByField({ ...source, kind: "sites" })).toEqual({});
    expect(headersByField({ ...source, kind: "actors" })).toEqual({});
  });

  it("lists nothing to confirm for degrees, and a stated projection as the only choice", () => {
    const degrees = sampleOf("Name|lon|lat\nKomló|18.26|46.19", "x.csv", "|");
    expect(suggestMapping({ ...degrees, crs: "urn:ogc:def:crs:OGC:1.3:CRS84" }).crsCandidates).toEqual([]);
    const geometry = { ...degrees, rows: [], headers: ["Name"], geometry: "given" as const };
    const stated = suggestMapping({ ...geometry, crs: "EPSG:23700" });
    expect(stated.mapping).toMatchObject({ crs: "EPSG:23700", pointFrom: "geometry" });
    expect(stated.crsCandidates).toEqual([{ code: "EPSG:23700", name: "HD72 / EOV", from: "stated" }]);
  });

  it("asks where the values fit no system", () => {
    const { mapping, crsCandidates } = suggestMapping(sampleOf("Name|x|y\nA|99000000|1\nB|98000000|2", "x.csv", "|"));
    expect(mapping.crs).toBe("EPSG:4326");
    expect(crsCandidates).toEqual([{ code: "EPSG:4326", name: "WGS 84", from: "range" }]);
  });

  it("asks where the source states a system that is not known", () => {
    const { crsCandidates } = suggestMapping({
      ...sampleOf("Name\nKomló", "x.csv", "|"),
      geometry: "given",
      crs: "EPSG:27700",
    });
    expect(crsCandidates.map(({ code }) => code)).toEqual(["EPSG:4326"]);
  });

  it("finds latitude and longitude without headers that say so", () => {
    const source = sampleOf("a|b|c\nx|46.1928|18.2649\ny|46.0711|18.2331\nz|47.4979|19.0402", "x.csv", "|");
    expect(headersByField({ ...source, kind: "sites" })).toEqual({ lat: "b", lon: "c" });
  });

  it("shows samples of each column, and the values of those that repeat", () => {
    const rows = Array.from(
      { length: 60 },
      (_, index) => `Ort ${String(index)}|${index % 2 === 0 ? "leer" : "genutzt"}`,
    );
    const { columns } = suggestMapping(sampleOf(["Name|Leerstand", ...rows].join("\n"), "x.csv", "|"));
    expect(columns).toEqual([
      { header: "Name", samples: ["Ort 0", "Ort 1", "Ort 2", "Ort 3", "Ort 4"], values: [] },
      {
        header: "Leerstand",
        samples: ["leer", "genutzt"],
        values: [
          { text: "leer", count: 30 },
          { text: "genutzt", count: 30 },
        ],
      },
    ]);
  });

  const shared = path.resolve(import.meta.dirname, "../../../../../shared/testdata/importer");
  describe.skipIf(!existsSync(shared))("on the shared files (skipped where they are absent)", () => {
    const read = (file: string, delimiter: string): SourceSample => {
      const bytes = readFileSync(path.join(shared, file));
      const text = new TextDecoder(detectEncoding(bytes, true).encoding).decode(bytes);
      return sampleOf(text, path.basename(file), delimiter);
    };

    it.each(["derived/towns_cp1250_semicolon_decimalcomma.csv", "derived/towns_iso8859-2_semicolon_decimalcomma.csv"])(
      "%s",
      (file) => {
        const source = read(file, ";");
        expect(suggestMapping(source).mapping).toMatchObject({
          kind: "population",
          decimalMark: "comma",
          swapped: false,
        });
        expect(headersByField(source)).toEqual({
          name: "Név",
          country: "Země",
          lat: "Širina",
          lon: "Dolžina",
          residents: "Lakosság",
        });
      },
    );

    it("sees that the two coordinates stand in each other's place", () => {
      const source = read("derived/towns_it_de_utf8bom_swapped_latlon.csv", ";");
      expect(suggestMapping(source).mapping).toMatchObject({ kind: "population", decimalMark: "comma", swapped: true });
      expect(headersByField(source)).toMatchObject({ name: "Comune", country: "Nazione", residents: "Abitanti" });
    });

    it("finds both coordinates in one cell with broken degree signs", () => {
      expect(headersByField(read("csv-spectrum/location_coordinates.csv", ","))).toMatchObject({
        position: "Location Coordinates",
      });
    });

    it.each(["empty", "simple", "newlines", "utf8", "escaped_quotes", "quotes_and_newlines"])(
      "finds nothing in csv-spectrum/%s, which says nothing",
      (name) => {
        expect(headersByField(read(`csv-spectrum/${name}.csv`, ","))).toEqual({});
      },
    );
  });
});

describe("suggestMapping of polygons", () => {
  const polygons = (text: string, fileName: string): SourceSample => ({
    ...sampleOf(text, fileName, "|"),
    geometry: "outlines",
  });

  it.each([
    ["name\nIdrija", "export.geojson", { name: "name" }],
    ["AGS|GEN|EWZ\n01001|Flensburg|89000", "vg250_gem.gpkg", { id: "AGS", name: "GEN" }],
    ["NUTS_ID|NAME_LATN|CNTR_CODE\nSI031|Mura|SI", "NUTS_RG_20M.zip", {}],
    ["OB_ID|OB_UIME|POV\n36|Idrija|293", "obcine.zip", { id: "OB_ID", name: "OB_UIME" }],
    ["PRO_COM|COMUNE\n6001|Gorizia", "Com01012024_g.zip", { id: "PRO_COM", name: "COMUNE" }],
    ["Gemeinde|Einwohner|AGS\nA|100|01", "gemeindegrenzen.geojson", { id: "AGS", name: "Gemeinde" }],
  ])("takes %j in %s for areas", (text, file, fields) => {
    const source = polygons(text, file);
    expect(suggestMapping(source).mapping).toMatchObject({ kind: "areas", pointFrom: "geometry" });
    expect(headersByField(source)).toMatchObject(fields);
  });

  it.each([
    ["Name|Baujahr|Status\nMühle|1890|leerstehend", "denkmale_landkreis.geojson", "sites"],
    ["name|industry|protection\nMill|textile|national", "layer.geojson", "sites"],
    ["GRD_ID|TOT_P_2021\nCRS3035RES1000mN1E1|12", "grid.gpkg", "population"],
  ])("takes %j in %s for %s", (text, file, kind) => {
    expect(suggestMapping(polygons(text, file)).mapping.kind).toBe(kind);
  });

  it.each(["absent", "empty", "given"] as const)("never takes a source for areas whose geometry is %s", (geometry) => {
    const source = { ...polygons("AGS|GEN\n01|A", "gemeinden.csv"), geometry };
    expect(suggestMapping(source).mapping.kind).not.toBe("areas");
  });

  it("finds them in cells, and the system that the text states", () => {
    const cell =
      "SRID=3857;POLYGON((1558472.87 5780349.22,1669792.36 5780349.22,1669792.36 5942074.07,1558472.87 5780349.22))";
    const source = sampleOf(`name|the_geom\nA|${cell}\nB|${cell}`, "obcine.csv", "|");
    const { mapping, crsCandidates } = suggestMapping(source);
    expect(mapping).toMatchObject({ kind: "areas", pointFrom: "fields", crs: "EPSG:3857", swapped: false });
    expect(crsCandidates).toMatchObject([{ code: "EPSG:3857", from: "stated" }]);
    expect(headersByField(source)).toEqual({ name: "name", geometry: "the_geom" });
  });

  it("asks which system it is where the corners are no degrees", () => {
    const cell = "POLYGON((461272.24 95697.87,476763.33 95620.07,480671.02 106720.82,461272.24 95697.87))";
    const { mapping, crsCandidates } = suggestMapping(sampleOf(`name|wkt\nA|${cell}`, "a.csv", "|"));
    expect(mapping.kind).toBe("areas");
    expect(crsCandidates.map(({ code }) => code)).toContain("EPSG:3794");
  });

  it("shows long geometries of cells shortened", () => {
    const cell = `POLYGON((${"14 46, ".repeat(500)}14 46))`;
    const { columns } = suggestMapping(sampleOf(`name|wkt\nA|${cell}`, "a.csv", "|"));
    expect(columns[1]?.samples[0]).toHaveLength(201);
    expect(columns[1]?.values).toEqual([]);
  });
});

describe("mappingKey", () => {
  it("is the same for headers that differ in case and accents only", () => {
    expect(mappingKey(["Név", "Település"])).toBe(mappingKey(["NEV", "telepules "]));
    expect(mappingKey(["a", "b"])).not.toBe(mappingKey(["b", "a"]));
  });
});
