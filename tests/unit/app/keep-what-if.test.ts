import { expect, it, vi } from "vitest";
import { hypotheticalsOf } from "#domain/what-if/hypothetical.ts";
import { createTranslate } from "#i18n/translate.ts";
import { setWhatIf } from "#state/view-store.ts";
import { undoStep } from "#state/workspace-store.ts";
import { removeAllHypotheticals, suppose } from "#ui/what-if/what-if-steps.ts";
import { keepWhatIf } from "#app/keep-what-if.ts";
import { createStores } from "../../helpers/stores.ts";

const translate = createTranslate("en");
const TEXT = "service.gastronomy,6,14.2,46.05,SI";
const POINT = { lon: 14.2, lat: 46.05 };
const ACTORS = {
  kind: "actors",
  sector: "service",
  category: "gastronomy",
  count: 6,
  point: POINT,
  country: "SI",
} as const;

const countOf = ({ workspace }: ReturnType<typeof createStores>) =>
  hypotheticalsOf(workspace.getState().workspace).length;

it("the link carries what is supposed as it is added, removed and undone", async () => {
  const stores = createStores();
  keepWhatIf(stores, translate, Promise.resolve());
  const expectCarried = (text: string | null) =>
    vi.waitFor(() => {
      expect(stores.view.getState().whatIf).toBe(text);
    });
  suppose(stores.workspace, [ACTORS], translate);
  await expectCarried(TEXT);
  removeAllHypotheticals(stores.workspace);
  await expectCarried(null);
  undoStep(stores.workspace);
  await expectCarried(TEXT);
  // As going back in the browser does.
  setWhatIf(stores.view, null);
  await expectCarried(TEXT);
});

it("what comes with a link is added once what was kept is there, and never twice", async () => {
  const stores = createStores();
  setWhatIf(stores.view, `${TEXT}~site,14.2,46.05,,New mill~nonsense`);
  let tellKept: () => void = () => undefined;
  keepWhatIf(
    stores,
    translate,
    new Promise<void>((resolve) => {
      tellKept = resolve;
    }),
  );
  suppose(stores.workspace, [ACTORS], translate);
  tellKept();
  await vi.waitFor(() => {
    expect(stores.view.getState().whatIf).toBe(`${TEXT}~site,14.2,46.05,,New mill`);
  });
  expect(countOf(stores)).toBe(2);
  expect(stores.notices.getState().linkIssues).toMatchObject([
    { code: "unreadable-value", params: { found: "nonsense" } },
  ]);
});
