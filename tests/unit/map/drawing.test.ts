import type { Feature, FeatureCollection, GeoJSON, Geometry, Point } from "geojson";
import { beforeEach, describe, expect, it } from "vitest";
import { isochroneTable } from "#domain/travel/isochrone-table.ts";
import { computeCatchment } from "#domain/catchment/compute-catchment.ts";
import { createSurroundings } from "#domain/catchment/surroundings.ts";
import type { CoverageArea } from "#domain/coverage/coverage.ts";
import { destination } from "#domain/geo/geodesic.ts";
import { meters } from "#domain/units.ts";
import { MOST_SITE_SYMBOLS } from "#design/zoom-levels.ts";
import { DEFAULT_RULE, type Rule } from "#domain/rule/rule.ts";
import { withTravel } from "#domain/travel/apply-rule.ts";
import { createFormat } from "#i18n/format.ts";
import { createTranslate } from "#i18n/translate.ts";
import { createDrawing, type Bounds } from "#map/drawing.ts";
import type { ActorProperties, CatchmentProperties, SiteProperties } from "#map/features.ts";
import type { MapHost } from "#map/host.ts";
import { setDataset } from "#state/dataset-store.ts";
import { setResults } from "#state/result-store.ts";
import { createSelectors, takeSnapshot } from "#state/selectors.ts";
import { selectRecord, setFacet, setText } from "#state/view-store.ts";
import { actorTable } from "../../helpers/actor-table.ts";
import { datasetOf } from "../../helpers/dataset.ts";
import { createStores } from "../../helpers/stores.ts";
import { siteTable } from "../../helpers/site-table.ts";
import { squareRing } from "../../helpers/square-ring.ts";
import { UNKNOWN_ORIGIN } from "../../helpers/unknown-origin.ts";

const MILL = { lon: 14.75, lat: 45.36 };
const inside = destination(MILL, 40, 9999);
const outside = destination(MILL, 40, 10_001);

const sites = siteTable([
  { id: "mill", ...MILL, country: "HR", reuseStatus: "unused" },
  { id: "salt-store", lon: 13.57, lat: 45.52, country: "SI", reuseStatus: "reused" },
  { id: "salt-pans", lon: 13.57, lat: 45.52, country: "SI", reuseStatus: "in_operation" },
  { id: "no-point", country: "HR" },
]);
const actors = actorTable([
  { ...inside, sector: "creative" },
  { ...outside, sector: "trade", precision: "settlement" },
]);
const coverage: readonly CoverageArea[] = [
  {
    id: "around-the-mill",
    source: "Atlas",
    date: "2026-11",
    levels: { creative: "partial", trade: "partial", service: "none" },
    shape: { kind: "disc", center: MILL, radiusMeters: meters(30_000) },
  },
];

let host: MapHost;
let drawing: ReturnType<typeof createDrawing>;

beforeEach(() => {
  host = {
    stores: createStores(),
    selectors: createSelectors(),
    language: "en",
    translate: createTranslate("en"),
    format: createFormat("en"),
    gestures: null,
    comesClose: false,
    basemapUrl: "./",
    onGroundMissing: () => undefined,
    placesInBounds: () => Promise.resolve([]),
    actorTile: () => Promise.resolve(new ArrayBuffer(0)),
    siteTile: () => Promise.resolve(new ArrayBuffer(0)),
  };
  drawing = createDrawing(host, [10, 40, 20, 50]);
  const dataset = { ...datasetOf(sites, actors, coverage), isochrones };
  setDataset(host.stores.dataset, dataset, ["mill", "salt store", "salt pans", "no point"]);
});

function draw() {
  return drawing(takeSnapshot(host.stores), null);
}

function features<P>(drawn: GeoJSON | undefined): Feature<Point, P>[] {
  return (drawn as FeatureCollection<Point, P>).features;
}

/** Contours around the mill: of 10 minutes one that holds both actors, of 20 one that holds none. */
const isochrones = isochroneTable(
  [
    { minutes: 20, half: 0.01 },
    { minutes: 10, half: 0.2 },
    { minutes: 30, half: 0.3 },
  ].map(({ minutes, half }) => ({
    siteId: "mill",
    ...MILL,
    group: 0,
    profile: "car" as const,
    minutes,
    polygons: [[squareRing(MILL.lon, MILL.lat, half)]],
    origin: UNKNOWN_ORIGIN,
  })),
);

function openMill(rule: Rule = DEFAULT_RULE) {
  const { result, view } = host.stores;
  selectRecord(view, { kind: "site", id: sites.id[0]! });
  const surroundings = createSurroundings(actors, coverage, null);
  const catchment = computeCatchment(
    {
      datasetVersion: 1,
      rule,
      origin: { kind: "site", index: 0 },
      place: null,
      point: MILL,
      precision: "building",
      country: null,
      sites,
      isochrones,
      ownIsochrones: Uint32Array.of(0, 1, 2),
    },
    surroundings,
  );
  setResults(result, { catchment, pending: false });
}

