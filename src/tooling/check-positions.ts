import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { readText as readTableText } from "#data/ingest/read-file.ts";
import { actorIdAt, actorPrecisionAt, type ActorTable } from "#domain/actor/actor.ts";
import { textsOf } from "#domain/text-column.ts";
import { readCountryParts, type CountryTopology } from "./countries.ts";
import { readGeoNames } from "./geonames.ts";
import { PACKAGE_FILES } from "./package-files.ts";
import { replaceReportSection, reportPositions } from "./position-report.ts";
import { checkPositions, createGazetteer, type Positioned } from "./positions.ts";

const DATA = resolve(import.meta.dirname, "../../data");
const README = join(DATA, "README.md");

/** Countries are looked at so far around the records, degrees. */
const MARGIN_DEGREES = 1;

function readText(path: string): string {
  return readFileSync(path, "utf8");
}

function positionsOfActors(actors: ActorTable): Positioned {
  const { count, lon, lat } = actors;
  return {
    count,
    lon,
    lat,
    id: Array.from({ length: count }, (_, index) => actorIdAt(actors, index)),
    country: textsOf(actors.country, count),
    municipality: textsOf(actors.municipality, count),
    precision: Array.from({ length: count }, (_, index) => actorPrecisionAt(actors, index)),
    positionSource: textsOf(actors.positionSource, count),
  };
}

/** The report on the positions of the bundled tables. */
export async function reportBundledPositions(): Promise<string> {
  const tables: Record<string, Positioned> = {
    sites: (await readTableText("sites", readText(join(DATA, "sites.csv")), "sites.csv")).records,
    actors: positionsOfActors(
      (await readTableText("actors", readText(join(DATA, "actors.csv")), "actors.csv")).records,
    ),
  };
  const lons = Object.values(tables).flatMap(({ lon }) => [...lon].filter((value) => !Number.isNaN(value)));
  const lats = Object.values(tables).flatMap(({ lat }) => [...lat].filter((value) => !Number.isNaN(value)));
  const window = [
    Math.min(...lons) - MARGIN_DEGREES,
    Math.min(...lats) - MARGIN_DEGREES,
    Math.max(...lons) + MARGIN_DEGREES,
    Math.max(...lats) + MARGIN_DEGREES,
  ] as const;
  const cities = readGeoNames(readText(PACKAGE_FILES.cities));
  const topology = JSON.parse(readText(PACKAGE_FILES.countries)) as CountryTopology;
  const parts = readCountryParts(topology, cities, window);
  const gazetteer = createGazetteer(cities);
  return reportPositions(
    Object.entries(tables).map(([name, table]) => ({ name, table, groups: checkPositions(table, parts, gazetteer) })),
    gazetteer,
  );
}

if (process.argv[1] === import.meta.filename) {
  const report = await reportBundledPositions();
  if (process.argv.includes("--write")) writeFileSync(README, replaceReportSection(readText(README), report));
  else console.log(report);
}
