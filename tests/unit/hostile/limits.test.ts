import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, it } from "vitest";
import {
  FREE_UNPACKED_BYTES,
  MOST,
  MOST_BINARY_MEGABYTES,
  MOST_COLUMNS,
  MOST_JSON_MEGABYTES,
  MOST_STYLE_LAYERS,
  MOST_STYLE_MEGABYTES,
  MOST_STYLE_SOURCES,
  MOST_XML_MEGABYTES,
} from "#domain/limits.ts";

it("the README tells the limits as they are", () => {
  const readme = readFileSync(resolve(import.meta.dirname, "../../../README.md"), "utf8");
  const table = readme.slice(readme.indexOf("### How much is read"), readme.indexOf("## Minutes instead"));
  const told = (table.match(/\d[\d,]*/g) ?? []).map((text) => Number(text.replaceAll(",", "")));
  const bytes = [MOST.answer, FREE_UNPACKED_BYTES].map((each) => each / 1e6);
  const counts = Object.entries(MOST).flatMap(([name, most]) => (name === "answer" ? [] : [most]));
  const style = [MOST_STYLE_LAYERS, MOST_STYLE_MEGABYTES, MOST_STYLE_SOURCES];
  const limits = [
    ...counts,
    ...bytes,
    ...style,
    MOST_JSON_MEGABYTES,
    MOST_XML_MEGABYTES,
    MOST_BINARY_MEGABYTES,
    MOST_COLUMNS,
  ];
  expect([...new Set(told)].sort((a, b) => a - b)).toEqual([...new Set(limits)].sort((a, b) => a - b));
});
