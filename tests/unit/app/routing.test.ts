import { beforeEach, describe, expect, it, vi } from "vitest";
import { createRouting } from "#app/routing.ts";
import type { FailedQuestion, IsochronesProgress, PointQuestion } from "#domain/travel/asked-isochrones.ts";
import type { IsochroneId, IsochroneRow } from "#domain/travel/isochrone-row.ts";
import { createSelectors } from "#state/selectors.ts";
import { redoStep, undoStep } from "#state/workspace-store.ts";
import { createStores } from "../../helpers/stores.ts";

/** What the worker has been asked, and the way to answer in its place. */
interface WorkerCall {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: IsochronesProgress) => void;
  readonly resolve: (answer: null) => void;
}
const worker = vi.hoisted(() => ({ calls: [] as WorkerCall[], fail: (): void => undefined }));
vi.mock("#app/sources-run.ts", () => ({
  createSourcesRun(onFailed: () => void) {
    worker.fail = onFailed;
    let task = new AbortController();
    const call = (_task: string, _asked: unknown, options: Omit<WorkerCall, "resolve">) =>
      new Promise((resolve) => {
        worker.calls.push({ ...options, resolve });
      });
    return {
      client: () => ({ call }),
      run(work: (signal: AbortSignal) => Promise<void>) {
        task.abort();
        task = new AbortController();
        void work(task.signal);
      },
      end() {
        task.abort();
      },
    };
  },
}));

beforeEach(() => {
  worker.calls.length = 0;
});

function questions(count: number): readonly PointQuestion[] {
  return Array.from({ length: count }, (_, at) => {
    const name = `s${String(at + 1)}`;
    return { point: { siteId: name, name, lon: at + 1, lat: 47 }, minutes: [20] };
  });
}

function rowOf({ point: { siteId, lon, lat } }: PointQuestion, engine = "first"): IsochroneRow {
  const id = `${siteId ?? ""}-car-20` as IsochroneId;
  const origin = {
    provider: "Valhalla",
    engine,
    dataDate: null,
    computed: "2026-11-21T00:00:00Z",
    attribution: "ODbL",
  };
  return { id, siteId, lon, lat, profile: "car", minutes: 20, polygons: [], ...origin };
}

function setUp() {
  const stores = createStores();
  const page = new EventTarget();
  const routing = createRouting({ stores, selectors: createSelectors(), translate: (key) => key }, page);
  /** Whether the browser would ask before it leaves. */
  const isHeld = () => !page.dispatchEvent(new Event("beforeunload", { cancelable: true }));
  /** By site, who computed it; one text for each table of the workspace. */
  const tables = () =>
    stores.workspace
      .getState()
      .workspace.tables.map((table) =>
        (table.records as readonly IsochroneRow[])
          .map(({ siteId, engine }) => `${siteId ?? ""} ${engine ?? ""}`)
          .join(),
      );
  const counts = () => stores.workspace.getState().workspace.tables.map(({ info }) => info.rowCount);
  const steps = () => stores.workspace.getState().undoable.length;
  const ask = (asked: readonly PointQuestion[]) => {
    routing.ask("valhalla", { profile: "car", questions: asked });
    const call = worker.calls.at(-1)!;
    let pointsDone = 0;
    const tell = (rows: readonly IsochroneRow[], failed: readonly FailedQuestion[] = []) => {
      pointsDone += rows.length + failed.length;
      const pointsAll = asked.length;
      call.onProgress({ rows, failed, pointsDone, pointsAll, host: "x.example", waitSeconds: null, secondsLeft: 1 });
    };
    return { call, tell };
  };
  return { stores, routing, isHeld, tables, counts, steps, ask };
}

