import { readdirSync, readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";

const ROOT = resolve(import.meta.dirname, "../../..");
const README = readFileSync(resolve(ROOT, "README.md"), "utf8");
const FILES = readdirSync(resolve(ROOT, "screenshots")).map((name) => `screenshots/${name}`);

describe("the pictures of the README", () => {
  test("are the files that are there, each with words for those who do not see it", () => {
    const images = [...README.matchAll(/<img src="([^"]+)"[^>]* alt="([^"]{20,})"/g)];
    const shown = images.map(([, file]) => file);
    const dark = [...README.matchAll(/prefers-color-scheme: dark\)" srcset="([^"]+)"/g)].map(([, file]) => file);
    expect(images).toHaveLength(README.match(/<img /g)?.length ?? 0);
    expect(dark).toEqual(shown.map((file) => file?.replace("-light", "-dark")));
    expect([...shown, ...dark].sort()).toEqual(FILES.sort());
  });

  test("are small: all of them as much as two megabytes at most", () => {
    const sizes = FILES.map((file) => statSync(resolve(ROOT, file)).size);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(2_300_000);
  });
});
