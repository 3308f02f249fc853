import { failDataset } from "#state/dataset-store.ts";
import type { Stores } from "#state/stores.ts";
import { WorkerGoneError, type WorkerClient } from "#workers/client.ts";
import type { AnalysisTasks } from "#workers/protocol.ts";
import type { DatasetKeeper } from "./keep-dataset.ts";
import { requestFile } from "./requests.ts";

/** Fetches the bundled tables, lets the worker read them, and publishes them. */
export async function loadDataset(
  stores: Stores,
  worker: WorkerClient<AnalysisTasks>,
  keeper: DatasetKeeper,
): Promise<void> {
  const [dataset, places] = await Promise.all([
    requestFile("generated/dataset.json"),
    requestFile("generated/places.bin"),
  ]);
  for (const file of [dataset, places]) {
    if (!file.ok) {
      failDataset(stores.dataset, file.failure.code);
      return;
    }
  }
  if (!dataset.ok || !places.ok) return;
  try {
    const transfer = [dataset.value, places.value];
    keeper.publish(await worker.call("load-bundled", { dataset: dataset.value, places: places.value }, { transfer }));
  } catch (error) {
    if (error instanceof WorkerGoneError) return;
    failDataset(stores.dataset, "worker");
    throw error;
  }
}
