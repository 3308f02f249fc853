import { describe, expect, it } from "vitest";
import type { AskProgress } from "#domain/live/ask.ts";
import { askWikidata } from "#data/wikidata/ask-wikidata.ts";
import { PAGE_SIZE, type AskedBox } from "#data/wikidata/sites-query.ts";
import { createFakeHost, type FakeReply } from "../../../helpers/service-host.ts";

const endpoint = "https://one.example/sparql";
const box: AskedBox = { kind: "box", west: 14, south: 46, east: 14.5, north: 46.4 };
const elsewhere: AskedBox = { kind: "box", west: 18, south: 46, east: 18.5, north: 46.4 };
const results = (count: number, from = 0) => ({
  text: JSON.stringify({
    results: {
      bindings: Array.from({ length: count }, (_, index) => ({ item: { type: "uri", value: String(from + index) } })),
    },
  }),
});
const TIMEOUT = { status: 500, text: "java.util.concurrent.TimeoutException\n\tat java.util" };
const cornerOf = (query: string) => Number(/cornerSouthWest "Point\((\S+) /.exec(query)?.[1]);

async function askAll(boxes: readonly AskedBox[], replyTo: (query: string, count: number) => FakeReply) {
  const host = createFakeHost(({ query = "" }, count) => replyTo(query, count));
  const steps: AskProgress[] = [];
  const terms = { endpoints: [endpoint], language: "sl" };
  const answer = await askWikidata(boxes, terms, host, new AbortController().signal, (step) => steps.push(step));
  return { ...answer, host, steps };
}

describe("askWikidata", () => {
  it("asks for labels in the language of the page first", async () => {
    const { host, rows, answered } = await askAll([box], () => results(2));
    expect(host.asked[0]?.form["query"]).toContain('wikibase:language "sl,en,');
    expect([rows.length, answered]).toEqual([2, [box]]);
  });

  it("turns the page until one is not full", async () => {
    const { rows, host } = await askAll([box], (_, count) => results(count === 0 ? PAGE_SIZE : 3, count * PAGE_SIZE));
    expect(host.asked.map(({ form }) => /OFFSET (\d+)/.exec(form["query"] ?? "")?.[1])).toEqual(["0", "500"]);
    expect(new Set(rows.map(({ item }) => item)).size).toBe(PAGE_SIZE + 3);
  });

  it("asks in parts for what takes too long, and joins them", async () => {
    const { rows, answered, failed, host, steps } = await askAll([box], (_, count) =>
      count === 0 ? TIMEOUT : results(1, count),
    );
    expect(host.asked).toHaveLength(5);
    expect([rows.length, answered, failed]).toEqual([4, [box], []]);
    expect(steps.at(-1)).toMatchObject({ areasDone: 3, areasAll: 4 });
  });

  it("tells of a box that is too much however small, and keeps the others", async () => {
    const { rows, answered, failed } = await askAll([box, elsewhere], (query) =>
      cornerOf(query) < 16 ? TIMEOUT : results(1),
    );
    expect([rows.length, answered]).toEqual([1, [elsewhere]]);
    expect(failed).toMatchObject([{ area: box, problem: { code: "timed-out" } }]);
  });

  it("counts no part of a box whose other part failed", async () => {
    const { rows, answered, failed } = await askAll([box], (_, count) =>
      count === 0 ? TIMEOUT : count === 1 ? results(1) : { status: 403, text: "banned" },
    );
    expect([rows, answered, failed.length]).toEqual([[], [], 1]);
  });

  it("stops asking once the signal has fired", async () => {
    const controller = new AbortController();
    const host = createFakeHost(() => {
      controller.abort();
      return results(1);
    });
    const asked = askWikidata(
      [box, elsewhere],
      { endpoints: [endpoint], language: "en" },
      host,
      controller.signal,
      () => undefined,
    );
    await expect(asked).rejects.toMatchObject({ name: "AbortError" });
    expect(host.asked).toHaveLength(1);
  });
});
