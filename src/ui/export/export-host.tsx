import { Suspense, useState } from "react";
import { useAtlas } from "../shared/atlas-context.ts";
import { lazyPart } from "../shared/lazy-part.ts";
import { Waiting } from "../shared/waiting.tsx";
import { ErrorBoundary } from "../shell/error-boundary.tsx";

/** The dialog comes when it is first opened, and stays, so that closing gives the focus back. */
const ExportDialog = lazyPart(async () => (await import("./export-dialog.tsx")).ExportDialog);

export interface ExportHostProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** The export's place in the page. */
export function ExportHost({ open, onClose }: ExportHostProps) {
  const { translate } = useAtlas();
  const [wanted, setWanted] = useState(open);
  if (open && !wanted) setWanted(true);
  if (!wanted) return null;
  return (
    <ErrorBoundary translate={translate} attempt={open ? "open" : "closed"}>
      <Suspense fallback={<Waiting over />}>
        <ExportDialog open={open} onClose={onClose} />
      </Suspense>
    </ErrorBoundary>
  );
}
