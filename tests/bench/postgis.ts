import { spawnSync } from "node:child_process";
import { median } from "d3-array";
import { SECTORS } from "#domain/actor/actor.ts";
import { answerAll, FULL_SIZE_RULE } from "./answer-all.ts";
import { createTownScene } from "./towns.ts";

const SITES = 1000;
const ACTORS = 1_000_000;
const RUNS = 5;
/** Until the engine has compiled what it runs. */
const WARM_UPS = 5;
/** A schema of its own, dropped again, so that nothing else in the database is touched. */
const SCHEMA = "refresh_atlas_bench";

function psql(input: string): { readonly ok: boolean; readonly text: string } {
  const { status, stdout, stderr, error } = spawnSync("psql", ["-X", "-q", "-v", "ON_ERROR_STOP=1", "-f", "-"], {
    input,
    encoding: "utf8",
    env: { PGCONNECT_TIMEOUT: "5", PGDATABASE: "postgres", ...process.env },
    maxBuffer: 1 << 26,
  });
  return { ok: error === undefined && status === 0, text: error?.message ?? (status === 0 ? stdout : stderr) };
}

const asked = psql("select version(); create extension if not exists postgis; select postgis_full_version();");
if (!asked.ok) {
  process.stdout.write(
    `No PostGIS to compare with: it needs psql and a server, the local one or that of PGHOST, PGPORT and PGUSER, with the extension.\n${asked.text}\n`,
  );
  process.exit(0);
}

const scene = createTownScene(SITES, ACTORS);
const { sites, actors } = scene;
const rows = (lon: Float64Array, lat: Float64Array, last: (index: number) => string) =>
  Array.from(lon, (value, index) => `${String(value)}\t${String(lat[index])}\t${last(index)}`).join("\n");
const loaded = psql(`drop schema if exists ${SCHEMA} cascade;
create schema ${SCHEMA};
create table ${SCHEMA}.sites_raw (lon float8, lat float8, id int);
create table ${SCHEMA}.actors_raw (lon float8, lat float8, sector int);
copy ${SCHEMA}.sites_raw from stdin;
${rows(sites.lon, sites.lat, String)}
\\.
copy ${SCHEMA}.actors_raw from stdin;
${rows(actors.lon, actors.lat, (index) => String(actors.sector[index]))}
\\.
create table ${SCHEMA}.sites as select id, st_setsrid(st_makepoint(lon, lat), 4326)::geography as point from ${SCHEMA}.sites_raw;
create table ${SCHEMA}.actors as select sector, st_setsrid(st_makepoint(lon, lat), 4326)::geography as point from ${SCHEMA}.actors_raw;
create index on ${SCHEMA}.actors using gist (point);
analyze ${SCHEMA}.sites;
analyze ${SCHEMA}.actors;
`);
if (!loaded.ok) throw new Error(loaded.text);

const sectorCounts = SECTORS.map((name, sector) => `count(*) filter (where a.sector = ${String(sector)}) as ${name}`);
const query = `select sum(creative + trade + service) from (
  select s.id, ${sectorCounts.join(", ")} from ${SCHEMA}.sites s
  join ${SCHEMA}.actors a on st_dwithin(s.point, a.point, ${String(FULL_SIZE_RULE.reach)}) group by s.id) counts;`;
/** Milliseconds of the query in a connection that has run it once before, so that its tables are read and its plan's parts loaded. */
function timeQuery(): number {
  const { ok, text } = psql(`set jit = off;\n${query}\n\\timing on\n${query}\n`);
  const milliseconds = Number(/Time: ([\d.]+) ms/.exec(text)?.[1]);
  counted = Number(/^\s*(\d+)\s*$/m.exec(text)?.[1]);
  if (!ok || Number.isNaN(milliseconds)) throw new Error(text);
  return milliseconds;
}

let counted = NaN;
const ofPostgis: number[] = [];
const ofOurs: number[] = [];
let ours = NaN;
for (let run = 0; run < WARM_UPS; run++) ours = answerAll(scene);
// In turn, so that a machine that slows down slows both.
for (let run = 0; run < RUNS; run++) {
  ofPostgis.push(timeQuery());
  const start = performance.now();
  ours = answerAll(scene);
  ofOurs.push(performance.now() - start);
}
psql(`drop schema ${SCHEMA} cascade;`);
if (ours !== counted) throw new Error(`${String(ours)} counted here, ${String(counted)} by PostGIS`);
const postgisMilliseconds = median(ofPostgis)!;
const ourMilliseconds = median(ofOurs)!;
process.stdout.write(
  [
    `${String(SITES)} sites × ${String(ACTORS)} actors around real towns, 25 km: ${String(counted)} within reach, by both; medians of ${String(RUNS)} runs in turn, both warm`,
    `  PostGIS ${postgisMilliseconds.toFixed(0)} ms: counts by sector, ST_DWithin on geography, its index built and its tables read before the clock`,
    `  ours ${ourMilliseconds.toFixed(0)} ms: index, counts, ranges, verdicts and smallest sufficient reaches`,
    `  ${(postgisMilliseconds / ourMilliseconds).toFixed(1)} × as fast`,
    "",
  ].join("\n"),
);
