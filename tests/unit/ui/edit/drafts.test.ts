import { describe, expect, it } from "vitest";
import type { ActorId } from "#domain/actor/actor.ts";
import { MOST } from "#domain/limits.ts";
import type { SiteId } from "#domain/site/site.ts";
import { categoriesOf, draftOfActor, EMPTY_ACTOR, readActorDraft } from "#ui/edit/actor-draft.ts";
import { draftOfSite, EMPTY_SITE, readSiteDraft } from "#ui/edit/site-draft.ts";
import { actorRow, siteRow } from "../../../helpers/loaded-table.ts";

const siteId = "a" as SiteId;
const actorId = "x" as ActorId;

describe("a draft of a record", () => {
  it("read again gives the very same site", () => {
    const row = siteRow({
      id: "a",
      nameLocal: "Mlin",
      lon: 14.123456789012345,
      lat: -0.1,
      floorAreaSquareMeters: 120.505,
      builtFromYear: -50,
      reuseStatus: "partial",
      website: "https://mill.example/a?b",
    });
    expect(readSiteDraft(draftOfSite(row), siteId).row).toEqual(row);
  });

  it("read again gives the very same actor", () => {
    const row = actorRow({ id: "x", sector: "trade", category: "wholesale", lon: 1e-7, lat: 46.1, seenYear: 2020 });
    expect(readActorDraft(draftOfActor(row), actorId).row).toEqual(row);
  });
});

describe("readSiteDraft", () => {
  it("leaves out what is not seen, and says which text is longer than is kept", () => {
    const named = { ...EMPTY_SITE, name: "Mi\u202Ell\u200B", note: "x".repeat(MOST.text) };
    expect(readSiteDraft(named, siteId).row).toMatchObject({ name: "Mill", note: named.note });
    const { row, problems } = readSiteDraft({ ...named, name: "\u200B", note: `${named.note}x` }, siteId);
    expect(row).toBeNull();
    expect([...problems]).toEqual([
      ["name", "missing"],
      ["note", "too-long"],
    ]);
  });

  it("needs a name and nothing else", () => {
    expect([...readSiteDraft(EMPTY_SITE, siteId).problems]).toEqual([["name", "missing"]]);
    expect(readSiteDraft({ ...EMPTY_SITE, name: " Mill " }, siteId).row).toEqual(siteRow({ id: "a", name: "Mill" }));
  });

  it("names each field that cannot be read", () => {
    const { row, problems } = readSiteDraft(
      {
        ...EMPTY_SITE,
        name: "Mill",
        builtFromYear: "about 1900",
        floorAreaSquareMeters: "-3",
        website: "mill.example",
        sourceUrl: "javascript:alert(1)",
        lat: "95",
        lon: "14",
      },
      siteId,
    );
    expect(row).toBeNull();
    expect(new Map(problems)).toEqual(
      new Map([
        ["lat", "not-a-latitude"],
        ["builtFromYear", "not-a-year"],
        ["floorAreaSquareMeters", "not-an-area"],
        ["website", "not-a-web-address"],
        ["sourceUrl", "not-a-web-address"],
      ]),
    );
  });

  it("asks for the other half of a point", () => {
    expect(readSiteDraft({ ...EMPTY_SITE, name: "Mill", lat: "46" }, siteId).problems.get("lon")).toBe("half-a-point");
  });

  it("takes a decimal comma", () => {
    const draft = { ...EMPTY_SITE, name: "Mill", floorAreaSquareMeters: "12,5", lat: "46,5", lon: "14,25" };
    expect(readSiteDraft(draft, siteId).row).toMatchObject({ floorAreaSquareMeters: 12.5, lat: 46.5, lon: 14.25 });
  });
});

describe("a floor area", () => {
  const read = (text: string) =>
    readSiteDraft({ ...EMPTY_SITE, name: "Mill", floorAreaSquareMeters: text }, siteId).row?.floorAreaSquareMeters;

  it.each([
    ["12.500", 12_500],
    ["5,000", 5000],
    ["1 250 000", 1_250_000],
    ["12.500,5", 12_500.5],
    ["12,500.25", 12_500.25],
    ["12’500", 12_500],
    ["0.125", 0.125],
    ["85.5", 85.5],
    ["1250.125", 1250.125],
  ])("%s is %d", (text, area) => {
    expect(read(text)).toBe(area);
  });

  it.each(["12.500.5", "1,250.000", "12.500.25"])("%s is none", (text) => {
    expect(read(text)).toBeUndefined();
  });

  it.each([12.125, 999.5, 1000, 1250.125, 0.001, null])("%d is the same when it is read again", (area) => {
    const draft = draftOfSite(siteRow({ id: "a", name: "Mill", floorAreaSquareMeters: area }));
    expect(readSiteDraft(draft, siteId).row?.floorAreaSquareMeters).toBe(area);
  });
});

describe("readActorDraft", () => {
  it("needs name, sector and point", () => {
    expect(new Map(readActorDraft(EMPTY_ACTOR, actorId).problems)).toEqual(
      new Map([
        ["lat", "no-point"],
        ["sector", "missing"],
        ["name", "missing"],
      ]),
    );
  });
});

describe("categoriesOf", () => {
  it("offers the categories of the sector alone", () => {
    expect(categoriesOf("trade")).toContain("wholesale");
    expect(categoriesOf("trade")).not.toContain("music");
    expect(categoriesOf("")).toEqual(["unknown"]);
  });
});
