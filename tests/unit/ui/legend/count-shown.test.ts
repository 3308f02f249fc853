import { describe, expect, it } from "vitest";
import { countShown } from "#ui/legend/count-shown.ts";
import { siteTable } from "../../../helpers/site-table.ts";

const sites = siteTable([{ id: "a", lon: 14, lat: 45 }, { id: "b" }, { id: "c", lon: 15, lat: 46 }]);

describe("what the legend says of the map", () => {
  it("parts the chosen sites into those that are drawn and those without a point", () => {
    expect(countShown(sites, Uint32Array.of(0, 1, 2))).toEqual({ total: 3, mapped: 2, withoutPoint: 1 });
  });

  it("counts only chosen sites", () => {
    expect(countShown(sites, Uint32Array.of(2))).toEqual({ total: 3, mapped: 1, withoutPoint: 0 });
  });
});
