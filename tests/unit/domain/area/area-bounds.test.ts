import { describe, expect, it } from "vitest";
import { boundsOfAreas } from "#domain/area/area-bounds.ts";
import type { Area } from "#domain/area/area.ts";
import { keptAreas } from "../../../helpers/kept-tables.ts";

describe("boundsOfAreas", () => {
  it("span all parts of all areas", () => {
    expect(boundsOfAreas(keptAreas().records as readonly Area[])).toEqual([-1, -2, 16.5, 47]);
  });

  it("are none without an area", () => {
    expect(boundsOfAreas([])).toBeNull();
  });
});
