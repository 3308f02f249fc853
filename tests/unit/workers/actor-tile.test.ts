import { VectorTile } from "@mapbox/vector-tile";
import { PbfReader } from "pbf";
import { describe, expect, it } from "vitest";
import { actorMask } from "#domain/actor/actor-filter.ts";
import { geodesicMeters } from "#domain/geo/geodesic.ts";
import { createPointGrid } from "#domain/geo/point-grid.ts";
import { meters } from "#domain/units.ts";
import { finish } from "#domain/steps.ts";
import { stepsToActorTile } from "#workers/actor-tile.ts";
import { actorTable } from "../../helpers/actor-table.ts";

const EVERYBODY = actorMask([]);
const WORLD = { z: 0, x: 0, y: 0 };
const actors = actorTable([
  { lon: 14, lat: 46, sector: "creative" },
  { lon: 14.001, lat: 46, sector: "trade" },
  { lon: 14.002, lat: 46, sector: "trade" },
  { lon: -100, lat: 40, sector: "service", precision: "settlement" },
]);

function read(buffer: ArrayBuffer) {
  const { layers } = new VectorTile(new PbfReader(new Uint8Array(buffer)));
  const layer = layers["actors"];
  return Array.from({ length: layer?.length ?? 0 }, (_, at) => layer!.feature(at));
}

describe("stepsToActorTile", () => {
  const tile = read(finish(stepsToActorTile(actors, createPointGrid(actors), WORLD, EVERYBODY, null)));

  it("gives several actors their counts by sector, and the cell to look them up by", () => {
    const several = tile.find(({ properties }) => "point_count" in properties);
    expect(several?.properties).toEqual({
      creative: 1,
      trade: 2,
      service: 0,
      point_count: 3,
      point_count_abbreviated: "3",
      cell: "3/4/2",
    });
  });

  it("gives a single actor its record, by the index that the page knows it by", () => {
    const alone = tile.find(({ properties }) => !("point_count" in properties));
    expect([alone?.id, alone?.properties]).toEqual([3, { sector: "service", index: 3, atTown: true }]);
  });

  it("draws a single actor within half a metre of its point at the closest zoom", () => {
    const [lon, lat] = [14.123_456, 46.234_567];
    const one = actorTable([{ lon, lat, sector: "trade" }]);
    const side = 2 ** 17;
    const sin = Math.sin((lat * Math.PI) / 180);
    const x = Math.floor(((lon + 180) / 360) * side);
    const y = Math.floor((0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)) * side);
    const [feature] = read(finish(stepsToActorTile(one, createPointGrid(one), { z: 17, x, y }, EVERYBODY, null)));
    const { geometry } = feature!.toGeoJSON(x, y, 17);
    const [drawnLon = NaN, drawnLat = NaN] = geometry.type === "Point" ? geometry.coordinates : [];
    expect(geodesicMeters({ lon, lat }, { lon: drawnLon, lat: drawnLat })).toBeLessThan(0.5);
  });

  it("leaves out the actors of a disc that is drawn apart, its edge included", () => {
    const reach = meters(geodesicMeters({ lon: 14, lat: 46 }, { lon: 14.001, lat: 46 }));
    const apart = { center: { lon: 14, lat: 46 }, reach };
    const left = read(finish(stepsToActorTile(actors, createPointGrid(actors), WORLD, EVERYBODY, apart)));
    expect(left.map(({ properties }) => properties["index"])).toEqual([2, 3]);
  });

  it("leaves out the actors that are drawn apart by their indices", () => {
    const left = read(
      finish(stepsToActorTile(actors, createPointGrid(actors), WORLD, EVERYBODY, Uint32Array.of(0, 2))),
    );
    expect(left.map(({ properties }) => properties["index"])).toEqual([1, 3]);
  });
});
