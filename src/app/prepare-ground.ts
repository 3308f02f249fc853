import { MOST_STYLE_LAYERS, MOST_STYLE_MEGABYTES, MOST_STYLE_SOURCES } from "#domain/limits.ts";
import type { GroundProblem } from "#domain/ground/ground-problem.ts";
import type { ArchiveFacts } from "#domain/ground/tile-archive.ts";
import { archiveAddress, groundAddress, type GroundDrawing } from "#map/ground/ground.ts";
import { GROUND_PREFIX } from "#map/layers/source-ids.ts";
import { EXTENT_SOURCE, plainLayers, schemaOf, TILES_SOURCE } from "#map/ground/plain-style.ts";
import {
  drawnLayers,
  drawnSource,
  readStyle,
  readTileJson,
  type Described,
  type StyleSource,
} from "#map/ground/read-style.ts";
import { safeAttribution } from "#map/ground/safe-attribution.ts";
import { validStyle } from "#map/ground/valid-style.ts";
import type { GroundFailure, WantedBasemap } from "#state/ground-store.ts";
import { hostOf } from "#ui/live/host-words.ts";
import { hostsOf, openFreeMapStyle, tileAddresses } from "#ui/ground/addresses.ts";
import { WorkerGoneError } from "#workers/client.ts";

/** Thrown where a basemap, or a part of it, does not come. */
export class GroundError extends Error {
  override readonly name = "GroundError";
  readonly host: string | null;
  readonly problem: GroundProblem;

  constructor(host: string | null, problem: GroundProblem) {
    super(problem.code);
    this.host = host;
    this.problem = problem;
  }
}

/** Thrown before anything is asked of hosts that were not named to the user. */
export class FurtherHostsError extends Error {
  override readonly name = "FurtherHostsError";
  readonly hosts: readonly string[];

  constructor(hosts: readonly string[]) {
    super(`not agreed to: ${hosts.join(", ")}`);
    this.hosts = hosts;
  }
}

export interface PreparedGround {
  readonly drawing: GroundDrawing;
  /** All hosts that are asked for it. */
  readonly hosts: readonly string[];
  readonly leftOut: readonly string[];
}

/** What preparing may ask, and whom. */
export interface GroundTerms {
  readonly agreed: ReadonlySet<string>;
  /** Whether the page came by https, and so asks nobody without it. */
  readonly isSecure: boolean;
  readonly isDark: boolean;
  /** @throws {GroundError} */
  bytes(address: string): Promise<ArrayBuffer>;
  /** @throws {GroundError} */
  openArchive(source: string | File): Promise<{ readonly archive: number; readonly facts: ArchiveFacts }>;
}

/** Where OpenFreeMap's own description of its tiles does not say it. */
const OPENFREEMAP_ATTRIBUTION =
  '<a href="https://openfreemap.org/">OpenFreeMap</a> <a href="https://www.openmaptiles.org/">© OpenMapTiles</a> ' +
  'Data from <a href="https://www.openstreetmap.org/copyright">OpenStreetMap</a>';

/**
 * Finds out all that drawing a basemap takes.
 * @throws {FurtherHostsError} before a host is asked that was not agreed to
 * @throws {GroundError} where it cannot be drawn
 */
export function prepareGround(wanted: WantedBasemap, terms: GroundTerms): Promise<PreparedGround> {
  switch (wanted.kind) {
    case "openfreemap":
      return prepareStyle(openFreeMapStyle(wanted.look, terms.isDark), OPENFREEMAP_ATTRIBUTION, terms);
    case "style":
      return prepareStyle(wanted.address.trim(), null, terms);
    case "raster":
      return Promise.resolve(prepareRaster(wanted, terms));
    case "pmtiles":
      return prepareArchive(wanted.address.trim(), terms);
    case "file":
      return prepareArchive(wanted.file, terms);
  }
}

async function prepareStyle(
  address: string,
  usualAttribution: string | null,
  terms: GroundTerms,
): Promise<PreparedGround> {
  const gate = createGate(terms.agreed);
  gate([address]);
  const noStyle = new GroundError(hostOf(address), { code: "no-style", params: {} });
  const style = readStyle(await readJson(address, terms, noStyle), { address, isSecure: terms.isSecure });
  if (style === null) throw noStyle;
  if (style.layers.length > MOST_STYLE_LAYERS || style.sources.length > MOST_STYLE_SOURCES)
    throw overLimit(hostOf(address));
  gate([
    ...style.sprites.map((sprite) => sprite.address),
    ...style.sources.flatMap(({ described, asks }) => (described === null ? asks : [described.address])),
  ]);
  const described = await Promise.all(style.sources.map((source) => describe(source, terms)));
  gate(described.flatMap((told) => (told !== null && told !== "none" && "asks" in told ? told.asks : [])));
  const leftOut = [...style.leftOut];
  const sources = style.sources.flatMap((source, index) => {
    const told = described[index] ?? null;
    if (told !== "none")
      return [[`${GROUND_PREFIX}${source.id}`, drawnSource(source, told, usualAttribution)] as const];
    leftOut.push(`sources.${source.id}`);
    return [];
  });
  const valid = await validStyle(Object.fromEntries(sources), drawnLayers(style.layers));
  if (!valid.layers.some(({ type }) => type !== "background")) {
    throw new GroundError(hostOf(address), { code: "no-layers", params: {} });
  }
  return {
    drawing: { sources: valid.sources, layers: () => valid.layers, sprites: style.sprites },
    hosts: gate([]),
    leftOut: [...leftOut, ...valid.leftOut],
  };
}

