import { Suspense } from "react";
import { useAtlas } from "../shared/atlas-context.ts";
import { lazyPart } from "../shared/lazy-part.ts";
import { Waiting } from "../shared/waiting.tsx";
import { ErrorBoundary } from "../shell/error-boundary.tsx";
import { useCandidates } from "./use-candidates.ts";

/** Looking for sites comes when it is first wanted. */
const CandidatesDialog = lazyPart(async () => (await import("./candidates-dialog.tsx")).CandidatesDialog);

/** The place of the window in which sites are looked for; empty while it is closed. */
export function CandidatesHost() {
  const { translate } = useAtlas();
  if (useCandidates().phase === "closed") return null;
  return (
    <ErrorBoundary translate={translate}>
      <Suspense fallback={<Waiting over />}>
        <CandidatesDialog />
      </Suspense>
    </ErrorBoundary>
  );
}
