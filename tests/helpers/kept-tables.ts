import type { Activity, ActivityId } from "#domain/activity/activity.ts";
import type { Area, AreaId, PolygonRings } from "#domain/area/area.ts";
import type { ActorTable } from "#domain/actor/actor.ts";
import type { Space, SpaceId } from "#domain/space/space.ts";
import { joinTexts, textsOf, type CodedTexts, type PackedTexts, type TextColumn } from "#domain/text-column.ts";
import { meters } from "#domain/units.ts";
import type { IsochroneId, IsochroneRow } from "#domain/travel/isochrone-row.ts";
import type { LoadedTable, TableId, TableInfo, TableKind } from "#domain/workspace/table.ts";
import { actorRow, actorTableOf, siteRow, siteTableOf } from "./loaded-table.ts";

export function packed(texts: readonly (string | null)[]): PackedTexts {
  const encoded = texts.map((text) => new TextEncoder().encode(text ?? ""));
  const offset = new Uint32Array(texts.length + 1);
  for (const [index, bytes] of encoded.entries()) offset[index + 1] = offset[index]! + bytes.length;
  const bytes = new Uint8Array(offset.at(-1)!);
  for (const [index, part] of encoded.entries()) bytes.set(part, offset[index]);
  return { kind: "packed", bytes, offset };
}

export function coded(texts: readonly (string | null)[]): CodedTexts {
  const values = [...new Set(texts)];
  return { kind: "coded", values, code: Uint32Array.from(texts, (text) => values.indexOf(text)) };
}

/** Texts in the form that comes of tables taken together. */
export function joined(texts: readonly (string | null)[]): TextColumn {
  const half = texts.length >> 1;
  const [first, second] = [texts.slice(0, half), texts.slice(half)];
  const pick = Uint32Array.from(texts, (_, index) => index);
  return joinTexts(
    [
      { column: packed(first), count: first.length },
      { column: second, count: second.length },
    ],
    pick,
  );
}

/** The info of another table under another identifier and kind. */
export function infoOf<K extends TableKind>(
  kind: K,
  id: string,
  rowCount: number,
  change: Partial<Omit<TableInfo<K>, "id" | "kind">> = {},
): TableInfo<K> {
  const { info } = siteTableOf([], 1);
  return { ...info, id: id as TableId, kind, title: `${id}.csv`, rowCount, rowsRead: rowCount, ...change };
}

/** Sites with and without everything. */
export function keptSites(): LoadedTable {
  return siteTableOf(
    [
      siteRow({
        id: "mill",
        name: 'Mill "A", Łódź',
        nameLocal: "Młyn\r\n2. rząd",
        country: "PL",
        lon: 19.123456789012345,
        lat: -0,
        precision: "site",
        heritageClass: "industrial",
        industry: "food_drink",
        builtFromYear: 1890,
        reuseStatus: "partial",
        floorAreaSquareMeters: 0.1 + 0.2,
        protection: "national",
        website: "https://mill.example/?a=1,2",
        note: " =1+1; 'quoted' ",
      }),
      siteRow({ id: "lost", name: "Lost works" }),
    ],
    1,
  );
}

/** Actors whose texts have every form that a column may have. */
export function keptActors(): LoadedTable {
  const { info, records } = actorTableOf(
    [
      actorRow({
        id: "a",
        name: "Äpfel & Öl",
        sector: "trade",
        category: "retail_food",
        country: "AT",
        seenYear: 2024,
      }),
      actorRow({ id: "b", lon: -180, lat: 90, address: "Street 1", municipality: "Győr" }),
      actorRow({ id: "c", sector: "service", website: "https://c.example", country: "AT" }),
    ],
    2,
  );
  const table = records as ActorTable;
  const as = (form: (texts: readonly (string | null)[]) => TextColumn, column: TextColumn) => form(textsOf(column, 3));
  return {
    info: {
      ...(info as TableInfo<"actors">),
      rowsRead: 5,
      rowsRejected: 1,
      rowsMerged: 1,
      coverage: [
        {
          id: "hull",
          source: "A register",
          date: "2026",
          levels: { creative: "complete", trade: "partial", service: "none" },
          shape: {
            kind: "polygon",
            rings: [
              [
                [14, 46],
                [15, 46],
                [15, 47],
                [14, 46],
              ],
            ],
          },
        },
        {
          id: "disc",
          source: "A register",
          date: null,
          levels: { creative: "none", trade: "none", service: "none" },
          shape: { kind: "disc", center: { lon: 14, lat: 46 }, radiusMeters: meters(1000) },
        },
      ],
    },
    records: {
      ...table,
      id: as(packed, table.id),
      name: as(packed, table.name),
      country: as(coded, table.country),
      municipality: as(joined, table.municipality),
    },
  };
}

