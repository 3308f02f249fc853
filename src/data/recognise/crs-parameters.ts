import type { CrsDefinition } from "./crs-definitions.ts";

/** What tells one projected system from another, whatever it is called; metres, degrees. */
interface CrsParameters {
  readonly projection: string;
  readonly lon: number;
  readonly lat: number;
  readonly scale: number;
  readonly easting: number;
  readonly northing: number;
  readonly semiMajor: number;
  readonly inverseFlattening: number;
}

const ELLIPSOIDS: Readonly<Record<string, readonly [semiMajor: number, inverseFlattening: number]>> = {
  wgs84: [6378137, 298.257223563],
  grs80: [6378137, 298.257222101],
  bessel: [6377397.155, 299.1528128],
  krass: [6378245, 298.3],
  intl: [6378388, 297],
  grs67: [6378160, 298.247167427],
};

const TOLERANCE = {
  lon: 1e-6,
  lat: 1e-6,
  scale: 1e-7,
  easting: 1e-3,
  northing: 1e-3,
  semiMajor: 0.01,
  inverseFlattening: 1e-7,
} as const;

const GEOGRAPHIC = [
  [/wgs[ _]?(19)?84/, "EPSG:4326"],
  [/etrs|etrf|htrs|rdn_?2008|slovenia[ _]1996|european terrestrial/, "EPSG:4258"],
] as const;

/**
 * The system with the projection that well-known text or a PROJ string describes; of several on different datums the one
 * whose datum is named, else the first. A latitude and longitude system is known by its name. `null` where none fits.
 */
export function recogniseByParameters(statement: string, systems: readonly CrsDefinition[]): string | null {
  const lower = statement.toLowerCase();
  const isProj = lower.includes("+proj=");
  if (isProj ? /\+proj=(longlat|latlong)/.test(lower) : !/projc(s|rs)\s*[[(]/.test(lower)) {
    return recogniseGeographic(lower, isProj);
  }
  const stated = isProj ? readProj(lower) : readWellKnownText(lower);
  if (stated === null) return null;
  const fitting = systems.filter(({ proj }) => isSame(readProj(proj.toLowerCase()), stated));
  const folded = lower.replace(/[^a-z0-9]/g, "");
  const named = fitting.find(({ name }) =>
    folded.includes((name.split(" / ")[0] ?? name).toLowerCase().replace(/[^a-z0-9]/g, "")),
  );
  return (named ?? fitting[0])?.code ?? null;
}

/** By the ellipsoid of a PROJ string, by the first names in well-known text; small letters. */
function recogniseGeographic(text: string, isProj: boolean): string | null {
  if (isProj) {
    if (/\+(datum|ellps)=wgs84/.test(text)) return "EPSG:4326";
    return /\+ellps=grs80/.test(text) ? "EPSG:4258" : null;
  }
  const system = /geo[a-z]*\s*[[(]\s*"([^"]*)"/.exec(text)?.[1] ?? "";
  const datum = /(?:datum|ensemble)\s*[[(]\s*"([^"]*)"/.exec(text)?.[1] ?? "";
  return GEOGRAPHIC.find(([name]) => name.test(system) || name.test(datum))?.[1] ?? null;
}

function isSame(known: CrsParameters | null, stated: CrsParameters): boolean {
  if (known?.projection !== stated.projection) return false;
  return (Object.keys(TOLERANCE) as (keyof typeof TOLERANCE)[]).every(
    (key) => known[key] === stated[key] || Math.abs(known[key] - stated[key]) <= TOLERANCE[key],
  );
}

function readProj(text: string): CrsParameters | null {
  const values = new Map<string, string>();
  for (const match of text.matchAll(/\+([a-z0-9_]+)=(\S+)/g)) values.set(match[1] ?? "", match[2] ?? "");
  const number = (key: string, missing: number): number => Number(values.get(key) ?? missing);
  const projection = values.get("proj") ?? "";
  const ellipsoid = ELLIPSOIDS[values.get("ellps") ?? values.get("datum") ?? ""];
  const isSphere = values.has("a") && values.get("a") === values.get("b");
  if (ellipsoid === undefined && !isSphere) return null;
  const isUtm = projection === "utm";
  return {
    projection: isUtm ? "tmerc" : projection,
    lon: isUtm ? number("zone", NaN) * 6 - 183 : number("lon_0", 0),
    lat: number("lat_0", 0),
    scale: isUtm ? 0.9996 : number(values.has("k_0") ? "k_0" : "k", 1),
    easting: isUtm ? 500000 : number("x_0", 0),
    northing: number("y_0", 0),
    semiMajor: isSphere ? number("a", NaN) : (ellipsoid?.[0] ?? NaN),
    inverseFlattening: isSphere ? Infinity : (ellipsoid?.[1] ?? NaN),
  };
}

const PROJECTIONS = [
  ["tmerc", /transverse_?mercator|gauss/],
  ["laea", /azimuthal_?equal_?area/],
  ["lcc", /conic_?conformal|conformal_?conic/],
  ["krovak", /krovak/],
  ["somerc", /hotine|oblique|swiss/],
  ["merc", /auxiliary|pseudo|popular/],
] as const;

/** Well-known text in small letters. */
function readWellKnownText(text: string): CrsParameters | null {
  const name = /(?:projection|method)\s*[[(]\s*"([^"]*)"/.exec(text)?.[1]?.replace(/\s/g, "_") ?? "";
  const projection = PROJECTIONS.find(([, pattern]) => pattern.test(name))?.[0];
  const ellipsoid = /(?:spheroid|ellipsoid)\s*[[(]\s*"[^"]*"\s*,\s*([\d.]+)\s*,\s*([\d.]+)/.exec(text);
  if (projection === undefined || ellipsoid === null) return null;
  const values = new Map<string, number>();
  for (const match of text.matchAll(/parameter\s*[[(]\s*"([^"]*)"\s*,\s*([-+\d.e]+)/g)) {
    values.set((match[1] ?? "").replace(/[^a-z0-9]+/g, "_"), Number(match[2]));
  }
  const first = (missing: number, keys: RegExp): number => {
    for (const [key, value] of values) if (keys.test(key)) return value;
    return missing;
  };
  const isSphere = projection === "merc";
  return {
    projection,
    lon: first(0, /^(central_meridian|longitude_of_.*)$/),
    lat: first(0, /^latitude_of_(?!standard|pseudo|1st|2nd).*$/),
    scale: first(1, /^scale_factor/),
    easting: first(0, /^(false_easting|easting_at_.*)$/),
    northing: first(0, /^(false_northing|northing_at_.*)$/),
    semiMajor: Number(ellipsoid[1]),
    inverseFlattening: isSphere ? Infinity : Number(ellipsoid[2]),
  };
}
