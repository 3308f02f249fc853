import { expect, it } from "vitest";
import { readLink } from "#state/link-codec.ts";
import { createViewStore, DEFAULT_VIEW, replaceView } from "#state/view-store.ts";

it("a view from outside does not say whether the page is inside another one, nor in which language it speaks", () => {
  const framed = readLink("?v=1&embed=1&lang=de&q=mill").view;
  expect(framed.embed).not.toBeNull();
  const whole = createViewStore(DEFAULT_VIEW);
  replaceView(whole, framed);
  expect(whole.getState()).toEqual({
    ...framed,
    embed: null,
    embedOrigin: null,
    language: "en",
    isLanguageChosen: false,
  });
  const frame = createViewStore({ ...DEFAULT_VIEW, embed: "map", embedOrigin: "https://town.example" });
  replaceView(frame, { ...DEFAULT_VIEW, onlyShortlist: true });
  expect(frame.getState()).toMatchObject({ embed: "map", embedOrigin: "https://town.example", onlyShortlist: true });
});
