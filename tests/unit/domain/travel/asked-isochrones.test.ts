import { describe, expect, it } from "vitest";
import { unanswered, type PointQuestion } from "#domain/travel/asked-isochrones.ts";
import type { IsochroneId, IsochroneRow } from "#domain/travel/isochrone-row.ts";

const STOPPED = { code: "stopped", params: {} } as const;
const NO_ROAD = { code: "no-road", params: {} } as const;
const point = (siteId: string | null, lon: number) => ({ siteId, name: siteId ?? "Vaduz", lon, lat: 47 });
const question = (siteId: string | null, lon: number): PointQuestion => ({
  point: point(siteId, lon),
  minutes: [10, 20],
});

function row({ point: { siteId, lon, lat } }: PointQuestion, minutes: number): IsochroneRow {
  const id = `${siteId ?? ""}${String(minutes)}` as IsochroneId;
  const origin = { provider: null, engine: null, dataDate: null, computed: null, attribution: null };
  return { id, siteId, lon, lat, profile: "car", minutes, polygons: [], ...origin };
}

describe("what was not answered", () => {
  const [a, b, place, other] = [question("a", 1), question("b", 2), question(null, 3), question(null, 4)] as const;
  const asked = { profile: "car", questions: [a, b, place, other] } as const;

  it("and what was are all that was asked", () => {
    const rows = [row(a, 10), row(a, 20), row(place, 10)];
    const failed = [
      { ...b, minutes: [20], problem: NO_ROAD },
      { ...b, minutes: [10], problem: NO_ROAD },
    ];
    expect(unanswered(asked, { rows, failed }, STOPPED)).toEqual([
      { ...b, problem: NO_ROAD },
      { ...place, minutes: [20], problem: STOPPED },
      { ...other, problem: STOPPED },
    ]);
  });

  it("is nothing where all was answered", () => {
    const rows = asked.questions.flatMap((each) => [row(each, 10), row(each, 20)]);
    expect(unanswered(asked, { rows, failed: [] }, STOPPED)).toEqual([]);
  });
});
