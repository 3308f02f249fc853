import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createGround } from "#app/ground.ts";
import { createGroundStore } from "#state/ground-store.ts";
import type { Stores } from "#state/stores.ts";
import { WorkerGoneError } from "#workers/client.ts";

/** What the worker was asked, and how it answers. */
const asked: string[] = [];
let answer: (address: string) => Promise<unknown>;
vi.mock("#app/run-worker.ts", () => ({
  runWorker: () => ({
    client: {
      call: (_task: string, { address }: { readonly address: string }) => {
        asked.push(address);
        return answer(address);
      },
    },
    end: () => undefined,
  }),
}));

const STYLE = {
  sources: { s: { type: "geojson", data: { type: "Point", coordinates: [0, 0] } } },
  layers: [{ id: "points", type: "circle", source: "s" }],
};
const good = () => Promise.resolve({ ok: true, bytes: new TextEncoder().encode(JSON.stringify(STYLE)).buffer });
const root = { dataset: {} as Record<string, string> };
const kept = new Map<string, string>();
let themed: () => void = () => undefined;

beforeEach(() => {
  asked.length = 0;
  kept.clear();
  answer = good;
  root.dataset["theme"] = "light";
  vi.stubGlobal("document", { documentElement: root });
  vi.stubGlobal("location", { protocol: "https:" });
  vi.stubGlobal("addEventListener", () => undefined);
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
  vi.stubGlobal(
    "MutationObserver",
    class {
      constructor(callback: () => void) {
        themed = callback;
      }
      observe() {
        return undefined;
      }
    },
  );
});
afterEach(() => {
  vi.unstubAllGlobals();
});

function start() {
  const ground = createGroundStore();
  const actions = createGround({ stores: { ground } as Stores, map: () => null });
  return { ground, actions };
}

const PLAIN = { kind: "openfreemap", look: "plain" } as const;

it("follows the page into the dark, also while it is on its way", async () => {
  const { ground, actions } = start();
  answer = () => {
    root.dataset["theme"] = "dark";
    themed();
    return good();
  };
  actions.show(PLAIN);
  await vi.waitUntil(() => ground.getState().shown !== null);
  expect(asked).toEqual(["https://tiles.openfreemap.org/styles/positron", "https://tiles.openfreemap.org/styles/dark"]);
  answer = good;
  root.dataset["theme"] = "light";
  themed();
  await vi.waitUntil(() => asked.length === 3 && ground.getState().attempt === null);
  expect(asked[2]).toBe(asked[0]);
});

it("says that asking has ended where the worker has, and asks again", async () => {
  const { ground, actions } = start();
  answer = () => Promise.reject(new WorkerGoneError("gone"));
  actions.show(PLAIN);
  await vi.waitUntil(() => ground.getState().attempt?.phase === "failed");
  expect(ground.getState().attempt).toMatchObject({ failure: { host: null, problem: { code: "ended" } } });
  answer = good;
  actions.retry();
  await vi.waitUntil(() => ground.getState().shown !== null);
});

it("comes back by itself once a visit, and not after it was given up", async () => {
  const first = start();
  first.actions.show(PLAIN);
  await vi.waitUntil(() => kept.size > 0);
  asked.length = 0;
  const { ground, actions } = start();
  answer = () => new Promise(() => undefined);
  actions.showAgain();
  expect(ground.getState().attempt).toMatchObject({ phase: "preparing", isResumed: true });
  actions.cancel();
  actions.showAgain();
  expect(ground.getState().attempt).toBeNull();
  expect(asked.length).toBe(1);
});
