import { describe, expect, it } from "vitest";
import { choiceMembers, NO_CHOICE, readChoice, type ExportedChoice } from "#data/export/choice-json.ts";
import type { AreaId } from "#domain/area/area.ts";
import { boxArea, circleArea, polygonArea, type DrawnArea } from "#domain/selection/drawn-area.ts";
import type { SiteId } from "#domain/site/site.ts";

/** The choice as read from these members, with the paths that were refused. */
function read(metadata: Readonly<Record<string, unknown>>): { choice: ExportedChoice; refused: string[] } {
  const refused: string[] = [];
  const choice = readChoice(metadata, (path) => refused.push(path.join("/")));
  return { choice, refused };
}

const DRAWN: readonly DrawnArea[] = [
  boxArea([14, 45, 15.123_45, 46]),
  circleArea({ lon: 14.5, lat: 45.25 }, 12_345),
  polygonArea([[14, 45], [15, 45], [15, 46.5]]), // prettier-ignore
];

describe("the choice in a file", () => {
  it.each(DRAWN)("comes back as it was written, with a drawn $kind", (drawn) => {
    const choice: ExportedChoice = {
      drawn,
      within: { id: "si-postojna" as AreaId, name: "Postojna" },
      added: ["a", "b,c"] as SiteId[],
      removed: ["d"] as SiteId[],
      shortlist: ["d", "a"] as SiteId[],
      onlyShortlist: true,
    };
    const json = JSON.parse(JSON.stringify(choiceMembers(choice))) as Record<string, unknown>;
    expect(read(json)).toEqual({ choice, refused: [] });
  });

  it("is not set in a file that says nothing of it", () => {
    expect(read({})).toEqual({ choice: NO_CHOICE, refused: [] });
  });

  it.each([
    ["drawn_area", { kind: "box", west: 15, south: 45, east: 14, north: 46 }],
    ["drawn_area", { kind: "polygon", ring: [[14, 45], [15]] }],
    ["drawn_area", "a box"],
    ["within_area", { name: "Postojna" }],
    ["added_by_hand", [1]],
    ["shortlist", "a"],
    ["only_shortlist", "yes"],
  ])("that cannot be is refused and not set: %s", (key, value) => {
    expect(read({ [key]: value })).toEqual({ choice: NO_CHOICE, refused: [key] });
  });
});
