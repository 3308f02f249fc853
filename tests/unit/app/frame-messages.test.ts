import { describe, expect, it } from "vitest";
import { readSelect } from "#app/frame-messages.ts";

const SELECT = { type: "refresh-atlas:select", version: 1, id: "si-izola-shipyard" };

describe("what the page around asks for", () => {
  it("is a site, or none", () => {
    expect(readSelect(SELECT)).toBe("si-izola-shipyard");
    expect(readSelect({ ...SELECT, id: null })).toBeNull();
  });

  it.each([
    undefined,
    null,
    "refresh-atlas:select",
    [],
    {},
    { ...SELECT, type: "refresh-atlas:selection" },
    { ...SELECT, version: 2 },
    { ...SELECT, version: "1" },
    { type: SELECT.type, version: 1 },
    { ...SELECT, id: "" },
    { ...SELECT, id: 7 },
    { ...SELECT, id: { toString: () => "si-izola-shipyard" } },
  ])("is nothing else: %j", (data) => {
    expect(readSelect(data)).toBeUndefined();
  });
});
