import type { ImportState } from "#state/import-store.ts";

/** The stations of an import as the step line names them. */
export const IMPORT_STEPS = ["file", "columns", "report", "loaded"] as const;
export type ImportStep = (typeof IMPORT_STEPS)[number];

export function stepOf(phase: ImportState["phase"]): ImportStep {
  switch (phase) {
    case "idle":
    case "opening":
    case "fetching":
    case "not-fetched":
    case "unreadable":
    case "failed":
      return "file";
    case "mapping":
      return "columns";
    case "reading":
    case "report":
      return "report";
    case "loading":
    case "loaded":
      return "loaded";
  }
}

/** Whether something would be lost by giving the import up: it is asked about first. */
export function holdsWork({ phase }: ImportState): boolean {
  return phase === "mapping" || phase === "reading" || phase === "report";
}

/** The import while its columns are being given their meaning. */
export type MappingState = Extract<ImportState, { readonly phase: "mapping" }>;
