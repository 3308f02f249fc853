import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { format } from "prettier";
import { describe, expect, it } from "vitest";
import { ICONS } from "#design/icons.ts";
import { ICON_SOURCES, pathOf, withoutFineDigits, writeIcons, type IconShape } from "#tooling/icons.ts";

const PACKAGE = resolve(import.meta.dirname, "../../../node_modules/lucide-react");

async function readShapes(name: string): Promise<readonly IconShape[]> {
  const icon = (await import(resolve(PACKAGE, `dist/esm/icons/${name}.mjs`))) as {
    readonly __iconData: { readonly node: readonly IconShape[] };
  };
  return icon.__iconData.node;
}

describe("the icons", () => {
  it("are those of the installed set", async () => {
    const names = Object.values(ICON_SOURCES);
    const shapes = new Map(
      await Promise.all(names.map(async (name) => [name as string, await readShapes(name)] as const)),
    );
    const { version } = JSON.parse(readFileSync(resolve(PACKAGE, "package.json"), "utf8")) as { version: string };
    const source = writeIcons((name) => shapes.get(name) ?? [], version);
    const written = readFileSync(resolve(import.meta.dirname, "../../../src/design/icons.ts"), "utf8");
    expect(written).toBe(await format(source, { parser: "typescript", printWidth: 120 }));
  });

  it("draw no line from where another one ended", () => {
    for (const path of Object.values(ICONS)) expect(path).toMatch(/^M[^m]*$/);
  });
});

describe("a shape of an icon", () => {
  it.each<[IconShape, string]>([
    [["path", { d: "m15 18-6-6 6-6" }], "M15 18l-6-6 6-6"],
    [["path", { d: "m6 6 12 12" }], "M6 6l12 12"],
    [["path", { d: "m5 12h14" }], "M5 12h14"],
    [["path", { d: "M18 6 6 18" }], "M18 6 6 18"],
    [["line", { x1: "8", x2: "16", y1: "21", y2: "20" }], "M8 21L16 20"],
    [["circle", { cx: "12", cy: "10", r: "3" }], "M9 10a3 3 0 1 0 6 0a3 3 0 1 0-6 0"],
    [["rect", { x: "2", y: "3", width: "20", height: "14" }], "M2 3h20v14h-20v-14z"],
    [
      ["rect", { x: "2", y: "3", width: "20", height: "14", rx: "2" }],
      "M4 3h16a2 2 0 0 1 2 2v10a2 2 0 0 1 -2 2h-16a2 2 0 0 1 -2 -2v-10a2 2 0 0 1 2 -2z",
    ],
  ])("%j is the path %s", (shape, path) => {
    expect(pathOf(shape)).toBe(path);
  });

  it("keeps its numbers apart where they lose digits", () => {
    expect(withoutFineDigits("M20.985 12.486a9 9 0 0 0.825-.004.803.401")).toBe("M20.98 12.49a9 9 0 0 .82-0 .8.4");
    expect(withoutFineDigits("M3.001.25l2.12 1")).toBe("M3 .25l2.12 1");
  });

  it("of a kind that is not known is not left out", () => {
    expect(() => pathOf(["text", {}])).toThrow("<text>");
  });
});
