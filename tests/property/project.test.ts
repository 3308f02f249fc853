import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isProject } from "#data/project/is-project.ts";
import type { Project } from "#data/project/project.ts";
import { readProject } from "#data/project/read-project.ts";
import { readTableCsv, writeTableCsv } from "#data/project/table-csv.ts";
import { writeProject } from "#data/project/write-project.ts";
import { readText } from "#data/ingest/read-file.ts";
import { WGS84, type Mapping } from "#domain/ingest/mapping.ts";
import { NO_EDITS } from "#domain/workspace/edits.ts";
import type { PopulationTable } from "#domain/population/population.ts";
import { textAt } from "#domain/text-column.ts";
import { rowOfActor, rowOfSite } from "#domain/workspace/rows.ts";
import { TABLE_KINDS, type LoadedTable, type TableId, type TableKind } from "#domain/workspace/table.ts";
import { MILL_OF_SOUNDS } from "../helpers/concept.ts";
import { keptIsochrones } from "../helpers/kept-tables.ts";

const cell = fc.oneof(
  fc.constantFrom("", "=1+1", 'say "so"', "two\nlines", "a,b", "ő 🏭", "'quoted", "0", "12.5"),
  fc.string({ unit: "grapheme", maxLength: 8 }).map((text) => text.trim().replaceAll("\r", "")),
);
const number = fc.oneof(fc.constant(""), fc.integer({ min: 0, max: 2100 }).map(String));

const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** Rows that are read without a fault. */
const rows = fc.array(fc.record({ text: fc.array(cell, { minLength: 6, maxLength: 6 }), number }), { maxLength: 6 });

const HEADERS: Readonly<Record<TableKind, string>> = {
  sites: "id,name,lon,lat,built_from,note,current_use,municipality,reuse_status",
  actors: "id,name,lon,lat,seen_year,address,coord_source,municipality,sector",
  spaces: "id,name,height_m,load_kn_m2,price_eur_m2_month,terms,contact,kind,site_id",
  activities: "id,title,lon,lat,date_from,note,place,type,site_id",
  population: "name,country,lon,lat,residents",
  areas: "id,name,country,geometry",
  isochrones: "id,site_id,engine,minutes,profile,geometry",
};

function csvOf(kind: TableKind, found: readonly { text: readonly string[]; number: string }[]): string {
  const lines = found.map(({ text, number: year }, index) => {
    const [name = "", a = "", b = "", c = ""] = text;
    const id = `r${String(index)}`;
    const at = [String(14 + index / 7), String(45 + index / 3)];
    const last = kind === "sites" ? "unused" : kind === "actors" ? "trade" : c;
    const date = year === "" ? "" : year.padStart(4, "1");
    if (kind === "areas") return [id, name, "HR", outlineText(index + Number(year || "0") / 7)].map(quote).join(",");
    if (kind === "isochrones") {
      const outline = outlineText(index + Number(year || "0") / 7);
      return [id, name, a, year === "" || year === "0" ? "7.5" : year, "foot", outline].map(quote).join(",");
    }
    if (kind === "population") return [name || id, "HR", ...at, year || "5"].map(quote).join(",");
    if (kind === "spaces") return [id, name || id, year, year, year, a, b, c, last].map(quote).join(",");
    return [id, name || id, ...at, kind === "activities" ? date : year, a, b, c, last].map(quote).join(",");
  });
  return [HEADERS[kind], ...lines].join("\n");
}

/** Two triangles, the first with a hole. */
function outlineText(seed: number): string {
  const triangle = (at: number, size: number) => {
    const corners = [
      [at % 90, 45],
      [(at % 90) + size, 45],
      [at % 90, 45 + size],
      [at % 90, 45],
    ];
    return `(${corners.map((corner) => corner.join(" ")).join(", ")})`;
  };
  return `MULTIPOLYGON ((${triangle(seed, 1)}, ${triangle(seed + 0.1, 0.3)}), (${triangle(seed + 40, 1 / 3)}))`;
}

async function tableOf(kind: TableKind, text: string): Promise<LoadedTable> {
  const { records } = await readText(kind, text, "t.csv");
  const rowCount = "count" in records ? records.count : records.length;
  const info = {
    id: `imported-${kind}` as TableId,
    kind,
    title: 'Tábla, "one"',
    origin: "imported",
    source: { id: "s", title: "S", licence: "", licenceUrl: "", url: "", date: null, attribution: "" },
    rowsRead: rowCount,
    rowsRejected: 0,
    rowsMerged: 0,
    rowCount,
    sizeBytes: 10,
    loadedAt: "2026-11-21T08:00:00.000Z",
    coverage: [],
  } as const;
  return { info, records } as unknown as LoadedTable;
}

/** A table as rows, whatever form its columns have. */
function rowsOf({ info, records }: LoadedTable): readonly unknown[] {
  if (Array.isArray(records)) return records;
  const indices = Array.from({ length: info.rowCount }, (_, index) => index);
  if (info.kind === "sites") return indices.map((index) => rowOfSite(records as never, index));
  if (info.kind === "actors") return indices.map((index) => rowOfActor(records as never, index));
  const { name, country, lon, lat, residents } = records as PopulationTable;
  return indices.map((at) => [textAt(name, at), textAt(country, at), lon[at], lat[at], residents[at]]);
}

