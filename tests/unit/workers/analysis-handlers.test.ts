import { afterEach, describe, expect, it } from "vitest";
import { writeBundledDataset } from "#data/bundled/write-dataset.ts";
import type { CatchmentOrigin } from "#domain/catchment/catchment.ts";
import { writeBundledPlaces } from "#data/bundled/write-places.ts";
import { DEFAULT_RULE } from "#domain/rule/rule.ts";
import { withTravel } from "#domain/travel/apply-rule.ts";
import { isochroneTable, type Isochrone } from "#domain/travel/isochrone-table.ts";
import { createHandlers } from "#workers/analysis-handlers.ts";
import { createWorkerClient } from "#workers/client.ts";
import type { AnalysisTasks } from "#workers/protocol.ts";
import { serve } from "#workers/serve.ts";
import { squareRing } from "../../helpers/square-ring.ts";
import { UNKNOWN_ORIGIN } from "../../helpers/unknown-origin.ts";

const open: MessageChannel[] = [];
afterEach(() => {
  for (const { port1, port2 } of open.splice(0)) {
    port1.close();
    port2.close();
  }
});

const shared = { profile: "car", minutes: 20, origin: UNKNOWN_ORIGIN } as const;
const ISOCHRONES: readonly Isochrone[] = [
  { ...shared, siteId: "mine", lon: NaN, lat: NaN, group: 0, polygons: [[squareRing(15.5, 46, 0.4)]] },
  { ...shared, siteId: null, lon: 14.0001, lat: 46, group: 1, polygons: [[squareRing(14, 46, 0.1)]] },
  { ...shared, siteId: null, lon: NaN, lat: NaN, group: 2, polygons: [[squareRing(30, 46, 0.1)]] },
];

/** The first is where isochrones start, the second 80 m from there. */
const PLACES = [
  { id: 1, name: "Mill Town", lon: 14.0001, lat: 46, population: 900, country: "SI", exonyms: {} },
  { id: 2, name: "Mill Hamlet", lon: 14.00113, lat: 46, population: 600, country: "SI", exonyms: {} },
];

/** A worker that has two sites, 0 "mill" at 14° and 1 "mine" at 15°, and three creative actors at 14.05°, 15.5° and 15.6°. */
async function connect() {
  const channel = new MessageChannel();
  open.push(channel);
  serve(channel.port2, createHandlers());
  const worker = createWorkerClient<AnalysisTasks>(channel.port1);
  channel.port1.start();
  channel.port2.start();
  await worker.call("load-bundled", {
    dataset: new TextEncoder().encode(
      writeBundledDataset({ version: "1", date: "2026-11-20", sources: [], tables: [] }),
    ).buffer,
    places: writeBundledPlaces(PLACES).buffer,
  });
  await worker.call("begin-actors", { count: 3, countries: ["SI"] });
  const actors = {
    lon: Float64Array.of(14.05, 15.5, 15.6),
    lat: Float64Array.of(46, 46, 46),
    sector: new Uint8Array(3),
    category: new Uint8Array(3),
    precision: new Uint8Array(3),
    countryCode: new Uint32Array(3),
  };
  await worker.call("add-actors", { from: 0, actors });
  const sites = {
    lon: Float64Array.of(14, 15),
    lat: Float64Array.of(46, 46),
    precision: ["building", "building"],
    country: ["SI", "SI"],
    reuseStatus: ["unknown", "unknown"],
    floorAreaSquareMeters: Float64Array.of(NaN, NaN),
  } as const;
  const isochrones = isochroneTable(ISOCHRONES);
  const siteIds = ["mill", "mine"];
  await worker.call("set-isochrones", { isochrones });
  await worker.call("set-tables", { version: 7, tables: { sites, coverage: [], population: [], siteIds } });
  return worker;
}

describe("the tasks of the analysis worker", () => {
  it("count by the isochrones of each site, found by its id or by where they start", async () => {
    const worker = await connect();
    const rule = withTravel(DEFAULT_RULE, { profile: "car", minutes: 20, basis: "isochrones" });
    const results = await worker.call("compute-sites", { version: 7, rule, wanted: [] });
    expect([...results!.verdicts.count]).toEqual([1, 0, 0, 2, 0, 0]);
  });

  it("give a site's catchment by the same isochrones, and that of a place by those that start there", async () => {
    const worker = await connect();
    const rule = withTravel(DEFAULT_RULE, { profile: "car", minutes: 20, basis: "isochrones" });
    const countAt = async (origin: CatchmentOrigin) => {
      const catchment = await worker.call("compute-catchment", { version: 7, rule, origin });
      return { count: catchment?.sectors.creative.count, isochrones: [...(catchment?.isochrones ?? [])] };
    };
    expect(await countAt({ kind: "site", index: 1 })).toEqual({ count: 2, isochrones: [0] });
    expect(await countAt({ kind: "place", id: 1 })).toEqual({ count: 1, isochrones: [1] });
    expect(await countAt({ kind: "place", id: 2 })).toEqual({ count: NaN, isochrones: [] });
  });

  it("tell how many isochrones are of a site", async () => {
    const worker = await connect();
    const asked = (version: number) => worker.call("count-isochrone-links", { version });
    expect(await asked(7)).toEqual({ linked: 2, noSite: 1, severalSites: 0 });
    expect(await asked(6)).toBeNull();
  });
});
