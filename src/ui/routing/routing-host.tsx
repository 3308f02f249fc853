import { Suspense } from "react";
import { useAtlas } from "../shared/atlas-context.ts";
import { lazyPart } from "../shared/lazy-part.ts";
import { Waiting } from "../shared/waiting.tsx";
import { ErrorBoundary } from "../shell/error-boundary.tsx";
import { useRouting } from "./use-routing.ts";

/** Asking routing servers comes when it is first wanted. */
const RoutingDialog = lazyPart(async () => (await import("./routing-dialog.tsx")).RoutingDialog);

/** The place of the window that asks routing servers; empty while it is closed. */
export function RoutingHost() {
  const { translate } = useAtlas();
  if (useRouting().phase === "closed") return null;
  return (
    <ErrorBoundary translate={translate}>
      <Suspense fallback={<Waiting over />}>
        <RoutingDialog />
      </Suspense>
    </ErrorBoundary>
  );
}
