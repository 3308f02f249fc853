import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { writeBundledDataset } from "#data/bundled/write-dataset.ts";
import { writeBundledPlaces } from "#data/bundled/write-places.ts";
import { readConcepts } from "#data/options/concepts-json.ts";
import { LANGUAGES, type Language } from "#domain/language.ts";
import { translateConcepts, type ConceptTexts } from "./translate-concepts.ts";
import { NAME_LANGUAGES } from "#data/osm/tag-table.ts";
import { assembleDataset, describeOwnIssue, isTolerated, type DataPackage } from "./assemble-dataset.ts";
import { computeBasemap, type WaterTopology } from "./basemap.ts";
import type { CountryTopology } from "./countries.ts";
import { choosePlaces, readGeoNames } from "./geonames.ts";
import { namePlaces } from "./place-names.ts";
import { computeTagTable } from "./osm-tag-table.ts";
import { PACKAGE_FILES, PACKAGE_VERSIONS, TAGGING_PRESETS, taggingWordsFile } from "./package-files.ts";
import { readTaggingSchema } from "./tagging-schema.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const DATA = join(ROOT, "data");
const GENERATED = join(ROOT, "public/generated");
/** For each step the hash of what it was made from. */
const INPUTS = join(GENERATED, ".inputs");

type Contents = ReadonlyMap<string, string | Uint8Array>;

/** Something made out of files; made again when one of them changed. */
interface Step {
  readonly name: string;
  /** Files, and folders with all their files. */
  readonly inputs: readonly string[];
  /** Paths inside {@link GENERATED}. */
  readonly outputs: readonly string[];
  /** Contents by path, one for each output. */
  readonly make: () => Contents | Promise<Contents>;
}

const tooling = (file: string) => join(import.meta.dirname, file);
const source = (path: string) => join(ROOT, "src", path);
const BASEMAP_LAYERS = ["land", "borders", "lakes", "rivers", "towns", "countries"] as const;

function tablesStep(): Step {
  const descriptor = readText(join(DATA, "datapackage.json"));
  const dataPackage = JSON.parse(descriptor) as DataPackage;
  const resources = dataPackage.resources.filter(({ type }) => type === "table");
  const tables = resources.map(({ path }) => path);
  return {
    name: "tables",
    inputs: [
      join(DATA, "datapackage.json"),
      ...tables.map((path) => join(DATA, path)),
      import.meta.filename,
      tooling("assemble-dataset.ts"),
      source("data/bundled"),
      source("data/formats"),
      source("data/ingest"),
      source("data/recognise"),
      source("domain/actor/actor.ts"),
      source("domain/geo/points.ts"),
      source("domain/ingest"),
      source("domain/site/site.ts"),
      source("domain/workspace/table.ts"),
    ],
    outputs: ["dataset.json", "tables/datapackage.json", ...tables.map((path) => `tables/${path}`)],
    async make() {
      const texts = new Map(resources.map(({ name, path }) => [name, readText(join(DATA, path))]));
      const { dataset, issues } = await assembleDataset(dataPackage, texts);
      if (dataset === null) {
        const faults = issues.filter((issue) => !isTolerated(issue)).map(describeOwnIssue);
        throw new Error(["the bundled tables have faults", ...faults].join("\n  "));
      }
      return new Map([
        ["dataset.json", writeBundledDataset(dataset)],
        ["tables/datapackage.json", descriptor],
        ...resources.map(({ name, path }) => [`tables/${path}`, texts.get(name) ?? ""] as const),
      ]);
    },
  };
}

/** What towns are called where they stand, and in the page's languages. */
const PLACE_NAMES = join(DATA, "place-names.csv");

const placesAndBasemap: Step = {
  name: "places and basemap",
  inputs: [
    ...Object.values(PACKAGE_FILES),
    ...PACKAGE_VERSIONS,
    import.meta.filename,
    tooling("basemap.ts"),
    tooling("countries.ts"),
    tooling("geonames.ts"),
    tooling("place-names.ts"),
    PLACE_NAMES,
    source("data/bundled/read-declarations.ts"),
    source("domain/language.ts"),
    tooling("rings.ts"),
    source("data/bundled/byte-planes.ts"),
    source("data/bundled/places-format.ts"),
    source("data/bundled/write-places.ts"),
  ],
  outputs: ["places.bin", ...BASEMAP_LAYERS.map((layer) => `basemap/${layer}.json`)],
  make() {
    const cities = readGeoNames(readText(PACKAGE_FILES.cities));
    const places = namePlaces(choosePlaces(cities), readText(PLACE_NAMES), "place-names.csv");
    const countries = JSON.parse(readText(PACKAGE_FILES.countries)) as CountryTopology;
    const waters = JSON.parse(readText(PACKAGE_FILES.waters)) as WaterTopology;
    const basemap = computeBasemap(countries, waters, cities, places);
    return new Map<string, string | Uint8Array>([
      ["places.bin", writeBundledPlaces(places)],
      ...BASEMAP_LAYERS.map((layer) => [`basemap/${layer}.json`, JSON.stringify(basemap[layer])] as const),
    ]);
  },
};

