import type { Dataset } from "../dataset.ts";
import type { TableInfo } from "../workspace/table.ts";

/** The table that an activity of the dataset comes from; `null` for a position that is none. */
export function tableOfActivity({ tables }: Pick<Dataset, "tables">, index: number): TableInfo | null {
  let first = 0;
  for (const info of tables) {
    if (info.kind !== "activities") continue;
    if (index >= first && index < first + info.rowCount) return info;
    first += info.rowCount;
  }
  return null;
}