/** What a source refers to; `null` where it tells all by itself, "none" where what it refers to describes no tiles. */
async function describe({ described }: StyleSource, terms: GroundTerms): Promise<Described | null | "none"> {
  if (described === null) return null;
  const { address } = described;
  if (described.kind === "pmtiles") {
    const { archive, facts } = await terms.openArchive(address);
    return { archive, members: membersOf(facts) };
  }
  const noStyle = new GroundError(hostOf(address), { code: "no-style", params: {} });
  return readTileJson(await readJson(address, terms, noStyle), { address, isSecure: terms.isSecure }) ?? "none";
}

function membersOf({ minZoom, maxZoom, bounds, attribution }: ArchiveFacts) {
  return { minzoom: minZoom, maxzoom: maxZoom, bounds, ...(attribution !== null && { attribution }) };
}

function prepareRaster(
  { template, attribution, tileSize, maxZoom }: Extract<WantedBasemap, { readonly kind: "raster" }>,
  terms: GroundTerms,
): PreparedGround {
  const { tiles, scheme } = tileAddresses(template);
  const gate = createGate(terms.agreed);
  gate(tiles);
  const source = {
    type: "raster",
    tiles: tiles.map(groundAddress),
    scheme,
    tileSize,
    maxzoom: maxZoom,
    ...(attribution.trim() !== "" && { attribution: safeAttribution(attribution) }),
  } as const;
  return { drawing: { ...PICTURE_LAYERS, sources: { [TILES_SOURCE]: source } }, hosts: gate([]), leftOut: [] };
}

const PICTURE_LAYERS: Pick<GroundDrawing, "layers" | "sprites"> = {
  layers: () => [{ id: `${GROUND_PREFIX}pictures`, type: "raster", source: TILES_SOURCE }],
  sprites: [],
};

async function prepareArchive(source: string | File, terms: GroundTerms): Promise<PreparedGround> {
  const gate = createGate(terms.agreed);
  if (typeof source === "string") gate([source]);
  const { archive, facts } = await terms.openArchive(source);
  const { minzoom, maxzoom, bounds, attribution } = membersOf(facts);
  const tiles = {
    tiles: [archiveAddress(archive)],
    minzoom,
    maxzoom,
    bounds: [...bounds] as [number, number, number, number],
    ...(attribution !== undefined && { attribution: safeAttribution(attribution) }),
  };
  const hosts = gate([]);
  if (facts.kind === "raster") {
    const pictures = { ...tiles, type: "raster", tileSize: 256 } as const;
    return { drawing: { ...PICTURE_LAYERS, sources: { [TILES_SOURCE]: pictures } }, hosts, leftOut: [] };
  }
  const host = typeof source === "string" ? hostOf(source) : null;
  if (facts.layers.length === 0) throw new GroundError(host, { code: "no-layers", params: {} });
  if (facts.layers.length > MOST_STYLE_LAYERS) throw overLimit(host);
  const schema = schemaOf(facts.layers);
  const [west, south, east, north] = bounds;
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  const drawing: GroundDrawing = {
    sources: {
      [TILES_SOURCE]: { ...tiles, type: "vector" },
      [EXTENT_SOURCE]: { type: "geojson", data: { type: "Polygon", coordinates: [ring] } },
    },
    layers: (theme) => plainLayers(schema, facts.layers, theme),
    sprites: [],
  };
  return { drawing, hosts, leftOut: [] };
}

async function readJson(address: string, terms: GroundTerms, fault: GroundError): Promise<unknown> {
  const bytes = await terms.bytes(address);
  if (bytes.byteLength > MOST_STYLE_MEGABYTES * 1e6) throw overLimit(hostOf(address));
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as unknown;
  } catch {
    throw fault;
  }
}

function overLimit(host: string | null): GroundError {
  const params = { megabytes: MOST_STYLE_MEGABYTES, layers: MOST_STYLE_LAYERS, sources: MOST_STYLE_SOURCES };
  return new GroundError(host, { code: "over-limit", params });
}

/**
 * Why a basemap does not come, where that is known: the worker that asks may end as any worker does.
 * @returns `null` for a fault of the page itself
 */
export function failureOf(error: unknown): GroundFailure | null {
  if (error instanceof WorkerGoneError) return { host: null, problem: { code: "ended", params: {} } };
  return error instanceof GroundError ? { host: error.host, problem: error.problem } : null;
}

/** Lets addresses pass whose hosts were agreed to, and tells the hosts of all that passed. */
function createGate(agreed: ReadonlySet<string>): (addresses: readonly string[]) => readonly string[] {
  const passed = new Set<string>();
  return (addresses) => {
    const hosts = hostsOf(addresses);
    const further = hosts.filter((host) => !agreed.has(host));
    if (further.length > 0) throw new FurtherHostsError(further);
    for (const host of hosts) passed.add(host);
    return [...passed];
  };
}
