import { useSyncExternalStore } from "react";
import type { LiveState } from "#state/live-store.ts";
import { useAtlas } from "../shared/atlas-context.ts";

export function useLive(): LiveState {
  const { live } = useAtlas().stores;
  return useSyncExternalStore(live.subscribe, () => live.getState());
}
