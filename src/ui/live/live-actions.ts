import type { AskedArea, TableInfo } from "#domain/workspace/table.ts";

/** Where actors are asked for: around the record of the sheet, around each selected site, in the visible map, or again. */
export const ASK_SCOPES = ["record", "selection", "view", "again"] as const;
export type AskScope = (typeof ASK_SCOPES)[number];

/** What the user may ask of other hosts. How it stands is in the live store. */
export interface LiveActions {
  /** What ground a scope means now; empty where there is none. */
  areasOf(scope: AskScope): readonly AskedArea[];
  /** Asks for actors; what was asked before is given up. */
  ask(areas: readonly AskedArea[]): void;
  /** Asks for the areas that failed; what was answered stays. */
  askFailed(): void;
  /** Gives up asking. */
  cancel(): void;
  /** Takes the answer over as a table, with what was asked before; can be undone. */
  load(leaveOutRepeats: boolean): void;
  close(): void;
  /** Addresses of the service, asked in turn. */
  endpoints(): readonly string[];
  /** An empty list brings the usual ones back. */
  setEndpoints(endpoints: readonly string[]): void;
  /** Actors of this source that are loaded; `null` where none are. */
  loaded(): TableInfo | null;
}