const mapping: Mapping = {
  kind: "sites",
  fields: { name: { kind: "column", column: 1 } },
  values: { reuse_status: { leer: "unused" } },
  decimalMark: "comma",
  pointFrom: "fields",
  crs: WGS84,
  swapped: false,
};

const meta = { appVersion: "0.1.0", savedAt: "2026-11-21T08:00:00.000Z" };

describe("a project", () => {
  it("gives isochrones back, those without ground too", async () => {
    const table = keptIsochrones();
    const project: Project = { tables: [table], edits: NO_EDITS, mappings: [], link: "?v=1" };
    const blob = await writeProject(project, meta, () => undefined);
    const { project: read, issues } = await readProject(blob, "p.atlas.zip");
    expect(issues).toEqual([]);
    expect(read?.tables).toEqual([table]);
  });

  it.each(TABLE_KINDS)("gives its table of %s back", async (kind) => {
    await fc.assert(
      fc.asyncProperty(rows, async (found) => {
        const table = await tableOf(kind, csvOf(kind, found));
        const project: Project = {
          tables: [table],
          edits: NO_EDITS,
          mappings: [{ key: "k", mapping }],
          link: "?v=1&q=ő",
        };
        const blob = await writeProject(project, meta, () => undefined);
        expect(await isProject(blob)).toBe(true);
        const { project: read, issues } = await readProject(blob, "p.atlas.zip");
        expect(issues.filter(({ code }) => code !== "empty-file")).toEqual([]);
        expect(read?.tables[0]?.info).toEqual(table.info);
        expect(read?.tables.map(rowsOf)).toEqual([rowsOf(table)]);
        expect([read?.mappings, read?.link]).toEqual([project.mappings, project.link]);
      }),
      { numRuns: 60 },
    );
  });

  it("gives its edits back", async () => {
    const { records } = await readText("sites", "id,name,lon,lat\na,Ő,14,45\n", "s.csv");
    const row = { ...rowOfSite(records, 0), name: "changed" };
    const edits = {
      sites: new Map([
        [row.id, { kind: "put" as const, row }],
        ["gone" as typeof row.id, { kind: "deleted" as const }],
      ]),
      actors: new Map(),
      concepts: new Map([
        [MILL_OF_SOUNDS.id, { kind: "put" as const, row: MILL_OF_SOUNDS }],
        ["bundled" as typeof MILL_OF_SOUNDS.id, { kind: "deleted" as const }],
      ]),
    };
    const blob = await writeProject({ tables: [], edits, mappings: [], link: "" }, meta, () => undefined);
    expect((await readProject(blob, "p.zip")).project?.edits).toEqual(edits);
  });

  it("is read without the rows of a table that repeat an identifier", async () => {
    const table = await tableOf("sites", "id,name,lon,lat\na,one,14,45\nb,two,14,46\n");
    const csv = [...writeTableCsv(table)].join("").replace(/^b,/m, "a,");
    const { table: read, issues } = await readTableCsv(new Blob([csv]), table.info, "t.csv");
    expect(issues).toMatchObject([{ code: "duplicate-id", params: { firstRow: 2 }, place: { row: 3, column: "id" } }]);
    expect(read).toMatchObject({ info: { rowCount: 1, rowsRejected: 1, rowsRead: 2 }, records: { id: ["a"] } });
  });

  it("is read without the rows of a table whose outline is damaged", async () => {
    const table = await tableOf(
      "areas",
      csvOf("areas", [
        { text: ["A"], number: "" },
        { text: ["B"], number: "" },
      ]),
    );
    const csv = [...writeTableCsv(table)].join("").replace(/MULTIPOLYGON\(\(\(\S+ /, "$&x");
    const { table: read, issues } = await readTableCsv(new Blob([csv]), table.info, "t.csv");
    expect(issues).toMatchObject([{ code: "not-a-geometry-text", place: { row: 2, column: "geometry" } }]);
    expect(read).toMatchObject({ info: { rowCount: 1, rowsRejected: 1, rowsRead: 2 }, records: [{ id: "r1" }] });
  });

  it("is read as far as it can be, whatever was cut off or changed, and nothing throws", async () => {
    const table = await tableOf("sites", csvOf("sites", [{ text: ["a", "b", "c", "d", "", ""], number: "1900" }]));
    const blob = await writeProject(
      { tables: [table], edits: NO_EDITS, mappings: [], link: "" },
      meta,
      () => undefined,
    );
    const bytes = new Uint8Array(await blob.arrayBuffer());
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(255), fc.boolean(), async (at, value, isCut) => {
        const damaged = isCut ? bytes.slice(0, at) : bytes.with(at, value);
        const { project, issues } = await readProject(new Blob([damaged]), "p.zip");
        if (project === null) expect(issues.length).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });

  it("is told from other archives and files", async () => {
    expect(await isProject(new Blob(["id,name\n"]))).toBe(false);
    expect(await isProject(new Blob([]))).toBe(false);
  });
});
