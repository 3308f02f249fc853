import { describe, expect, it } from "vitest";
import { OverpassQuestion } from "#data/osm/ask-overpass.ts";
import { meters } from "#domain/units.ts";
import type { AskProgress } from "#domain/live/ask.ts";
import type { AskedArea } from "#domain/workspace/table.ts";
import { createFakeHost, type FakeReply } from "../../../helpers/service-host.ts";

const terms = { endpoints: ["https://one.example/api"], keys: [{ key: "shop", values: null }] };
const disc = (lon: number, lat = 45, radius = 10_000): AskedArea => ({
  kind: "disc",
  center: { lon, lat },
  radiusMeters: meters(radius),
});
const box = (west: number, south: number, east: number, north: number): AskedArea => ({
  kind: "box",
  west,
  south,
  east,
  north,
});
const node = (id: number, lon: number, lat = 45) => ({ type: "node", id, lon, lat, tags: { shop: "yes" } });
const answer = (elements: readonly object[], more: object = {}, asOf = "2026-11-20T08:00:00Z") => ({
  text: JSON.stringify({ osm3s: { timestamp_osm_base: asOf }, elements, ...more }),
});
const GAVE_UP = { remark: 'runtime error: Query timed out in "query" at line 3 after 91 seconds.' };
const never = new AbortController().signal;

async function askAll(areas: readonly AskedArea[], replyTo: (query: string, count: number) => FakeReply) {
  const host = createFakeHost(({ data = "" }, count) => replyTo(data, count));
  const question = new OverpassQuestion(areas, terms, host);
  const steps: AskProgress[] = [];
  await question.ask(never, (progress) => steps.push(progress));
  return { ...question.answer(), host, steps };
}

describe("OverpassQuestion", () => {
  it("takes what lies in the areas, each once, with the oldest date", async () => {
    const { elements, answered, failed, asOf, endpoint, host } = await askAll(
      [disc(14), disc(14.05), box(20, 45, 20.3, 45.3)],
      (_, count) =>
        count === 0
          ? answer([node(1, 14.02), node(1, 14.02), node(2, 15)])
          : answer([node(3, 20.1, 45.1)], {}, "2026-11-19T08:00:00Z"),
    );
    expect(elements.map(({ id }) => id)).toEqual([1, 3]);
    expect([answered.length, failed, asOf, endpoint]).toEqual([3, [], "2026-11-19T08:00:00Z", terms.endpoints[0]]);
    expect(host.asked).toHaveLength(2);
  });

  it("takes an empty answer for an answer", async () => {
    const { elements, answered, failed } = await askAll([disc(14)], () => answer([]));
    expect([elements, answered, failed]).toEqual([[], [disc(14)], []]);
  });

  it("asks for a disc once that another covers", async () => {
    const { answered } = await askAll([disc(14), disc(14, 45, 5000), disc(14)], () => answer([]));
    expect(answered).toEqual([disc(14)]);
  });

  it("asks for a large box in tiles and joins the answers", async () => {
    const area = box(14, 45, 15.5, 46);
    const { answered, elements, host, steps } = await askAll([area], (_, count) =>
      answer([node(count + 1, 14.1 + count / 5), node(99, 14.5, 45.5)]),
    );
    expect([answered, host.asked.length, elements.length]).toEqual([[area], 6, 7]);
    expect(steps.map(({ areasDone, areasAll }) => [areasDone, areasAll])).toEqual(
      Array.from({ length: 6 }, (_, done) => [done, 6]),
    );
  });

  it("asks for less where the service gives up in the middle, and has the area once all parts are answered", async () => {
    const { answered, failed, elements, steps } = await askAll([disc(14)], (_, count) =>
      count === 0 ? answer([node(1, 14)], GAVE_UP) : answer([node(count, 14 + count / 1000)]),
    );
    expect([answered, failed, elements.length]).toEqual([[disc(14)], [], 4]);
    expect(steps.at(-1)).toMatchObject({ areasDone: 3, areasAll: 4 });
  });

  it("asks for less where the question is too large for the service", async () => {
    const { answered, host } = await askAll([disc(14)], (_, count) => (count === 0 ? { status: 413 } : answer([])));
    expect([answered, host.asked.length]).toEqual([[disc(14)], 5]);
  });

  it("stays with the server that answered, though it is not the first", async () => {
    const endpoints = ["https://one.example/api", "https://two.example/api"];
    const host = createFakeHost((_, __, address) => (address === endpoints[0] ? { text: "<html>" } : answer([])));
    const areas = Array.from({ length: 12 }, (_, index) => disc(10 + index));
    const question = new OverpassQuestion(areas, { ...terms, endpoints }, host);
    await question.ask(never, () => undefined);
    expect(host.asked.map(({ address }) => address)).toEqual([endpoints[0], endpoints[1], endpoints[1]]);
    expect(question.answer()).toMatchObject({ failed: [], endpoint: endpoints[1] });
  });

  it("asks for half as many discs where many are too much", async () => {
    const areas = [disc(14), disc(15), disc(16), disc(17)];
    const { answered, host } = await askAll(areas, (query) =>
      (query.match(/around/g) ?? []).length > 2 ? answer([], GAVE_UP) : answer([]),
    );
    expect([answered, host.asked.length]).toEqual([areas, 3]);
  });

  it("gives an area up that is too much however small it is cut, and goes on with the others", async () => {
    const { answered, failed } = await askAll([disc(14, 45, 1500), disc(16)], (query) =>
      /around:\d+,45,16/.test(query) && !query.includes("45,14)") ? answer([]) : answer([], GAVE_UP),
    );
    expect(answered).toEqual([disc(16)]);
    expect(failed).toMatchObject([{ area: disc(14, 45, 1500), problem: { code: "remark" } }]);
  });

  it.each([
    ["malformed", { text: "<html><body>Rate limit page</body></html>" }],
    ["malformed", { text: answer([node(1, 14)]).text.slice(0, -5) }],
    ["refused", { status: 400, text: "parse error" }],
    ["busy", { status: 504 }],
    ["rate-limited", { status: 429 }],
    ["unreachable", "silent"],
  ] as const)("asks nothing further by itself once the service is %s", async (code, reply) => {
    const areas = Array.from({ length: 12 }, (_, index) => disc(10 + index));
    const { failed, answered, elements } = await askAll(areas, (_, count) =>
      count === 0 ? answer([node(1, 10)]) : reply,
    );
    expect([answered.length, elements.length]).toEqual([6, 1]);
    expect(failed.map(({ problem }) => problem.code)).toEqual(Array.from({ length: 6 }, () => code));
  });

  it("keeps what was answered when it is stopped", async () => {
    const areas = Array.from({ length: 12 }, (_, index) => disc(10 + index));
    const stop = new AbortController();
    const host = createFakeHost((_, count) => {
      if (count === 0) return answer([node(1, 10)]);
      stop.abort();
      return "slow";
    });
    const question = new OverpassQuestion(areas, terms, host);
    await expect(question.ask(stop.signal, () => undefined)).rejects.toThrow();
    const { answered, failed, elements } = question.answer();
    expect([answered.length, elements.length]).toEqual([6, 1]);
    expect(failed.map(({ problem }) => problem.code)).toEqual(Array.from({ length: 6 }, () => "stopped"));
  });
});
