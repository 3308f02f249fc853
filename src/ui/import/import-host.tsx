import { Suspense } from "react";
import { useAtlas } from "../shared/atlas-context.ts";
import { lazyPart } from "../shared/lazy-part.ts";
import { Waiting } from "../shared/waiting.tsx";
import { ErrorBoundary } from "../shell/error-boundary.tsx";
import { useImport, useImportOpen } from "./use-import.ts";

/** The import comes when it is first needed. */
const ImportDialog = lazyPart(async () => (await import("./import-dialog.tsx")).ImportDialog);

/** The import's place in the page; empty while nothing is opened. */
export function ImportHost() {
  const { translate } = useAtlas();
  const open = useImportOpen();
  const { phase } = useImport();
  if (!open) return null;
  return (
    <div className="import-host">
      <ErrorBoundary translate={translate} attempt={phase}>
        <Suspense fallback={<Waiting over />}>
          <ImportDialog />
        </Suspense>
      </ErrorBoundary>
    </div>
  );
}
