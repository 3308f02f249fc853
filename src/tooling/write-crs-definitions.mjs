import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { format } from "prettier";
import { register } from "tsx/esm/api";

register();
const { crsSystems, writeCrsDefinitions } = await import("./crs-systems.ts");
const index = JSON.parse(readFileSync(createRequire(import.meta.url).resolve("epsg-index/all.json"), "utf8"));
const source = writeCrsDefinitions(crsSystems(index));
const target = resolve(import.meta.dirname, "../data/recognise/crs-definitions.ts");
writeFileSync(target, await format(source, { parser: "typescript", printWidth: 120 }));
