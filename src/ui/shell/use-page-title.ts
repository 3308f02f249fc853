import { useEffect } from "react";
import type { Room } from "#state/view-store.ts";
import { useAtlas, useDerived } from "../shared/atlas-context.ts";

/** Rooms that speak of the selected record. */
const OF_RECORD: readonly Room[] = ["sites", "benchmark", "options"];

/** Names the window after the room, and after the record that it speaks of. */
export function usePageTitle(): void {
  const { translate } = useAtlas();
  const room = useDerived(({ view }) => view.room);
  const record = useDerived((snapshot, selectors) => {
    const { dataset, result, view } = snapshot;
    if (view.selected?.kind === "place") return result.catchment?.place?.name ?? null;
    const site = selectors.selectedSite(snapshot);
    return dataset.phase !== "ready" || site === null ? null : (dataset.dataset.sites.name[site] ?? null);
  });
  const roomName = translate(`shell.room.${room}`);
  const part =
    record === null || !OF_RECORD.includes(room)
      ? roomName
      : room === "sites"
        ? record
        : translate("shell.title.record", { room: roomName, record });
  const title = translate("shell.title", { part });
  useEffect(() => {
    document.title = title;
  }, [title]);
}
