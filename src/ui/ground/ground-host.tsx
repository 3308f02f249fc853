import { Suspense } from "react";
import { useAtlas } from "../shared/atlas-context.ts";
import { lazyPart } from "../shared/lazy-part.ts";
import { ErrorBoundary } from "../shell/error-boundary.tsx";
import { groundDialog } from "./use-ground.ts";

const GroundDialog = lazyPart(async () => (await import("./ground-dialog.tsx")).GroundDialog);

/** The place of the window that chooses the basemap; empty while it is closed. */
export function GroundHost() {
  const { translate } = useAtlas();
  if (groundDialog.useOpened() === null) return null;
  return (
    <ErrorBoundary translate={translate}>
      <Suspense fallback={null}>
        <GroundDialog />
      </Suspense>
    </ErrorBoundary>
  );
}