export function keptSpaces(): LoadedTable {
  const hall: Space = {
    id: "hall" as SpaceId,
    siteId: "mill",
    name: "Hall, 1st floor",
    kind: null,
    areaSquareMeters: 120.5,
    heightMeters: null,
    loadKilonewtonsPerSquareMeter: 7.5,
    equipment: "crane\n5 t",
    access: null,
    heating: "stove",
    priceEuroPerSquareMeterMonth: 0,
    availableFrom: "2027-01",
    availableUntil: "2028",
    terms: "for a year, renewable",
    contact: null,
    contactPage: "https://mill.example/let",
    lastConfirmed: null,
    sourceUrl: "https://mill.example/hall",
  };
  const records = [hall, { ...hall, id: "cellar" as SpaceId, name: "", siteId: null, areaSquareMeters: null }];
  return { info: infoOf("spaces", "imported-spaces", 2), records };
}

export function keptActivities(): LoadedTable {
  const openDay: Activity = {
    id: "open-day" as ActivityId,
    type: "open day",
    title: "Open day",
    siteId: "mill",
    place: null,
    country: "PL",
    lon: 19.5,
    lat: 51.5,
    precision: "building",
    dateFrom: "2026-05-01",
    dateTo: null,
    note: null,
    sourceUrl: null,
  };
  const records = [openDay, { ...openDay, id: "fair" as ActivityId, lon: null, lat: null }];
  return { info: infoOf("activities", "imported-activities", 2), records };
}

export function keptPopulation(): LoadedTable {
  return {
    info: infoOf("population", "imported-population", 2),
    records: {
      count: 2,
      name: packed(["Győr", null]),
      country: coded(["HU", null]),
      lon: Float64Array.of(17.6, 18),
      lat: Float64Array.of(47.7, 48),
      residents: Float64Array.of(130_000, 0),
    },
  };
}

/** An area of two parts, one with a hole, and one that says little. */
export function keptAreas(): LoadedTable {
  const parts: Area = {
    id: "sl-901" as AreaId,
    name: 'Žabja "vas", 2',
    country: "SI",
    polygons: [[square(14.1234567, 46, 1), square(14.25, 46.25, 0.125).toReversed()], [square(16, 46, 0.5)]],
    sourceUrl: "https://areas.example/901",
  };
  const plain = { ...parts, id: "2" as AreaId, name: "", country: null, polygons: [[square(-1, -2, 0.5)]] };
  return { info: infoOf("areas", "imported-areas", 2), records: [parts, { ...plain, sourceUrl: null }] };
}

/** A ring, counterclockwise. */
function square(west: number, south: number, size: number): PolygonRings[number] {
  return [
    [west, south],
    [west + size, south],
    [west + size, south + size],
    [west, south + size],
    [west, south],
  ] as const;
}

/** Isochrones with and without ground. */
export function keptIsochrones(): LoadedTable {
  const [near, none] = [10, 5].map((minutes): IsochroneRow => ({
    id: `mill-foot-${String(minutes)}` as IsochroneId,
    siteId: "mill",
    lon: 19.123456789012345,
    lat: 46.000000000000014,
    profile: "foot",
    minutes,
    polygons: minutes === 5 ? [] : [[square(19, 0, 0.3)]],
    provider: "Valhalla at routing.example",
    engine: null,
    dataDate: null,
    computed: "2026-11-21T10:00:00.000Z",
    attribution: "© OpenStreetMap contributors, ODbL 1.0",
  })) as [IsochroneRow, IsochroneRow];
  const asked = { service: "routing", endpoint: "https://routing.example", areas: [], asOf: null } as const;
  return { info: infoOf("isochrones", "asked-isochrones", 2, { asked }), records: [near, none] };
}

/** One table of each kind. */
export function keptTables(): readonly LoadedTable[] {
  return [keptSites(), keptActors(), keptSpaces(), keptActivities(), keptPopulation(), keptAreas(), keptIsochrones()];
}
