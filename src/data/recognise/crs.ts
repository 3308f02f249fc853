import proj4 from "proj4";
import { WGS84 } from "#domain/ingest/mapping.ts";
import { CRS_DEFINITIONS, type CrsDefinition } from "./crs-definitions.ts";
import { recogniseByParameters } from "./crs-parameters.ts";

/** Gives longitude and latitude, WGS 84, degrees, of easting and northing; `null` outside the area of the system. */
export type ToWgs84 = (x: number, y: number) => readonly [lon: number, lat: number] | null;

const BY_CODE: ReadonlyMap<string, CrsDefinition> = new Map(CRS_DEFINITIONS.map((system) => [system.code, system]));

/** Codes that stand for the same values as a system of the list: older ones, other axis orders, ESRI's. */
const SAME_AS: Readonly<Record<string, string>> = {
  "3785": "3857",
  "900913": "3857",
  "102100": "3857",
  "102113": "3857",
  "102003035": "3035",
  "3043": "25831",
  "3044": "25832",
  "3045": "25833",
  "3046": "25834",
  "3047": "25835",
  "5676": "31466",
  "5677": "31467",
  "5678": "31468",
  "5679": "31469",
  "5673": "2397",
  "5674": "2398",
  "5675": "2399",
  "3787": "3912",
  "102060": "3912",
  "31275": "8677",
  "31276": "8678",
  "3907": "8677",
  "3908": "8678",
  "7791": "6707",
  "7792": "6708",
  "7793": "6709",
  "102091": "3003",
  "102092": "3004",
  "102067": "5514",
  "102173": "2180",
  "4937": "4258",
  "4765": "4258",
  "4761": "4258",
  "6706": "4258",
  "9702": "4258",
  "4979": "4326",
};

/** How far outside its area a system still gives points, degrees. */
const AREA_MARGIN_DEGREES = 1;
/** East and west of a zone of UTM: whole countries are kept in one, Italy and Germany in 32, Norway in 33. */
const ZONE_MARGIN_DEGREES = 14;
const UTM = /\+proj=utm|\+k=0\.9996 .*\+ellps=GRS80/;
const LONGEST_STATEMENT = 20_000;

/** The system of a code as this page knows it; `null` where it does not. */
export function crsByCode(code: string): CrsDefinition | null {
  return BY_CODE.get(code) ?? null;
}

/**
 * The known system that a source states: a code (`EPSG:n`, URN, address, bare number), CRS84, a name, well-known text with or
 * without authority, or a PROJ string. `null` for systems that are not known here, and for anything else.
 */
export function recogniseCrs(statement: string): string | null {
  const text = statement.trim();
  if (text.length > LONGEST_STATEMENT) return null;
  if (/^(urn:ogc:def:crs:|https?:\/\/www\.opengis\.net\/def\/crs\/)?OGC[:/].{0,8}CRS84h?$/i.test(text)) return WGS84;
  if (/^(CRS:?84|WGS ?-?_?(19)?84)$/i.test(text)) return WGS84;
  const code = /^(?:\S{0,80}\bepsg\S{0,20}[:/#]|epsg:?\s*)?(\d{4,9})$/i.exec(text)?.[1];
  if (code !== undefined) return knownCode(code);
  if (/^(PROJ|GEOG|GEOD|COMP|COMPD_|BOUND)[A-Z]*\s*[[(]/i.test(text)) {
    return recogniseByAuthority(text) ?? recogniseByParameters(text, CRS_DEFINITIONS);
  }
  if (text.includes("+proj=")) return recogniseByParameters(text, CRS_DEFINITIONS);
  const folded = foldName(text);
  return CRS_DEFINITIONS.find(({ name }) => foldName(name) === folded)?.code ?? null;
}

function knownCode(digits: string): string | null {
  const code = `EPSG:${SAME_AS[digits] ?? digits}`;
  return BY_CODE.has(code) ? code : null;
}

function foldName(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, "");
}

/** The last code that well-known text states; of projected systems one of a projected system. */
function recogniseByAuthority(text: string): string | null {
  const isProjected = /PROJC(S|RS)\s*[[(]/i.test(text);
  for (const match of [...text.matchAll(/(?:AUTHORITY|ID)\s*[[(]\s*"EPSG"\s*,\s*"?(\d{4,6})"?/gi)].reverse()) {
    const code = knownCode(match[1] ?? "");
    if (code !== null && isGeographic(code) !== isProjected) return code;
  }
  return null;
}

/** Whether a known system's coordinates are degrees of WGS 84 or, within a metre, of ETRS89. */
export function isGeographic(code: string): boolean {
  return BY_CODE.get(code)?.proj.startsWith("+proj=longlat") === true;
}

const transformers = new Map<string, ToWgs84>();

/** The way from a known system to WGS 84; `null` for other systems. */
export function toWgs84(code: string): ToWgs84 | null {
  const known = transformers.get(code);
  if (known !== undefined) return known;
  const system = BY_CODE.get(code);
  if (system === undefined) return null;
  const [west, south, east, north] = system.area;
  const beside = UTM.test(system.proj) ? ZONE_MARGIN_DEGREES : AREA_MARGIN_DEGREES;
  const converter = proj4(system.proj, "+proj=longlat +datum=WGS84 +no_defs");
  const transform: ToWgs84 = (x, y) => {
    if (!Number.isFinite(x) || !Number.isFinite(y)) return null;
    const [lon, lat] = converter.forward([x, y]);
    const isInside =
      lon >= west - beside &&
      lon <= east + beside &&
      lat >= south - AREA_MARGIN_DEGREES &&
      lat <= north + AREA_MARGIN_DEGREES;
    return isInside && Math.abs(lon) <= 180 && Math.abs(lat) <= 90 ? [lon, lat] : null;
  };
  transformers.set(code, transform);
  return transform;
}
