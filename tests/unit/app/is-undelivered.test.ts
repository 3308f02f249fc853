import { expect, test } from "vitest";
import { isUndelivered } from "#app/is-undelivered.ts";

test.each([
  "Failed to fetch dynamically imported module: https://example.org/a.js",
  "error loading dynamically imported module: https://example.org/a.js",
  "Importing a module script failed.",
  "Unable to preload CSS for /assets/a.css",
])("“%s” is a script that did not arrive", (message) => {
  expect(isUndelivered(new TypeError(message))).toBe(true);
});

test.each([new TypeError("x is undefined"), "dynamically imported module", undefined])("%s is none", (raised) => {
  expect(isUndelivered(raised)).toBe(false);
});