describe("what the map draws", () => {
  it("is nothing before the tables are there", () => {
    const empty = { ...host.stores, dataset: createStores().dataset };
    expect(drawing(takeSnapshot(empty), null)).toEqual({});
  });

  it("holds each chosen site with a point, under its index", () => {
    expect(features<SiteProperties>(draw().sites).map(({ id }) => id)).toEqual([0, 1, 2]);
  });

  it("leaves out the sites that a filter leaves out", () => {
    setFacet(host.stores.view, "country", ["SI"]);
    expect(features<SiteProperties>(draw().sites).map(({ id }) => id)).toEqual([1, 2]);
  });

  it("draws sites on one point side by side, and the one that is left on the point itself", () => {
    const offsets = () => features<SiteProperties>(draw().sites).map(({ properties }) => properties.offset);
    expect(offsets()[1]).not.toEqual(offsets()[2]);
    setFacet(host.stores.view, "status", ["reused"]);
    expect(offsets()).toEqual([[0, 0]]);
  });

  it("shows the selected site even where a filter leaves it out", () => {
    openMill();
    setFacet(host.stores.view, "country", ["SI"]);
    expect(features<SiteProperties>(draw()["site-selected"]).map(({ id }) => id)).toEqual([0]);
  });

  it("parts the actors that the open catchment counts from the others, to the metre", () => {
    openMill();
    const drawn = draw();
    expect(features<ActorProperties>(drawn["actors-counted"]).map(({ id }) => id)).toEqual([0]);
    expect(features<ActorProperties>(drawn["actors-other"]).map(({ id }) => id)).toEqual([1]);
  });

  it("draws of a catchment by isochrones every contour, the longest at the bottom, and the edge of those within the reach", () => {
    openMill(withTravel(DEFAULT_RULE, { profile: "car", minutes: 20, basis: "isochrones" }));
    const drawn = draw();
    const { features: parts } = drawn.catchment as FeatureCollection<Geometry, CatchmentProperties>;
    expect(parts.map(({ properties: { part, label } }) => [part, label])).toEqual([
      ["beyond", undefined],
      ["minutes", "30 min"],
      ["within", undefined],
      ["minutes", "20 min"],
      ["within", undefined],
      ["minutes", "10 min"],
      ["edge", undefined],
    ]);
    expect(parts[1]?.geometry).toMatchObject({ coordinates: [expect.any(Number), MILL.lat + 0.3] });
    expect(parts.at(-1)?.geometry).toMatchObject({ type: "MultiLineString" });
    expect(JSON.stringify(parts.at(-1)?.geometry)).toContain(String(MILL.lon - 0.2));
    expect(features<ActorProperties>(drawn["actors-counted"]).map(({ id }) => id)).toEqual([0, 1]);
  });

  it("marks the actors that stand at their town's point", () => {
    expect(features<ActorProperties>(draw()["actors-other"]).map(({ properties }) => properties.atTown)).toEqual([
      false,
      true,
    ]);
  });

  it("closes the catchment as soon as something else is selected", () => {
    openMill();
    expect(features(draw().catchment)).toHaveLength(1);
    selectRecord(host.stores.view, { kind: "site", id: sites.id[1]! });
    expect(features(draw().catchment)).toHaveLength(0);
  });

  it("is the identical value while nothing it rests on changes, so that the map is left alone", () => {
    openMill();
    const before = draw();
    host.stores.view.setState({ camera: { lon: 1, lat: 2, zoom: 3 } });
    const after = draw();
    for (const source of Object.keys(before)) {
      expect(after[source as keyof typeof after]).toBe(before[source as keyof typeof before]);
    }
  });

  it("says along the edge of a declared area what is declared, each sector where they differ", () => {
    const [edge] = features<{ label: string }>(draw().coverage);
    expect(edge!.properties.label).toBe("Actors listed inside: creative partial, trade partial, service no data");
  });

  it("hatches nothing once a source tells something everywhere", () => {
    const { dataset } = host.stores;
    const state = dataset.getState();
    if (state.phase !== "ready") throw new Error("the tables are missing");
    const everywhere = { ...coverage[0]!, shape: { kind: "everywhere" as const } };
    expect(features(draw().undeclared)).toHaveLength(1);
    setDataset(dataset, { ...state.dataset, coverage: [everywhere] }, state.searchText);
    expect(features(draw().undeclared)).toHaveLength(0);
  });
});

describe("many sites", () => {
  const row = (at: number) => ({ id: `s-${String(at)}`, lon: 10 + at / 1000, lat: 45 });
  const many = siteTable(Array.from({ length: MOST_SITE_SYMBOLS + 1 }, (_, at) => row(at)));
  const ids = (view: Bounds | null) =>
    features<SiteProperties>(drawing(takeSnapshot(host.stores), view).sites).map(({ id }) => id);

  beforeEach(() => {
    setDataset(host.stores.dataset, datasetOf(many, actors, coverage), many.id);
  });

  it("have no symbols from afar, and from close by those in view", () => {
    expect(ids(null)).toEqual([]);
    expect(ids([10.0005, 44, 10.0025, 46])).toEqual([1, 2]);
  });

  it("have no symbols where more are in view than can be handed to the map at once", () => {
    expect(ids([0, 40, 20, 50])).toEqual([]);
  });

  it("are drawn with their symbols once a filter leaves few", () => {
    setText(host.stores.view, "s-12");
    expect(ids(null)).toContain(12);
  });
});
