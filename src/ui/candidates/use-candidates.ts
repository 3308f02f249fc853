import { useSyncExternalStore } from "react";
import type { CandidatesState } from "#state/candidates-store.ts";
import { useAtlas } from "../shared/atlas-context.ts";

export function useCandidates(): CandidatesState {
  const { candidates } = useAtlas().stores;
  return useSyncExternalStore(candidates.subscribe, () => candidates.getState());
}
