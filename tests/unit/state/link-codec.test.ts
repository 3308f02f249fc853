import { describe, expect, it } from "vitest";
import type { SiteId } from "#domain/site/site.ts";
import { NO_SPACE_FILTERS, type AroundWish, type SpaceFilters } from "#domain/space/space-filters.ts";
import { meters } from "#domain/units.ts";
import { readLink, writeLink } from "#state/link-codec.ts";
import { nearPoint } from "#state/link-spaces.ts";
import { DEFAULT_VIEW } from "#state/view-store.ts";

const SERVICES: AroundWish = { bound: "least", count: 5, of: "service", reach: meters(5000) };
const FIVE = [SERVICES, SERVICES, SERVICES, SERVICES, SERVICES];

describe("a damaged link", () => {
  it("keeps the values it can read of a filter and names the others", () => {
    const { view, issues } = readLink("?v=1&status=unused.gone&country=HR");
    expect(view.filters.values.status).toEqual(["unused"]);
    expect(view.filters.values.country).toEqual(["HR"]);
    expect(issues).toHaveLength(1);
    expect(issues[0]).toMatchObject({
      code: "unreadable-value",
      place: { kind: "link", key: "status" },
      params: { found: "gone" },
    });
  });

  it("refuses a reach outside its range and keeps the default", () => {
    const { view, issues } = readLink("?v=1&reach=500000");
    expect(view.rule.reach).toBe(DEFAULT_VIEW.rule.reach);
    expect(issues.map(({ code }) => code)).toEqual(["unreadable-value"]);
  });

  it("reads a later format as far as it can, and says so", () => {
    const { view, issues } = readLink("?v=2&alone=40&orbit=3");
    expect(view.rule.alone).toBe(40);
    expect(issues.map(({ code }) => code)).toEqual(["newer-link", "unknown-key"]);
  });
});

describe("the room of spaces in a link", () => {
  it.each<[string, string, Partial<SpaceFilters>]>([
    ["s-price", "cheap", {}],
    ["s-price", "10001", {}],
    ["s-date", "2027-02-30", {}],
    ["s-area", "-", {}],
    ["s-area", "200", {}],
    ["s-near", "91/14", {}],
    ["s-near", "0", {}],
    ["s-within", "99", {}],
    ["s-country", "HR,croatia", { countries: ["HR"] }],
    ["s-around", "least-5-service-5000,many-1-x-1", { around: [SERVICES] }],
    ["s-around", Array.from({ length: 6 }, () => "least-5-service-5000").join(","), { around: FIVE }],
    ["s-stated", "yes", {}],
  ])("%s=%s keeps what can be read, and names the rest", (key, value, read) => {
    const { view, issues } = readLink(`?v=1&${key}=${value}`);
    expect(view.spaces.filters).toEqual({ ...NO_SPACE_FILTERS, ...read });
    expect(issues.map(({ code, place }) => ({ code, place }))).toEqual([
      { code: "unreadable-value", place: { kind: "link", key } },
    ]);
  });

  it("is written short, and a point to search around to about a kilometre", () => {
    const filters: SpaceFilters = {
      ...NO_SPACE_FILTERS,
      kinds: ["office"],
      areaLeast: 20,
      near: nearPoint(14.441_93, 45.326_71),
      within: meters(30_000),
      around: [SERVICES],
    };
    const view = { ...DEFAULT_VIEW, spaces: { ...DEFAULT_VIEW.spaces, filters } };
    expect(writeLink(view)).toBe(
      "?v=1&s-kind=office&s-area=20-&s-near=45.33/14.44&s-within=30000&s-around=least-5-service-5000",
    );
  });
});

describe("the programme of a link", () => {
  it("keeps what can be read and names the rest", () => {
    const { view, issues } = readLink(
      "?v=1&act=workshop,,open_day&act-in=SI,Bayern&act-from=2020-13&act-to=2020-09&acts=1",
    );
    expect(view.programme).toEqual({
      types: ["open_day", "workshop"],
      countries: ["SI"],
      from: null,
      until: "2020-09",
    });
    expect(view.activitiesMapped).toBe(false);
    expect(issues.map(({ code, place }) => [code, "key" in place && place.key])).toEqual([
      ["unreadable-value", "act"],
      ["unreadable-value", "act-in"],
      ["unreadable-value", "act-from"],
      ["unreadable-value", "acts"],
    ]);
  });
});

