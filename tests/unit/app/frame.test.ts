import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { talkToParent } from "#app/frame.ts";
import { writeLink } from "#state/link-codec.ts";
import { setDataset } from "#state/dataset-store.ts";
import { setResults } from "#state/result-store.ts";
import { createSelectors } from "#state/selectors.ts";
import { restoreView, selectRecord, setCamera, setText, type View } from "#state/view-store.ts";
import type { SiteId } from "#domain/site/site.ts";
import { actorTable } from "../../helpers/actor-table.ts";
import { datasetOf } from "../../helpers/dataset.ts";
import { siteTable } from "../../helpers/site-table.ts";
import { createStores } from "../../helpers/stores.ts";

const TOWN = "https://town.example";
const SITES = siteTable([
  { id: "mill", name: "Mill", lon: 14, lat: 46 },
  { id: "shaft", name: "Shaft" },
]);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A page inside another one, of which is seen what it is told, and to whom. */
function setUp(view: Partial<View> = { embed: "list", embedOrigin: TOWN }) {
  const stores = createStores();
  restoreView(stores.view, view);
  const posted: { readonly message: unknown; readonly to: string }[] = [];
  const parent = { postMessage: (message: unknown, to: string) => posted.push({ message, to }) };
  const own = Object.assign(new EventTarget(), { parent }) as unknown as Window;
  const shown: (readonly number[])[] = [];
  const undo = talkToParent(
    stores,
    createSelectors(),
    {
      currentLink: (change) => `https://atlas.example/${writeLink({ ...stores.view.getState(), ...change })}`,
      showOnMap: (lon, lat) => shown.push([lon, lat]),
    },
    own,
  );
  const ready = () => {
    setDataset(stores.dataset, datasetOf(SITES, actorTable([])), ["mill", "shaft"]);
    setResults(stores.result, { pending: false });
  };
  const say = (data: unknown, origin = TOWN, source: unknown = parent) => {
    own.dispatchEvent(Object.assign(new Event("message"), { data, origin, source }));
  };
  return { stores, posted, shown, undo, ready, say };
}

const select = (id: unknown) => ({ type: "refresh-atlas:select", version: 1, id });

describe("the page around is told", () => {
  it("what is selected, once it is known, by its origin alone", () => {
    const { posted, ready } = setUp();
    vi.runAllTimers();
    expect(posted).toEqual([]);
    ready();
    vi.runAllTimers();
    expect(posted).toEqual([
      {
        message: {
          type: "refresh-atlas:selection",
          version: 1,
          site: null,
          sites: { count: 2, ids: ["mill", "shaft"] },
          link: "https://atlas.example/",
        },
        to: TOWN,
      },
    ]);
  });

  it("once after changes that follow each other, with a link to the whole page", () => {
    const { stores, posted, ready } = setUp();
    ready();
    vi.runAllTimers();
    setText(stores.view, "m");
    setResults(stores.result, { pending: true });
    setText(stores.view, "mil");
    vi.runAllTimers();
    expect(posted).toHaveLength(1);
    selectRecord(stores.view, { kind: "site", id: "mill" as SiteId });
    setResults(stores.result, { pending: false });
    vi.runAllTimers();
    expect(posted).toHaveLength(2);
    expect(posted[1]?.message).toMatchObject({
      site: { id: "mill", name: "Mill" },
      sites: { count: 1, ids: ["mill"] },
      link: "https://atlas.example/?v=1&q=mil&site=mill",
    });
  });

  it("nothing where the map alone was moved, or nothing was changed in the end", () => {
    const { stores, posted, ready } = setUp();
    ready();
    vi.runAllTimers();
    setCamera(stores.view, { lon: 1, lat: 2, zoom: 3 });
    vi.runAllTimers();
    setText(stores.view, "m");
    setText(stores.view, "");
    vi.runAllTimers();
    expect(posted).toHaveLength(1);
  });

  it("nothing where the link states no origin, and hears nothing", () => {
    const { stores, posted, ready, say } = setUp({ embed: "list" });
    ready();
    vi.runAllTimers();
    say(select("mill"));
    expect(posted).toEqual([]);
    expect(stores.view.getState().selected).toBeNull();
  });

  it("nothing any more once that is undone", () => {
    const { stores, posted, ready, say, undo } = setUp();
    ready();
    vi.runAllTimers();
    undo();
    setText(stores.view, "m");
    say(select("mill"));
    vi.runAllTimers();
    expect(posted).toHaveLength(1);
    expect(stores.view.getState().selected).toBeNull();
  });
});

describe("the page around", () => {
  it("opens a site, moves the map to it, and closes it", () => {
    const { stores, shown, ready, say } = setUp();
    ready();
    vi.runAllTimers();
    say(select("mill"));
    expect(stores.view.getState().selected).toEqual({ kind: "site", id: "mill" });
    expect(shown).toEqual([[14, 46]]);
    say(select("shaft"));
    expect(stores.view.getState().selected).toEqual({ kind: "site", id: "shaft" });
    say(select(null));
    expect(stores.view.getState().selected).toBeNull();
    expect(shown).toHaveLength(1);
  });

  it("is not heard from another origin, from another window, before the first message, or for a site that is not there", () => {
    const { stores, ready, say } = setUp();
    ready();
    say(select("mill"));
    vi.runAllTimers();
    say(select("mill"), "https://town.example.evil");
    say(select("mill"), "null");
    say(select("mill"), TOWN, {});
    say(select("castle"));
    say({ ...select("mill"), version: 2 });
    expect(stores.view.getState().selected).toBeNull();
  });
});
