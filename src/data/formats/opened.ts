import type { Issue } from "#domain/issue.ts";
import type { RawTable } from "../ingest/raw-table.ts";
import { MOST, OverLimit, overLimit } from "#domain/limits.ts";

/** A file whose rows can be read. */
export interface OpenedTable {
  readonly table: RawTable;
  /** The sheet or layer that the rows are of, and all that the file has; empty where the format has none. */
  readonly layer: string | null;
  readonly layers: readonly string[];
  /** Of the texts, where the format leaves it open. */
  readonly encoding: string | null;
  readonly encodingCertain: boolean;
}

/** Why no row of a file can be read. */
export interface Refused {
  readonly issues: readonly Issue[];
}

/** A whole file that is refused for one reason. */
export function refuse(file: string, what: Pick<Issue, "code" | "params">): Refused {
  return { issues: [{ severity: "error", place: { kind: "file", file }, ...what } as Issue] };
}

/** What an error is that was thrown at a limit; else what it is told to be. */
export function limitOr(error: unknown, otherwise: Pick<Issue, "code" | "params">): Pick<Issue, "code" | "params"> {
  return error instanceof OverLimit ? overLimit(error.what) : otherwise;
}

/** The message of what a library has thrown. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.split("\n", 1)[0]! : String(error);
}

/** The layer that was asked for, else the first. */
export function chooseLayer(
  file: string,
  layers: readonly string[],
  asked: string | null,
): { readonly layer: string } | Refused {
  if (layers.length > MOST.layers) return refuse(file, overLimit("layers"));
  const layer = asked ?? layers[0];
  if (layer === undefined) return refuse(file, { code: "no-layer", params: {} });
  if (layers.includes(layer)) return { layer };
  return refuse(file, { code: "unknown-layer", params: { layer, layers: layers.join(", ") } });
}
