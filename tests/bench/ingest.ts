import Papa from "papaparse";
import { readFile } from "#data/ingest/read-file.ts";
import { actorCsv, actorGeojson } from "./actor-rows.ts";
import { measure } from "./measure.ts";

const RUNS = 5;

async function rowsKept(file: File): Promise<number> {
  const { rowsRead, rowsRejected } = await readFile("actors", file);
  return rowsRead - rowsRejected;
}

/** What reading and checking every cell costs, against taking the text apart alone. */
async function compare(name: string, rows: number, ours: () => Promise<number>, rival: string, alone: () => number) {
  const [checked, parsed] = await measure([ours, alone], RUNS);
  if (checked === undefined || parsed === undefined) return;
  const perSecond = (milliseconds: number) => Math.round((rows / milliseconds) * 1000).toLocaleString("en");
  console.log(
    `${name}, ${rows.toLocaleString("en")} rows: ${checked.milliseconds.toFixed(0)} ms (${perSecond(checked.milliseconds)} rows/s, ` +
      `${String(checked.result)} kept); ${rival} alone ${parsed.milliseconds.toFixed(0)} ms ` +
      `(${perSecond(parsed.milliseconds)} rows/s); ratio ${(checked.milliseconds / parsed.milliseconds).toFixed(2)}`,
  );
}

const ROWS = 100_000;
const csv = actorCsv(ROWS);
const text = await csv.text();
await compare(
  "CSV",
  ROWS,
  () => rowsKept(new File([csv], "actors.csv")),
  "PapaParse",
  () => Papa.parse<string[]>(text, { header: false }).data.length,
);
const json = actorGeojson(ROWS);
await compare(
  "GeoJSON",
  ROWS,
  () => rowsKept(new File([json], "actors.geojson")),
  "JSON.parse",
  () => (JSON.parse(json) as { features: unknown[] }).features.length,
);
