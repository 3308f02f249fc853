import { Suspense } from "react";
import { useAtlas } from "../shared/atlas-context.ts";
import { lazyPart } from "../shared/lazy-part.ts";
import { Waiting } from "../shared/waiting.tsx";
import { ErrorBoundary } from "../shell/error-boundary.tsx";
import { useLive } from "./use-live.ts";

/** Asking other hosts comes when it is first wanted. */
const LiveDialog = lazyPart(async () => (await import("./live-dialog.tsx")).LiveDialog);

/** The place of the dialog that asks for actors; empty while it is closed. */
export function LiveHost() {
  const { translate } = useAtlas();
  const { phase } = useLive();
  if (phase === "closed") return null;
  return (
    <ErrorBoundary translate={translate} attempt={phase}>
      <Suspense fallback={<Waiting over />}>
        <LiveDialog />
      </Suspense>
    </ErrorBoundary>
  );
}
