import { useMemo, useSyncExternalStore } from "react";
import { hypotheticalsOf, type ListedHypothetical } from "#domain/what-if/hypothetical.ts";
import { useAtlas } from "../shared/atlas-context.ts";

/** All that is supposed now. */
export function useHypotheticals(): readonly ListedHypothetical[] {
  const store = useAtlas().stores.workspace;
  const workspace = useSyncExternalStore(store.subscribe, () => store.getState().workspace);
  return useMemo(() => hypotheticalsOf(workspace), [workspace]);
}
