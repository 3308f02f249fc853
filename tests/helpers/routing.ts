import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import {
  hasEngine,
  loadEngine,
  type RoutingActor,
  type RoutingEngine,
  type RoutingLimits,
} from "#cli/routing/engine.ts";
import { routingTiles } from "#cli/routing/routing-tiles.ts";
import { readValhalla } from "#data/isochrones/read-valhalla.ts";
import { valhallaRequests } from "#data/isochrones/valhalla-request.ts";
import type { Point } from "#domain/geo/points.ts";
import type { Contour } from "#domain/travel/minutes-test.ts";
import type { TravelProfile } from "#domain/travel/travel-profile.ts";
import { hasSharedFiles, readShared, sharedPath } from "./shared-files.ts";

/** The extracts beside the project, with the actors that they list. */
export const REGIONS = [
  "liechtenstein-2021-10",
  "krems-2013-12",
  "north-bayreuth-2014-11",
  "hoyerswerda-2024-08",
] as const;
export type Region = (typeof REGIONS)[number];

/** Whether the real engine can be asked; where not, a test that needs it is skipped under a name that says so. */
export const hasRouting = hasSharedFiles && hasEngine();
export const NEEDS_ROUTING = "(reference files beside the project, routing engine installed)";

export function routingEngine(): RoutingEngine {
  const engine = loadEngine();
  if (!engine.ok) throw new Error(engine.failure.code);
  return engine.value;
}

export function extractPath(region: Region): string {
  return sharedPath(`testdata/osm/${region}.osm.pbf`);
}

/** The engine over the routing tiles of a region, built where they are not in the folder. */
export async function openRegion(region: Region, folder: string, limits?: RoutingLimits): Promise<RoutingActor> {
  const engine = routingEngine();
  const tiles = await routingTiles({
    extract: extractPath(region),
    key: region,
    folder,
    engine,
    onStage: () => undefined,
    signal: new AbortController().signal,
  });
  if (!tiles.ok) throw new Error(JSON.stringify(tiles.failure));
  return engine.open(tiles.value, limits);
}

/** The engine's contours around a point, as many as one request may ask for. */
export async function contoursFrom(
  actor: RoutingActor,
  origin: Point,
  profile: TravelProfile,
  minutes: readonly number[],
): Promise<readonly Contour[]> {
  const [request] = valhallaRequests(origin, profile, minutes, minutes.length);
  const answer = readValhalla(await actor.isochrone(JSON.stringify(request)), minutes);
  if (!answer.ok) throw new Error(JSON.stringify(answer.failure));
  return answer.value;
}

export function temporaryFolder(): string {
  return mkdtempSync(path.join(tmpdir(), "atlas-routing-"));
}

/** The actors that a region's extract lists. */
export function actorPoints(region: Region): readonly Point[] {
  const text = readShared(`testdata/osm/actors-${region}.geojson`);
  const { features } = JSON.parse(text) as {
    readonly features: readonly { readonly geometry: { readonly coordinates: readonly [number, number] } }[];
  };
  return features.map(({ geometry: { coordinates } }) => ({ lon: coordinates[0], lat: coordinates[1] }));
}
