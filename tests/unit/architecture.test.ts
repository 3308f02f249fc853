import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = resolve(import.meta.dirname, "../..");
const page = readFileSync(resolve(ROOT, "src/ARCHITECTURE.md"), "utf8");
const layers = createRequire(import.meta.url)("../static/layer-table.cjs") as Record<
  string,
  { readonly folders: readonly string[]; readonly packages: readonly string[] }
>;

const code = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(", ");

describe("the architecture page", () => {
  it("tells the layers as they are enforced", () => {
    const rows = Object.entries(layers).map(
      ([name, { folders, packages }]) => `| \`${name}\` | ${code(folders) || "nothing"} | ${code(packages)} |`,
    );
    expect(page).toContain(rows.join("\n"));
  });

  it("names only files and folders that exist", () => {
    const named = [...page.matchAll(/`((?:[a-z-]+\/)+[a-z-]*(?:\.[a-z]+)?)`/g)].map(([, path = ""]) => path);
    expect(named.length).toBeGreaterThan(20);
    const bases = ["", "src/", "src/domain/"];
    const missing = named.filter((path) => !bases.some((base) => existsSync(resolve(ROOT, base + path))));
    expect(missing).toEqual([]);
  });
});
