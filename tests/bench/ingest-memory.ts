import { readFile } from "#data/ingest/read-file.ts";
import { actorCsv } from "./actor-rows.ts";

/** Reads a million rows by themselves in this process and tells its peak; the file is made of parts, not one text. */
const ROWS = 1_000_000;
const blob = actorCsv(ROWS);
const before = process.memoryUsage().rss;
let peak = before;
const timer = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage().rss);
}, 20);
const started = performance.now();
const { rowsRead, rowsRejected, records } = await readFile("actors", new File([blob], "actors.csv"));
clearInterval(timer);
peak = Math.max(peak, process.memoryUsage().rss, process.resourceUsage().maxRSS * 1024);
const seconds = (performance.now() - started) / 1000;
const megabytes = (bytes: number) => `${String(Math.round(bytes / 1e6))} MB`;
console.log(
  `CSV, ${ROWS.toLocaleString("en")} rows, ${megabytes(blob.size)}: ${seconds.toFixed(1)} s ` +
    `(${Math.round(rowsRead / seconds).toLocaleString("en")} rows/s), ${String(records.count)} kept, ` +
    `${String(rowsRejected)} rejected; peak memory of the process ${megabytes(peak)}, of it ${megabytes(before)} before reading`,
);
