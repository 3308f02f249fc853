import { Suspense, useState, type ReactNode } from "react";
import { useAtlas } from "../shared/atlas-context.ts";
import { Waiting } from "../shared/waiting.tsx";
import { ErrorBoundary } from "../shell/error-boundary.tsx";

export interface DialogHostProps {
  readonly open: boolean;
  /** A part that is loaded on demand. */
  readonly children: ReactNode;
}

/** The place of a dialog that comes when it is first opened, and stays, so that closing gives the focus back. */
export function DialogHost({ open, children }: DialogHostProps) {
  const { translate } = useAtlas();
  const [wanted, setWanted] = useState(open);
  if (open && !wanted) setWanted(true);
  if (!wanted) return null;
  return (
    <ErrorBoundary translate={translate} attempt={open ? "open" : "closed"}>
      <Suspense fallback={<Waiting over />}>{children}</Suspense>
    </ErrorBoundary>
  );
}