describe("the areas and picks of a link", () => {
  it.each([
    ["box", "15,45,14,46"],
    ["box", "14,45,15"],
    ["box", "14,45,15,96"],
    ["circle", "14,45,5"],
    ["polygon", "14,45,15,45"],
    ["polygon", "14,45,15,46,15,45,14,46"],
    ["polygon", "14,45,15,45,15"],
    ["within", ""],
    ["only", "these"],
  ])("that cannot be are named: %s=%s", (key, value) => {
    const { view, issues } = readLink(`?v=1&${key}=${value}`);
    expect(view).toEqual(DEFAULT_VIEW);
    expect(issues).toMatchObject([{ code: "unreadable-value", place: { kind: "link", key } }]);
  });

  it("take one drawn area, the first", () => {
    const { view, issues } = readLink("?v=1&box=14,45,15,46&circle=14,45,5000");
    expect(view.drawn).toEqual({ kind: "box", bounds: [14, 45, 15, 46] });
    expect(issues).toHaveLength(1);
  });

  it("keep the identifiers that can be used and name the others", () => {
    const { view, issues } = readLink("?v=1&added=a,,b&removed=b,c&shortlist=c,a,c");
    expect([view.added, view.removed, view.shortlist]).toEqual([["a", "b"], ["c"], ["c", "a"]]);
    expect(issues.map(({ params }) => "found" in params && params.found)).toEqual(["", "b"]);
  });

  it("are written in words that a person can read", () => {
    const drawn = { kind: "polygon", ring: [[14.5, 45], [15, 45], [15, 46.123_45]] } as const; // prettier-ignore
    const view = { ...DEFAULT_VIEW, drawn, added: ["hr-mill", "a,b"] as SiteId[] };
    expect(writeLink(view)).toBe("?v=1&polygon=14.5,45,15,45,15,46.12345&added=hr-mill,a%252Cb");
  });
});

describe("the link of a page inside another one", () => {
  it.each([
    ["?embed", "list"],
    ["?embed=1", "list"],
    ["?v=1&embed=map", "map"],
  ])("%s opens with: %s", (query, start) => {
    const { view, issues } = readLink(query);
    expect(view).toEqual({ ...DEFAULT_VIEW, embed: start });
    expect(issues).toEqual([]);
  });

  it.each([
    ["https://www.town.example", "https://www.town.example"],
    ["HTTP://LocalHost:8080/", "http://localhost:8080"],
    ["https://town.example:443", "https://town.example"],
    ["https://bücher.example", "https://xn--bcher-kva.example"],
  ])("takes %s as the origin of the page around", (text, origin) => {
    const { view, issues } = readLink(`?embed&embed-origin=${encodeURIComponent(text)}`);
    expect(view.embedOrigin).toBe(origin);
    expect(issues).toEqual([]);
    expect(readLink(writeLink(view)).view).toEqual(view);
  });

  it.each([
    "",
    "*",
    "null",
    "town.example",
    "//town.example",
    "https://town.example/page",
    "https://town.example/?",
    "https://town.example/#x",
    "https://name@town.example",
    "javascript:alert(1)",
    "data:text/html,x",
    "blob:https://town.example/1",
    "file:///home/page.html",
    "ftp://town.example",
  ])("names an origin that is none of the web's: %j", (found) => {
    const { view, issues } = readLink(`?embed=1&embed-origin=${encodeURIComponent(found)}`);
    expect(view).toEqual({ ...DEFAULT_VIEW, embed: "list" });
    expect(issues).toEqual([
      {
        severity: "warning",
        place: { kind: "link", key: "embed-origin" },
        code: "unreadable-value",
        params: { found, expected: "https://example.org" },
      },
    ]);
  });

  it("names a start that there is not", () => {
    const { view, issues } = readLink("?embed=sheet");
    expect(view.embed).toBeNull();
    expect(issues).toMatchObject([{ code: "unreadable-value", params: { found: "sheet", expected: "1, map" } }]);
  });
});

describe("a link", () => {
  it("takes the values of a filter with points, with commas, and of a repeated key", () => {
    for (const query of ["?country=HU.SI", "?country=HU,SI", "?country=SI&country=HU"]) {
      const { view, issues } = readLink(query);
      expect(view.filters.values.country).toEqual(["HU", "SI"]);
      expect(issues).toEqual([]);
    }
  });

  it("is written in words that a person can read", () => {
    const view = {
      ...DEFAULT_VIEW,
      filters: { ...DEFAULT_VIEW.filters, values: { ...DEFAULT_VIEW.filters.values, country: ["HR", "SI"] } },
    };
    expect(writeLink(view)).toBe("?v=1&country=HR.SI");
  });

  it("can carry text that is not well-formed", () => {
    const view = { ...DEFAULT_VIEW, filters: { ...DEFAULT_VIEW.filters, text: "a\ud800b" } };
    expect(readLink(writeLink(view)).view.filters.text).toBe("a\ufffdb");
  });
});
