import { describe, expect, it } from "vitest";
import { overpassQuery } from "#data/osm/overpass-query.ts";
import type { OsmElement } from "#data/osm/osm-element.ts";
import { findSiteTag, siteKeys } from "#data/osm/site-tags.ts";
import { sitesFromElements } from "#data/osm/sites-from-elements.ts";
import { osmElement } from "../../../helpers/osm.ts";

const siteOf = (tags: OsmElement["tags"], language = "de", more: Partial<OsmElement> = {}) =>
  sitesFromElements([osmElement(1, { name: "Werk", ...tags }, more)], language)[0];
const rowOf = (tags: OsmElement["tags"], language = "de") => siteOf(tags, language)?.row;

describe("findSiteTag", () => {
  it.each([
    ["a mine shaft", { man_made: "mineshaft" }, "man_made"],
    ["a historic mill", { historic: "watermill" }, "historic"],
    ["one of several values", { historic: "manor; mill" }, "historic"],
    ["works that are listed", { man_made: "works", heritage: "4" }, "man_made"],
    ["an industrial building out of use", { building: "industrial", disused: "yes" }, "building"],
    ["works of the past", { "abandoned:man_made": "works" }, "abandoned:man_made"],
    ["a ruined factory", { ruins: "factory" }, "ruins"],
    ["a power station with an item", { power: "plant", wikidata: "Q1" }, "power"],
  ])("takes %s", (_, tags, key) => {
    expect(findSiteTag(tags)?.key).toBe(key);
  });

  it.each([
    ["works in use", { man_made: "works" }],
    ["an ordinary hall", { building: "industrial" }],
    ["what is said not to be out of use", { building: "industrial", disused: "no" }],
    ["what is gone", { man_made: "mineshaft", demolished: "yes" }],
    ["a castle", { historic: "castle", heritage: "2" }],
    ["nothing", {}],
  ])("leaves %s", (_, tags) => {
    expect(findSiteTag(tags)).toBeNull();
  });
});

describe("siteKeys", () => {
  it("asks for what needs a sign only together with one", () => {
    const query = overpassQuery([{ kind: "box", west: 14, south: 46, east: 15, north: 47 }], siteKeys(), 60);
    expect(query).toMatch(/nwr\["power"~"[^"]*plant[^"]*"\]\["wikidata"\]/);
    expect(query).not.toMatch(/nwr\["power"~"[^"]*"\]\(/);
    expect(query).toMatch(/nwr\["man_made"~"[^"]*mineshaft[^"]*"\]\(/);
  });
});

describe("sitesFromElements", () => {
  it("names a site in the language of the page, and keeps the local name", () => {
    const tags = { historic: "mine", name: "Rudnik", "name:de": "Bergwerk", "name:en": "Mine" };
    expect(rowOf(tags)).toMatchObject({ name: "Bergwerk", nameLocal: "Rudnik" });
    expect(rowOf(tags, "hu")).toMatchObject({ name: "Mine", nameLocal: "Rudnik" });
    expect(rowOf({ historic: "mine", name: "Rudnik" })).toMatchObject({ name: "Rudnik", nameLocal: null });
  });

  it("says where it stands and what tells of it", () => {
    const site = siteOf({ historic: "mine", wikidata: "Q42;Q43" }, "de", { type: "way", id: 7, lon: 15, lat: 47 });
    const page = "https://www.openstreetmap.org/way/7";
    expect(site).toMatchObject({ service: "overpass", page, item: "Q42", kind: "historic=mine" });
    expect(site?.row).toMatchObject({
      id: "osm-way-7",
      lon: 15,
      lat: 47,
      precision: "site",
      positionSource: page,
      sourceUrl: page,
    });
  });

  it("says nothing of the status unless the tags do", () => {
    expect(rowOf({ historic: "mine" })).toMatchObject({ reuseStatus: "unknown", currentUse: null });
    expect(rowOf({ historic: "mine", disused: "yes" })).toMatchObject({ reuseStatus: "unused" });
    expect(rowOf({ historic: "mine", tourism: "museum", disused: "yes" })).toMatchObject({
      reuseStatus: "reused",
      currentUse: "museum",
    });
  });

  it.each([
    [{ historic: "mine", resource: "salt" }, "salt"],
    [{ historic: "mine", resource: "coal" }, "mining"],
    [{ historic: "factory", product: "paper" }, "paper_print"],
    [{ "disused:industrial": "sawmill" }, "wood"],
    [{ historic: "factory" }, "unknown"],
  ])("tells the industry of %o: %s", (tags, industry) => {
    expect(rowOf(tags)?.industry).toBe(industry);
  });

  it.each([
    ["1850", 1850],
    ["1850-03", 1850],
    ["1850..1860", 1850],
    ["~1850", null],
    ["C19", null],
    ["before 1850", null],
  ])("takes %s for %s", (text, year) => {
    expect(rowOf({ historic: "mine", start_date: text })?.builtFromYear).toBe(year);
  });

  it.each([
    [{ heritage: "1" }, "unesco"],
    [{ heritage: "2" }, "national"],
    [{ heritage: "4" }, "regional"],
    [{ heritage: "yes" }, "unknown"],
    [{ heritage: "4", "heritage:operator": "whc" }, "unesco"],
  ])("tells the protection of %o: %s", (tags, protection) => {
    expect(rowOf({ historic: "mine", ...tags })?.protection).toBe(protection);
  });

  it("keeps the tags that the record rests on", () => {
    const tags = { historic: "mine", "abandoned:railway": "yes", start_date: "~1850", amenity: "cafe" };
    expect(rowOf(tags)?.note).toBe("abandoned:railway=yes, historic=mine, start_date=~1850");
  });
});
