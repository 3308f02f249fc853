import { Suspense } from "react";
import { useAtlas } from "../shared/atlas-context.ts";
import { lazyPart } from "../shared/lazy-part.ts";
import { Waiting } from "../shared/waiting.tsx";
import { ErrorBoundary } from "../shell/error-boundary.tsx";
import { usePrinted } from "./paper-state.ts";

/** The preview comes when something is first printed. */
const PaperPreview = lazyPart(async () => (await import("./paper-preview.tsx")).PaperPreview);

/** The place of what is being made ready for print. */
export function PaperHost() {
  const { translate } = useAtlas();
  const printed = usePrinted();
  if (printed === null) return null;
  return (
    <ErrorBoundary translate={translate} attempt={printed.kind}>
      <Suspense fallback={<Waiting over />}>
        <PaperPreview printed={printed} />
      </Suspense>
    </ErrorBoundary>
  );
}
