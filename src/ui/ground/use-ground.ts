import { useSyncExternalStore } from "react";
import type { GroundFailure, GroundState, WantedBasemap } from "#state/ground-store.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { openedState } from "../shared/opened-state.ts";

export function useGround(): GroundState {
  const { ground } = useAtlas().stores;
  return useSyncExternalStore(ground.subscribe, () => ground.getState());
}

/** The way to another basemap, which is there as long as the map: what has gone leaves the focus to it. */
export const GROUND_BUTTON = "ground-button";

/** Whether the window of the basemap is open. */
export const groundDialog = openedState<true>();

/** Says where a basemap comes from: the words of a key for a file, or of another for hosts. */
export function useOriginWords(): (
  wanted: WantedBasemap,
  hosts: readonly string[],
  keys: { readonly file: "ground.from-file" | "ground.opening-file"; readonly hosts: "ground.from" | "ground.coming" },
) => string {
  const { translate } = useAtlas();
  return (wanted, hosts, keys) =>
    wanted.kind === "file"
      ? translate(keys.file, { name: wanted.file.name })
      : translate(keys.hosts, { hosts: hosts.join(", ") });
}

export function useFailureWords(): (failure: GroundFailure) => string {
  const { translate } = useAtlas();
  return ({ host, problem }) => translate(`ground.problem.${problem.code}`, { host: host ?? "", ...problem.params });
}
