import { describe, expect, it } from "vitest";
import type { Basemap } from "#domain/ground/basemap.ts";
import { findAddressFault, firstAddresses, hostsOf, openFreeMapStyle, tileAddresses } from "#ui/ground/addresses.ts";

const raster = (template: string): Basemap => ({
  kind: "raster",
  template,
  attribution: "",
  tileSize: 256,
  maxZoom: 19,
});

describe("the address of a basemap", () => {
  it.each([
    [raster("https://t.example/{z}/{x}/{y}.png"), null],
    [raster("https://t.example/{TileMatrix}/{TileRow}/{TileCol}{r}.png"), null],
    [raster("https://t.example/wms?bbox={bbox-epsg-3857}"), null],
    [raster("https://t.example/{quadkey}"), null],
    [raster(" "), { code: "empty" }],
    [raster("t.example/{z}/{x}/{y}.png"), { code: "no-address" }],
    [raster("ftp://t.example/{z}/{x}/{y}.png"), { code: "no-address" }],
    [raster("https://t.example/{z}/{x}.png"), { code: "no-numbers" }],
    [raster("https://t.example/{z}/{x}/{y}?k={key}"), { code: "placeholder", placeholder: "{key}" }],
    [raster("https://{key}.t.example/{z}/{x}/{y}.png"), { code: "placeholder", placeholder: "{key}" }],
    [raster("https://{x}.t.example/{z}/{y}.png"), { code: "host" }],
    [raster("https://me:secret@t.example/{z}/{x}/{y}.png"), { code: "credentials" }],
    [{ kind: "style", address: "https://{s}.t.example/style.json" }, { code: "host" }],
    [{ kind: "pmtiles", address: "https://me@t.example/a.pmtiles" }, { code: "credentials" }],
    [{ kind: "style", address: "https://t.example/style.json" }, null],
    [{ kind: "style", address: "http://t.example/style.json" }, { code: "not-secure" }],
    [{ kind: "style", address: "http://localhost:8080/style.json" }, null],
    [{ kind: "pmtiles", address: "town.pmtiles" }, { code: "no-address" }],
    [{ kind: "openfreemap", look: "plain" }, null],
  ] as const)("%j: %j", (basemap, fault) => {
    expect(findAddressFault(basemap, true)).toEqual(fault);
  });

  it("may be plain where the page is", () => {
    expect(findAddressFault({ kind: "pmtiles", address: "http://t.example/a.pmtiles" }, false)).toBeNull();
  });

  it("stands for several servers, and for rows from the south", () => {
    expect(tileAddresses("https://{s}.t.example/{z}/{x}/{-y}.png")).toEqual({
      tiles: ["a", "b", "c"].map((name) => `https://${name}.t.example/{z}/{x}/{y}.png`),
      scheme: "tms",
    });
    expect(hostsOf(firstAddresses(raster("https://{s}.t.example/{z}/{x}/{y}.png")))).toEqual([
      "a.t.example",
      "b.t.example",
      "c.t.example",
    ]);
  });

  it("of OpenFreeMap is of one host, whatever the look", () => {
    const styles = (["plain", "liberty", "bright"] as const).flatMap((look) =>
      [true, false].map((isDark) => openFreeMapStyle(look, isDark)),
    );
    expect(hostsOf(styles)).toEqual(["tiles.openfreemap.org"]);
    expect(styles.slice(0, 2)).toEqual([
      "https://tiles.openfreemap.org/styles/dark",
      "https://tiles.openfreemap.org/styles/positron",
    ]);
  });
});
