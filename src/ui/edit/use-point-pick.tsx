import { useEffect, useState, type ReactNode } from "react";
import { flushSync } from "react-dom";
import type { Point } from "#domain/geo/points.ts";
import { openRoom } from "#state/view-store.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import "./edit-form.css";

export interface PointPick {
  /** The map is being asked: the window has to be folded away. */
  readonly isPicking: boolean;
  /** Shows the map and asks it; then the room of before. `null` where it was given up. */
  readonly pick: () => Promise<Point | null>;
  /** What stands in place of the window meanwhile. */
  readonly notice: ReactNode;
}

/** Asks the map for a point in the middle of a form; Escape gives up, as does a button. */
export function usePointPick(): PointPick {
  const { actions, stores, translate } = useAtlas();
  const [picking, setPicking] = useState<AbortController | null>(null);
  useEffect(() => {
    if (picking === null) return undefined;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      event.stopPropagation();
      picking.abort();
    };
    window.addEventListener("keydown", onKeyDown, { capture: true });
    return () => {
      window.removeEventListener("keydown", onKeyDown, { capture: true });
    };
  }, [picking]);
  return {
    isPicking: picking !== null,
    async pick() {
      const { room } = stores.view.getState();
      const controller = new AbortController();
      // The window has to be gone: the map behind it takes no focus.
      flushSync(() => {
        setPicking(controller);
        openRoom(stores.view, "sites");
      });
      const point = await actions.pickPoint(controller.signal);
      openRoom(stores.view, room);
      setPicking(null);
      return point;
    },
    notice: picking !== null && (
      <div className="edit-picking">
        <p role="status">{translate("edit.picking")}</p>
        <Button
          onClick={() => {
            picking.abort();
          }}
        >
          {translate("edit.picking-cancel")}
        </Button>
      </div>
    ),
  };
}
