/** An entry of epsg-index as far as it is used. */
export interface EpsgEntry {
  readonly name: string;
  readonly proj4: string;
  /** North, west, south, east. */
  readonly bbox: readonly [number, number, number, number];
}

export interface CrsSystem {
  /** `EPSG:n`. */
  readonly code: string;
  readonly name: string;
  /** Without a grid file. */
  readonly proj: string;
  /** Where the system is used: west, south, east, north, degrees. */
  readonly area: readonly [number, number, number, number];
}

/** Of systems that serve the same values within a metre the first is proposed. */
const CODES = [
  4326, 4258, 3857, 3035, 3034, 25832, 25833, 25834, 25831, 25835, 4647, 5650, 32631, 32632, 32633, 32634, 32635, 31466,
  31467, 31468, 31469, 3398, 3399, 2397, 2398, 2399, 31254, 31255, 31256, 31257, 31258, 31259, 31287, 3416, 3794, 3912,
  3765, 8677, 8678, 23700, 3003, 3004, 6707, 6708, 6709, 7794, 5514, 2180, 2176, 2177, 2178, 2179, 2056, 21781,
] as const;

/**
 * Helmert transformations to WGS 84 or ETRS89 of the EPSG registry, by their code and signs as position vector, where
 * epsg-index names a grid file or a transformation to some 5 m only.
 */
const TOWGS84 = {
  1775: [24.9, -126.4, -93.2, -0.063, -0.247, -0.041, 1.01],
  1777: [598.1, 73.7, 418.2, 0.202, 0.045, -2.455, 6.7],
  3917: [409.545, 72.164, 486.872, 3.085957, 5.46911, -11.020289, 17.919665],
  5239: [572.213, 85.334, 461.94, 4.9732, 1.529, 5.2484, 3.5378],
  8823: [489.88, 183.912, 533.711, 5.76545, 4.69994, -12.58211, 1.00646],
  15868: [612.4, 77, 440.2, -0.054, 0.057, -2.797, 2.55],
} as const;

const TRANSFORMATION: Readonly<Partial<Record<number, keyof typeof TOWGS84>>> = {
  31466: 1777,
  31467: 1777,
  31468: 1777,
  31469: 1777,
  3398: 15868,
  3399: 15868,
  2397: 1775,
  2398: 1775,
  2399: 1775,
  3912: 3917,
  8677: 8823,
  8678: 8823,
  5514: 5239,
};

/**
 * Systems with a narrower area in the registry than they are used in; the area of the other system stands for it. The
 * zone on WGS 84 for the one on ETRS89; the German railway's zone 5 for the one of Bavaria, which Saxony uses too.
 */
const AREA_OF: Readonly<Partial<Record<number, number>>> = {
  25831: 32631,
  25832: 32632,
  25833: 32633,
  25834: 32634,
  25835: 32635,
  4647: 32632,
  5650: 32633,
  31469: 5685,
};

/** The systems that files of Central Europe come in, with the figures of the EPSG registry. */
export function crsSystems(index: Readonly<Record<string, EpsgEntry>>): CrsSystem[] {
  return CODES.map((code) => {
    const entry = index[code];
    const areaEntry = index[AREA_OF[code] ?? code];
    if (entry === undefined || areaEntry === undefined) throw new Error(`epsg-index lacks ${String(code)}`);
    const [north, west, south, east] = areaEntry.bbox;
    return {
      code: `EPSG:${String(code)}`,
      name: entry.name,
      proj: withTransformation(entry.proj4, TRANSFORMATION[code]),
      area: [west, south, east, north],
    };
  });
}

function withTransformation(proj: string, operation: keyof typeof TOWGS84 | undefined): string {
  const plain = proj.replace(" +type=crs", "");
  if (operation === undefined) return plain;
  return plain.replace(/\+(nadgrids|towgs84)=\S+/, `+towgs84=${TOWGS84[operation].join(",")}`);
}

/** The source text of `src/data/recognise/crs-definitions.ts`. */
export function writeCrsDefinitions(systems: readonly CrsSystem[]): string {
  const lines = systems.map((system) => `  ${JSON.stringify(system)},\n`);
  return `/**
 * A coordinate reference system of the EPSG registry; written by \`src/tooling/write-crs-definitions.mjs\`. \`code\` is
 * \`EPSG:n\`, \`area\` where it is used: west, south, east, north, degrees.
 */
export interface CrsDefinition {
  readonly code: string;
  readonly name: string;
  readonly proj: string;
  readonly area: readonly [number, number, number, number];
}

export const CRS_DEFINITIONS: readonly CrsDefinition[] = [
${lines.join("")}];
`;
}
