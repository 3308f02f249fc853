import type { TableId } from "#domain/workspace/table.ts";

/** Of a table that comes now, unlike any of before. @param from what the identifier begins with */
export function newTableId(from: "asked" | "imported"): TableId {
  return `${from}-${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}` as TableId;
}
