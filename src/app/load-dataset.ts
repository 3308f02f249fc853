import type { Dataset } from "#domain/dataset.ts";
import { foldText } from "#domain/selection/fold-text.ts";
import type { Format } from "#i18n/format.ts";
import type { Translate } from "#i18n/translate.ts";
import { failDataset, setDataset } from "#state/dataset-store.ts";
import type { Stores } from "#state/stores.ts";
import type { WorkerClient } from "#workers/client.ts";
import { requestFile } from "./requests.ts";

/** Fetches the bundled tables, lets the worker read and keep them, and puts them into the dataset store. */
export async function loadDataset(
  stores: Stores,
  worker: WorkerClient,
  translate: Translate,
  format: Format,
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
  const before = stores.dataset.getState();
  const version = before.phase === "ready" ? before.version + 1 : 1;
  const tables = await worker.call(
    "load-bundled",
    { dataset: dataset.value, places: places.value, version },
    { transfer: [dataset.value, places.value] },
  );
  setDataset(stores.dataset, tables, searchTexts(tables, translate, format));
}

/** What the text filter looks at, folded: names, town, country, industry, use. */
function searchTexts({ sites }: Dataset, translate: Translate, format: Format): readonly string[] {
  return sites.name.map((name, site) => {
    const country = sites.country[site] ?? null;
    return foldText(
      [
        name,
        sites.nameLocal[site],
        sites.municipality[site],
        country === null ? null : format.country(country),
        translate(`industry.${sites.industry[site]!}`),
        sites.currentUse[site],
      ]
        .filter((word) => word !== null && word !== undefined)
        .join(" "),
    );
  });
}
