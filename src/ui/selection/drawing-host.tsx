import { lazy, Suspense } from "react";
import { useDrawing } from "./drawing-state.ts";

const DrawingBar = lazy(async () => ({ default: (await import("./drawing-bar.tsx")).DrawingBar }));

/** Over the map: what to do while an area is drawn or changed. */
export function DrawingHost() {
  const drawing = useDrawing();
  if (drawing === null) return null;
  return (
    <Suspense fallback={null}>
      <DrawingBar drawing={drawing} />
    </Suspense>
  );
}
