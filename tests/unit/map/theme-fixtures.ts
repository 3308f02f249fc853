import { readFileSync } from "node:fs";
import path from "node:path";
import { createMapTheme, type MapTheme } from "#map/theme.ts";

/** The theme as `tokens.css` writes it; dark falls back to light where it repeats nothing. */
export function themeFromTokens(name: "light" | "dark"): MapTheme {
  const css = readFileSync(path.resolve(import.meta.dirname, "../../../src/design/tokens.css"), "utf8");
  const [light = "", dark = ""] = css.split(':root[data-theme="dark"]');
  const values = readProperties(light);
  if (name === "dark") for (const [property, value] of readProperties(dark)) values.set(property, value);
  return createMapTheme((property) => {
    const value = values.get(property) ?? "";
    const [, other] = /^var\((--[\w-]+)\)$/.exec(value) ?? [];
    return other === undefined ? value : (values.get(other) ?? "");
  });
}

function readProperties(css: string): Map<string, string> {
  return new Map(Array.from(css.matchAll(/(--[\w-]+):\s*([^;]+);/g), ([, property, value]) => [property!, value!]));
}
