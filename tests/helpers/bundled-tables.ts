import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { readOwnTable, type OwnRow } from "#data/bundled/read-declarations.ts";
import type { DataPackage } from "#tooling/assemble-dataset.ts";
import type { Resource } from "./table-schema.ts";

export const DATA_FOLDER = resolve(import.meta.dirname, "../../data");

export function readDataFile(path: string): string {
  return readFileSync(join(DATA_FOLDER, path), "utf8");
}

export function readDataPackage(): DataPackage {
  return JSON.parse(readDataFile("datapackage.json")) as DataPackage;
}

/** What is described of the tables. */
export function readTableResources(): readonly Resource[] {
  const { resources } = JSON.parse(readDataFile("datapackage.json")) as {
    readonly resources: readonly (Resource & { readonly type?: string })[];
  };
  return resources.filter(({ type }) => type === "table");
}

/** The texts of all tables, by the name of the resource. */
export function readTableTexts(): Map<string, string> {
  return new Map(readTableResources().map(({ name, path }) => [name, readDataFile(path)]));
}

/** The rows of all tables, by the name of the resource. */
export function readTables(): Map<string, readonly OwnRow[]> {
  return new Map(readTableResources().map(({ name, path }) => [name, readOwnTable(readDataFile(path), path)]));
}