/** Languages beside that of `concepts.json`. */
const [, ...TRANSLATED] = LANGUAGES;

const concepts: Step = {
  name: "reuse concepts",
  inputs: [
    join(DATA, "concepts.json"),
    ...TRANSLATED.map(conceptTextsFile),
    import.meta.filename,
    tooling("translate-concepts.ts"),
    tooling("assemble-dataset.ts"),
    source("data/options"),
    source("data/json.ts"),
    source("domain/actor/actor.ts"),
    source("domain/options"),
    source("domain/space/space.ts"),
  ],
  outputs: ["tables/concepts.json", ...TRANSLATED.map((language) => `tables/concepts.${language}.json`)],
  make() {
    const text = readText(join(DATA, "concepts.json"));
    const file = JSON.parse(text) as Parameters<typeof translateConcepts>[0];
    const made = new Map([["tables/concepts.json", text]]);
    for (const language of TRANSLATED) {
      const texts = JSON.parse(readText(conceptTextsFile(language))) as ConceptTexts;
      const translated = translateConcepts(file, texts, `concepts/${language}.json`);
      made.set(`tables/concepts.${language}.json`, JSON.stringify(translated, null, 2));
    }
    for (const [name, content] of made) {
      const { issues } = readConcepts(content, name);
      if (issues.length > 0) {
        throw new Error(["the bundled reuse concepts have faults", ...issues.map(describeOwnIssue)].join("\n  "));
      }
    }
    return made;
  },
};

function conceptTextsFile(language: Language): string {
  return join(DATA, "concepts", `${language}.json`);
}

const osmActors: Step = {
  name: "kinds of OpenStreetMap actors",
  inputs: [
    join(DATA, "osm-actors.csv"),
    TAGGING_PRESETS,
    ...NAME_LANGUAGES.map(taggingWordsFile),
    import.meta.filename,
    tooling("osm-tag-table.ts"),
    tooling("tagging-schema.ts"),
    source("data/bundled/read-declarations.ts"),
    source("data/osm/tag-table.ts"),
    source("domain/actor/actor.ts"),
  ],
  outputs: ["osm-actors.json"],
  make() {
    const file = "osm-actors.csv";
    const table = computeTagTable(readText(join(DATA, file)), file, readTaggingSchema());
    return new Map([["osm-actors.json", JSON.stringify(table)]]);
  },
};

/** Makes what is out of date and gives one line on it. */
async function prepare(): Promise<string> {
  const started = performance.now();
  const known = existsSync(INPUTS) ? (JSON.parse(readText(INPUTS)) as Record<string, string>) : {};
  const steps = [tablesStep(), placesAndBasemap, osmActors, concepts];
  const made: string[] = [];
  const hashes: Record<string, string> = {};
  for (const step of steps) {
    const hash = hashInputs(step.inputs);
    const present = step.outputs.every((path) => existsSync(join(GENERATED, path)));
    if (known[step.name] !== hash || !present) {
      for (const [path, content] of await step.make()) writeGenerated(path, content);
      made.push(step.name);
    }
    hashes[step.name] = hash;
  }
  const outputs = steps.flatMap((step) => step.outputs);
  removeOthers(new Set([".inputs", ...outputs]));
  if (made.length > 0) writeGenerated(".inputs", `${JSON.stringify(hashes, null, 2)}\n`);
  const folder = relative(ROOT, GENERATED);
  if (made.length === 0) return `${folder} is up to date`;
  const sizes = outputs
    .filter((path) => !path.startsWith("tables/"))
    .map((path) => `${path} ${kilobytes(statSync(join(GENERATED, path)).size)}`);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  return `${folder}: made ${made.join(", ")} in ${seconds} s; ${sizes.join(", ")}`;
}

function readText(path: string): string {
  return readFileSync(path, "utf8");
}

function hashInputs(inputs: readonly string[]): string {
  const hash = createHash("sha256");
  for (const path of inputs.flatMap(listFiles)) {
    hash.update(`${relative(ROOT, path)}\n`);
    hash.update(readFileSync(path));
  }
  return hash.digest("hex");
}

function listFiles(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, encoding: "utf8" })
    .sort()
    .map((name) => join(path, name))
    .filter((file) => statSync(file).isFile());
}

function writeGenerated(path: string, content: string | Uint8Array): void {
  const file = join(GENERATED, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

/** Takes away what an earlier version of this script left behind. */
function removeOthers(keep: ReadonlySet<string>): void {
  for (const file of listFiles(GENERATED)) {
    if (!keep.has(relative(GENERATED, file))) rmSync(file);
  }
}

function kilobytes(bytes: number): string {
  return `${String(Math.round(bytes / 1000))} kB`;
}

try {
  console.log(await prepare());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
