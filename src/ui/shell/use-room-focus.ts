import { useEffect, useRef } from "react";
import type { Room } from "#state/view-store.ts";

/** The room beside the map that is open. */
export const ROOM_ID = "room";

/**
 * Moves the focus to the room that is opened, as to a page, so that the keyboard goes on there and a screen reader says its
 * name; back at the map and the list to the list, where the focus was in the room that was left.
 */
export function useRoomFocus(room: Room): void {
  const before = useRef(room);
  useEffect(() => {
    if (before.current === room) return;
    before.current = room;
    const active = document.activeElement;
    if (room !== "sites") document.getElementById(ROOM_ID)?.focus({ preventScroll: true });
    else if (active === null || active === document.body)
      document.getElementById("list")?.focus({ preventScroll: true });
  }, [room]);
}
