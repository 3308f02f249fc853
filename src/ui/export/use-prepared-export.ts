import { useEffect, useState } from "react";
import type { ExportFormat, PreparedExport } from "../actions.ts";
import { useAtlas } from "../shared/atlas-context.ts";

/** The file of one format and one state of the page; of an earlier one nothing is offered. */
interface Attempt {
  readonly format: ExportFormat;
  readonly selection: unknown;
  readonly view: unknown;
  readonly prepared: PreparedExport | null;
}

/**
 * Writes the file anew whenever format, selection or view change by identity.
 * @param ready whether there is anything to write, and the numbers for it are there
 */
export function usePreparedExport(
  format: ExportFormat,
  ready: boolean,
  selection: unknown,
  view: unknown,
): { readonly prepared: PreparedExport | null; readonly failed: boolean } {
  const { actions } = useAtlas();
  const [attempt, setAttempt] = useState<Attempt | null>(null);
  useEffect(() => {
    if (!ready) return;
    let current = true;
    const settle = (prepared: PreparedExport | null) => {
      if (current) setAttempt({ format, selection, view, prepared });
    };
    actions.prepareExport(format).then(settle, () => {
      settle(null);
    });
    return () => {
      current = false;
    };
  }, [actions, format, ready, selection, view]);
  const holds = ready && attempt?.format === format && attempt.selection === selection && attempt.view === view;
  return { prepared: holds ? attempt.prepared : null, failed: holds && attempt.prepared === null };
}
