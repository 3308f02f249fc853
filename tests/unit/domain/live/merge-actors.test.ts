import { describe, expect, it } from "vitest";
import { mergeActors } from "#domain/live/merge-actors.ts";
import { textsOf } from "#domain/text-column.ts";
import { meters } from "#domain/units.ts";
import { rowOfActor, tableOfActors } from "#domain/workspace/rows.ts";
import type { AskedArea } from "#domain/workspace/table.ts";
import { actorRow } from "../../../helpers/loaded-table.ts";

const around: AskedArea = { kind: "disc", center: { lon: 14, lat: 45 }, radiusMeters: meters(10_000) };
const inside = { lon: 14.01, lat: 45 };
const outside = { lon: 15, lat: 45 };
const ids = (actors: ReturnType<typeof mergeActors>) => textsOf(actors.id, actors.count);

describe("mergeActors", () => {
  it("drops what the new answer no longer lists in its areas, and keeps the rest", () => {
    const before = tableOfActors([actorRow({ id: "gone", ...inside }), actorRow({ id: "kept", ...outside })]);
    const actors = tableOfActors([actorRow({ id: "new", ...inside, name: "New" })]);
    const merged = mergeActors(before, { actors, areas: [around], leftOut: [] });
    expect(ids(merged)).toEqual(["kept", "new"]);
    expect(rowOfActor(merged, 1)).toEqual(rowOfActor(actors, 0));
  });

  it("takes the newer record of one that has moved", () => {
    const before = tableOfActors([actorRow({ id: "moved", ...outside })]);
    const actors = tableOfActors([actorRow({ id: "moved", ...inside })]);
    const merged = mergeActors(before, { actors, areas: [around], leftOut: [] });
    expect(ids(merged)).toEqual(["moved"]);
    expect(merged.lon[0]).toBe(inside.lon);
  });

  it("leaves out those that are not wanted", () => {
    const actors = tableOfActors([actorRow({ id: "a", ...inside }), actorRow({ id: "b", ...inside })]);
    const merged = mergeActors(tableOfActors([]), { actors, areas: [around], leftOut: [0] });
    expect(ids(merged)).toEqual(["b"]);
  });

  it("drops everything where nothing is listed any more", () => {
    const before = tableOfActors([actorRow({ id: "gone", ...inside })]);
    expect(mergeActors(before, { actors: tableOfActors([]), areas: [around], leftOut: [] }).count).toBe(0);
  });
});
