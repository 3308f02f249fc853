import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import path from "node:path";
import { failure, success, type Result } from "#domain/result.ts";
import type { UsageFailure } from "../options.ts";
import { reasonOf } from "../read-input.ts";

/** The engine has a package of its own beside this file: 280 MB that nobody needs who does not call for it. */
const PACKAGE_FOLDER = path.resolve(import.meta.dirname, "package");
const ENGINE = "@valhallajs/valhallajs";
/** What installs it, in the project's folder. */
export const INSTALL_ENGINE = "npm ci --prefix src/cli/routing/package";
/** For which the package has binaries. */
const SYSTEMS = ["linux-x64", "linux-arm64", "darwin-arm64"];

/** Answers questions over the routing tiles of one folder, each question and answer a JSON text as Valhalla's server has them. */
export interface RoutingActor {
  /** @throws {Error} with the engine's own message, see {@link messageOf} */
  isochrone(query: string): Promise<string>;
  matrix(query: string): Promise<string>;
}

export interface RoutingEngine {
  /** Of Valhalla. */
  readonly version: string;
  /** The program that builds routing tiles. */
  readonly buildTiles: string;
  /** @param limits those of the only user where left out */
  open(tileFolder: string, limits?: RoutingLimits): RoutingActor;
}

/** Of one question for isochrones. */
export interface RoutingLimits {
  readonly contours: number;
  readonly minutes: number;
}

interface EngineModule {
  readonly VALHALLA_VERSION: string;
  readonly Actor: new (config: string) => RoutingActor;
}

export function hasEngine(folder = PACKAGE_FOLDER): boolean {
  return existsSync(path.join(folder, "node_modules", ENGINE, "package.json"));
}

/** @param folder of the engine's own package */
export function loadEngine(folder = PACKAGE_FOLDER): Result<RoutingEngine, UsageFailure> {
  const system = `${process.platform}-${process.arch}`;
  if (!SYSTEMS.includes(system)) {
    return failure({ code: "cli.error.no-engine", params: { system, expected: SYSTEMS.join(", ") } });
  }
  if (!hasEngine(folder)) return failure({ code: "cli.error.missing-engine", params: { command: INSTALL_ENGINE } });
  const requireEngine = createRequire(path.join(folder, "package.json"));
  try {
    const { Actor, VALHALLA_VERSION } = requireEngine(ENGINE) as EngineModule;
    const programs = path.join(path.dirname(requireEngine.resolve(ENGINE)), process.platform, process.arch);
    return success({
      version: VALHALLA_VERSION,
      buildTiles: path.join(programs, "valhalla_build_tiles"),
      open: (tileFolder, limits = OWN_LIMITS) => new Actor(JSON.stringify(engineConfig(tileFolder, "", limits))),
    });
  } catch (error) {
    return failure({ code: "cli.error.unusable-engine", params: { reason: reasonOf(error), command: INSTALL_ENGINE } });
  }
}

/** The engine's message without the name of the question: "No suitable edges near location". */
export function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/^\w+ error: /, "");
}

export const MOST_CONTOURS = 20;
export const LONGEST_MINUTES = 240;
const OWN_LIMITS: RoutingLimits = { contours: MOST_CONTOURS, minutes: LONGEST_MINUTES };
/** Of routing tiles in memory. */
const TILE_CACHE_BYTES = 512 * 1024 * 1024;
const MOST_THREADS = 4;
/** Pairs of one matrix, and how far apart. */
const MOST_PAIRS = 1_000_000;
const FARTHEST_METERS = 1_000_000;

/**
 * What Valhalla has to be told: where its tiles are, and the limits of a service that has one user. The rest is its default,
 * as in a server's; members that it asks for without need stand there too.
 * @param logging `std_out`, or empty for silence
 */
export function engineConfig(tileFolder: string, logging: "std_out" | "", limits = OWN_LIMITS) {
  const log = { logging: { type: logging, color: false } };
  const costing = {
    max_distance: FARTHEST_METERS,
    max_locations: 50,
    max_matrix_distance: FARTHEST_METERS,
    max_matrix_location_pairs: MOST_PAIRS,
  };
  return {
    mjolnir: {
      tile_dir: tileFolder,
      concurrency: Math.min(availableParallelism(), MOST_THREADS),
      max_cache_size: TILE_CACHE_BYTES,
      hierarchy: true,
      shortcuts: true,
      include_driveways: true,
      ...log,
    },
    loki: {
      actions: ["isochrone", "sources_to_targets"],
      service_defaults: {
        minimum_reachability: 50,
        radius: 0,
        search_cutoff: 35_000,
        node_snap_tolerance: 5,
        street_side_tolerance: 5,
        street_side_max_distance: 1000,
        heading_tolerance: 60,
      },
      use_connectivity: false,
      ...log,
    },
    thor: log,
    odin: log,
    meili: { mode: "auto", customizable: [], verbose: false, ...MAP_MATCHING, ...log },
    service_limits: {
      auto: costing,
      bicycle: costing,
      pedestrian: { ...costing, min_transit_walking_distance: 1, max_transit_walking_distance: 10_000 },
      isochrone: {
        max_contours: limits.contours,
        max_time_contour: limits.minutes,
        max_distance_contour: 200,
        max_distance: 25_000,
        max_locations: 1,
      },
      max_exclude_locations: 0,
      max_exclude_polygons_length: 0,
      max_reachability: 100,
      max_radius: 200,
      max_alternates: 0,
      status: { allow_verbose: false },
      ...OTHER_LIMITS,
    },
  };
}

const MAP_MATCHING = {
  default: {
    beta: 3,
    breakage_distance: 2000,
    geometry: false,
    gps_accuracy: 5,
    interpolation_distance: 10,
    max_route_distance_factor: 5,
    max_route_time_factor: 5,
    max_search_radius: 100,
    route: true,
    search_radius: 50,
    sigma_z: 4.07,
    turn_penalty_factor: 0,
  },
  grid: { cache_size: 100_240, size: 500 },
};

const OTHER_LIMITS = {
  trace: {
    max_alternates: 3,
    max_alternates_shape: 100,
    max_distance: 200_000,
    max_gps_accuracy: 100,
    max_search_radius: 100,
    max_shape: 16_000,
  },
  skadi: { max_shape: 750_000, min_resample: 10 },
  centroid: { max_distance: 200_000, max_locations: 5 },
};
