import { use, useSyncExternalStore } from "react";
import type { ImportState } from "#state/import-store.ts";
import { useOpenFile } from "../open/use-open-file.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import type { ImportActions } from "./import-actions.ts";

export function useImport(): ImportState {
  const { imports } = useAtlas().stores;
  return useSyncExternalStore(imports.subscribe, () => imports.getState());
}

/** Whether the import's dialog is there: to choose a file, or for an import under way. */
export function useImportOpen(): boolean {
  const { choosing } = useOpenFile();
  return useImport().phase !== "idle" || choosing;
}

/** What the steps of an import may ask; they wait for its code. */
export function useImportActions(): ImportActions {
  return use(useAtlas().actions.imports());
}
