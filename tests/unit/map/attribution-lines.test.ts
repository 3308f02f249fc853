import { describe, expect, it } from "vitest";
import type { DataSource } from "#domain/data-source.ts";
import { attributionLines } from "#map/attribution-lines.ts";

function source(id: string, attribution: string): DataSource {
  return { id, attribution, title: id, licence: "CC BY 4.0", licenceUrl: "", url: "", date: null };
}

describe("the attribution on the map", () => {
  it("names each line once and leaves out empty ones and the typeface", () => {
    const sources = [source("a", "Places: GeoNames"), source("b", "Places: GeoNames "), source("c", " ")];
    expect(attributionLines([...sources, source("ibm-plex", "IBM Plex Sans")], [])).toEqual(["Places: GeoNames"]);
  });

  it("names what the loaded isochrones ask for", () => {
    const origins = [{ attribution: "© OpenStreetMap contributors" }, { attribution: null }];
    expect(attributionLines([source("a", "© OpenStreetMap contributors")], origins)).toEqual([
      "© OpenStreetMap contributors",
    ]);
    expect(attributionLines([], [...origins, { attribution: "Routes: FOSSGIS" }])).toEqual([
      "© OpenStreetMap contributors",
      "Routes: FOSSGIS",
    ]);
  });

  it("carries no markup of a source into the page", () => {
    expect(attributionLines([source("a", "<b>Mills & Co</b>")], [])).toEqual(["&lt;b&gt;Mills &amp; Co&lt;/b&gt;"]);
  });
});
