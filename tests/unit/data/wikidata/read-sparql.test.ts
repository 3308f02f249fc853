import { describe, expect, it } from "vitest";
import { readSparql } from "#data/wikidata/read-sparql.ts";

const good = JSON.stringify({
  head: { vars: ["item", "page"] },
  results: { bindings: [{ item: { type: "uri", value: "Q1" } }, { item: { type: "uri", value: "Q2" }, page: null }] },
});

describe("readSparql", () => {
  it("gives the bound variables of each solution", () => {
    expect(readSparql(good)).toEqual({ ok: true, value: [{ item: "Q1" }, { item: "Q2" }] });
  });

  it.each([
    ["cut off by the limit of time", `${good.slice(0, -9)}\njava.util.concurrent.TimeoutException\n\tat`, "timed-out"],
    ["cut off", good.slice(0, -9), "malformed"],
    ["a page", "<html><body>Sign in</body></html>", "malformed"],
    ["other JSON", "[1]", "malformed"],
    ["an answer to ASK", '{"head":{},"boolean":true}', "malformed"],
  ])("tells of one that is %s", (_, text, code) => {
    expect(readSparql(text)).toMatchObject({ ok: false, failure: { code } });
  });
});
