import { Suspense } from "react";
import { useDrawing } from "./drawing-state.ts";
import { lazyPart } from "../shared/lazy-part.ts";

const DrawingBar = lazyPart(async () => (await import("./drawing-bar.tsx")).DrawingBar);

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
