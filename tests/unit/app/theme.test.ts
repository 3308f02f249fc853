import { afterEach, expect, it, vi } from "vitest";
import { controlTheme } from "#app/theme.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

it("is the choice of earlier visits, but not inside another page", () => {
  vi.stubGlobal("localStorage", { getItem: () => "dark", setItem: () => undefined });
  vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener: () => undefined }));
  const themeOf = (isKept: boolean) => {
    const root = { dataset: {} as DOMStringMap };
    controlTheme(root as HTMLElement, isKept, () => undefined);
    return root.dataset["theme"];
  };
  expect(themeOf(true)).toBe("dark");
  expect(themeOf(false)).toBe("light");
});