describe("asking a routing server", () => {
  it("loads every 25 points what was answered, and all of it is one step", async () => {
    const { stores, isHeld, counts, steps, ask } = setUp();
    expect(isHeld()).toBe(false);
    const asked = questions(60);
    const { call, tell } = ask(asked);
    expect(isHeld()).toBe(true);
    const seen = asked.map((question) => {
      tell([rowOf(question)]);
      return counts()[0] ?? 0;
    });
    expect([...new Set(seen)]).toEqual([0, 25, 50]);
    expect([seen.indexOf(25), seen.indexOf(50)]).toEqual([24, 49]);
    expect(steps()).toBe(0);

    call.resolve(null);
    await expect.poll(() => stores.routing.getState().phase).toBe("done");
    expect([counts(), steps(), isHeld()]).toEqual([[60], 1, false]);
    undoStep(stores.workspace);
    expect(counts()).toEqual([]);
    redoStep(stores.workspace);
    expect(counts()).toEqual([60]);
  });

  it("takes the place of what was asked before, and undone gives it back as it was", async () => {
    const { stores, tables, steps, ask } = setUp();
    const first = ask(questions(2));
    first.tell(questions(2).map((question) => rowOf(question)));
    first.call.resolve(null);
    await expect.poll(() => stores.routing.getState().phase).toBe("done");
    const before = stores.workspace.getState().workspace.tables;

    const again = ask(questions(30).slice(1));
    for (const question of questions(30).slice(1)) again.tell([rowOf(question, "second")]);
    expect(tables()).toHaveLength(1);
    expect(tables()[0]).toMatch(/^s1 first,s2 second,.*,s26 second$/);
    again.call.resolve(null);
    await expect.poll(() => steps()).toBe(2);
    expect(tables()[0]).toMatch(/^s1 first,s2 second,.*,s30 second$/);
    undoStep(stores.workspace);
    expect(stores.workspace.getState().workspace.tables).toEqual(before);
  });

  it("makes one table of it also where the step before is undone while it asks", () => {
    const { stores, routing, tables, ask } = setUp();
    for (const [from, to] of [
      [0, 1],
      [1, 2],
    ]) {
      const { tell } = ask(questions(2).slice(from, to));
      for (const question of questions(2).slice(from, to)) tell([rowOf(question)]);
      routing.cancel();
    }
    expect(tables()).toEqual(["s1 first,s2 first"]);
    const { tell } = ask(questions(30).slice(2));
    for (const question of questions(30).slice(2)) tell([rowOf(question)]);
    undoStep(stores.workspace);
    routing.cancel();
    expect(tables()).toHaveLength(1);
    expect(tables()[0]).toMatch(/^s1 first,s3 first,.*,s30 first$/);
  });

  it("is stopped by closing, which tells what came and what did not, and only then closes", () => {
    const { stores, routing, isHeld, tables, ask } = setUp();
    const { call, tell } = ask(questions(3));
    tell([rowOf(questions(3)[0]!)]);
    routing.close();
    expect(call.signal.aborted).toBe(true);
    expect(isHeld()).toBe(false);
    expect(tables()).toEqual(["s1 first"]);
    const state = stores.routing.getState();
    expect(state).toMatchObject({ phase: "done", outcome: { count: 1, ended: "stopped" } });
    expect(state.phase === "done" && state.outcome.failed.map(({ point }) => point.name)).toEqual(["s2", "s3"]);
    routing.close();
    expect(stores.routing.getState().phase).toBe("closed");
  });

  it("keeps what was answered where the worker dies, and lets the page be left again", () => {
    const { stores, isHeld, counts, steps, ask } = setUp();
    const { tell } = ask(questions(40));
    for (const question of questions(40).slice(0, 30)) tell([rowOf(question)]);
    expect(counts()).toEqual([25]);
    worker.fail();
    expect(stores.routing.getState()).toMatchObject({ outcome: { count: 30, ended: "unexpectedly" } });
    expect([counts(), steps(), isHeld()]).toEqual([[30], 1, false]);
  });

  it("loads nothing where nothing was answered", () => {
    const { routing, counts, steps, ask } = setUp();
    const { tell } = ask(questions(30));
    const problem = { code: "no-road", params: {} } as const;
    for (const question of questions(30)) tell([], [{ ...question, problem }]);
    routing.cancel();
    expect([counts(), steps()]).toEqual([[], 0]);
  });
});
