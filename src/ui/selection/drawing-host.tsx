import { lazy, Suspense } from "react";
import { useDrawing } from "./drawing-state.ts";
import { UndoNotice } from "./undo-notice.tsx";

const DrawingBar = lazy(async () => ({ default: (await import("./drawing-bar.tsx")).DrawingBar }));

/** Over the map: what to do while an area is drawn or changed. */
export function DrawingHost() {
  const drawing = useDrawing();
  return (
    <>
      {drawing !== null && (
        <Suspense fallback={null}>
          <DrawingBar drawing={drawing} />
        </Suspense>
      )}
      <UndoNotice />
    </>
  );
}
