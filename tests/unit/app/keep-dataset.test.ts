import { expect, it, vi } from "vitest";
import { putConcept } from "#domain/options/own-concepts.ts";
import { putSites } from "#domain/workspace/make-changes.ts";
import type { Change } from "#domain/workspace/workspace.ts";
import { doStep } from "#state/workspace-store.ts";
import { keepDataset } from "#app/keep-dataset.ts";
import { nextTask } from "#app/pause.ts";
import type { WorkerClient } from "#workers/client.ts";
import type { AnalysisTasks } from "#workers/protocol.ts";
import { MILL_OF_SOUNDS } from "../../helpers/concept.ts";
import { siteRow, siteTableOf } from "../../helpers/loaded-table.ts";
import { createStores } from "../../helpers/stores.ts";
import { spokenIn } from "../../helpers/words.ts";

it("a record that is edited makes a new version of the dataset, a reuse concept does not", async () => {
  const stores = createStores();
  const call = vi.fn(() => Promise.resolve(null));
  const worker = { call } as unknown as WorkerClient<AnalysisTasks>;
  const keeper = keepDataset(stores, worker, spokenIn("en"));
  const version = () => {
    const state = stores.dataset.getState();
    return state.phase === "ready" ? state.version : 0;
  };
  const step = (changes: readonly Change[]) => {
    doStep(stores.workspace, { changes, label: "", params: {} });
  };
  const tables = [siteTableOf([siteRow({ id: "mill" })])];
  keeper.publish({ version: "1", date: "2026-11-21", sources: [], tables });
  await vi.waitFor(() => {
    expect(version()).toBe(1);
  });

  const calls = call.mock.calls.length;
  step([putConcept(stores.workspace.getState().workspace, [], MILL_OF_SOUNDS)]);
  // As long as a rebuild takes that nothing calls off.
  for (let turn = 0; turn < 20; turn++) await nextTask();
  expect(call.mock.calls.length).toBe(calls);
  step(putSites(stores.workspace.getState().workspace, [siteRow({ id: "mill", name: "Old mill" })]));
  await vi.waitFor(() => {
    expect(version()).toBe(2);
  });
  // The isochrones are as they were, and not sent again.
  expect(call.mock.calls.length).toBe(2 * calls - 1);
});
