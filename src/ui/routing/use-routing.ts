import { useSyncExternalStore } from "react";
import type { RoutingState } from "#state/routing-store.ts";
import { useAtlas } from "../shared/atlas-context.ts";

export function useRouting(): RoutingState {
  const { routing } = useAtlas().stores;
  return useSyncExternalStore(routing.subscribe, () => routing.getState());
}
