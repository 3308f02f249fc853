import { useEffect } from "react";
import type { Room } from "#state/view-store.ts";
import { useAtlas, useDerived } from "../shared/atlas-context.ts";
import { nameOfSelected } from "../shared/name-of-selected.ts";

/** Rooms that speak of the selected record. */
const OF_RECORD: readonly Room[] = ["sites", "benchmark", "options"];

/** Names the window after the room, and after the record that it speaks of. */
export function usePageTitle(): void {
  const { translate } = useAtlas();
  const room = useDerived(({ view }) => view.room);
  const record = useDerived(nameOfSelected);
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
