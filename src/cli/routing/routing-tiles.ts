import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { homedir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { failure, success, type Result } from "#domain/result.ts";
import { engineConfig, type RoutingEngine } from "./engine.ts";

/** Where routing tiles are kept unless somebody says otherwise. */
export function usualTileFolder(): string {
  return path.join(process.env["XDG_CACHE_HOME"] ?? path.join(homedir(), ".cache"), "refresh-atlas", "routing");
}

/** Of the beginning, the middle and the end of an extract, which tell it from others of its size and time. */
const SAMPLE_BYTES = 1 << 20;
const KEY_LENGTH = 16;

/** Names an extract by its size, its time of change, samples of its content and the engine that builds tiles of it. */
export function extractKey(extract: string, engineVersion: string): string {
  const file = openSync(extract, "r");
  try {
    const { size, mtimeMs } = fstatSync(file);
    const hash = createHash("sha256").update(JSON.stringify([size, mtimeMs, engineVersion]));
    const sample = Buffer.alloc(SAMPLE_BYTES);
    for (const from of [0, Math.floor(size / 2), Math.max(0, size - SAMPLE_BYTES)]) {
      hash.update(sample.subarray(0, readSync(file, sample, 0, SAMPLE_BYTES, from)));
    }
    return hash.digest("hex").slice(0, KEY_LENGTH);
  } finally {
    closeSync(file);
  }
}

/** The engine's own words at which a stage of building begins, in their order. */
const STAGES = [
  "Parsing ways",
  "Parsing relations",
  "Parsing nodes",
  "Creating graph edges",
  "Building ",
  "Enhancing local graph",
  "HierarchyBuilder",
  "Creating shortcuts",
  "Adding complex turn restrictions",
  "Validating",
] as const;

export interface BuildingTiles {
  readonly extract: string;
  readonly key: string;
  /** In which a folder for each extract is made. */
  readonly folder: string;
  readonly engine: RoutingEngine;
  readonly onStage: (stage: number, stages: number) => void;
  /** Ends the building; what was built is then taken away. */
  readonly signal: AbortSignal;
}

export type BuildFailure =
  | { readonly code: "stopped" }
  /** `reason`: what the engine said last. */
  | { readonly code: "failed"; readonly params: { readonly reason: string } };

/**
 * The folder with the routing tiles of an extract, built unless it is there already. A folder is there whole or not at all:
 * it is built under another name, and what a killed run has left is removed.
 */
export async function routingTiles(building: BuildingTiles): Promise<Result<string, BuildFailure>> {
  const { folder, key } = building;
  const target = path.join(folder, key);
  if (existsSync(target)) return success(target);
  mkdirSync(folder, { recursive: true });
  removeLeftovers(folder);
  const work = path.join(folder, `${key}.building-${String(process.pid)}`);
  mkdirSync(work);
  try {
    const built = await build(building, work);
    if (!built.ok) return built;
    if (!existsSync(target)) renameSync(path.join(work, "tiles"), target);
    return success(target);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Of runs that are no more. */
function removeLeftovers(folder: string): void {
  for (const name of readdirSync(folder)) {
    const owner = Number(/\.building-(\d+)$/.exec(name)?.[1] ?? NaN);
    if (!Number.isNaN(owner) && !isRunning(owner)) rmSync(path.join(folder, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

async function build(
  { extract, engine, onStage, signal }: BuildingTiles,
  work: string,
): Promise<Result<null, BuildFailure>> {
  const tiles = path.join(work, "tiles");
  mkdirSync(tiles);
  const config = path.join(work, "config.json");
  writeFileSync(config, JSON.stringify(engineConfig(tiles, "std_out")));
  const builder = spawn(engine.buildTiles, ["-c", config, path.resolve(extract)], {
    cwd: work,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const stop = () => builder.kill();
  signal.addEventListener("abort", stop);
  if (signal.aborted) stop();
  let stage = 0;
  let last = "";
  const hear = (line: string) => {
    const words = line.replace(/^\S+ \S+ \[\w+\] /, "").trim();
    if (words !== "" && !line.includes("[TIMING]")) last = words;
    const begun = STAGES.findIndex((beginning) => words.startsWith(beginning)) + 1;
    if (begun > stage) onStage((stage = begun), STAGES.length);
  };
  const lines = [builder.stdout, builder.stderr].map((input) => createInterface({ input }));
  for (const reader of lines) reader.on("line", hear);
  try {
    const status = await new Promise<number | string>((resolve) => {
      builder.on("error", (error) => {
        resolve(error.message);
      });
      builder.on("close", (code, ended) => {
        resolve(code ?? ended ?? "");
      });
    });
    if (signal.aborted) return failure({ code: "stopped" });
    if (status === 0 && readdirSync(tiles).length > 0) return success(null);
    const reason = typeof status === "string" && last === "" ? status : last;
    return failure({ code: "failed", params: { reason } });
  } finally {
    signal.removeEventListener("abort", stop);
    for (const reader of lines) reader.close();
  }
}
