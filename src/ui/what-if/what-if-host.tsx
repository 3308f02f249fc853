import { Suspense } from "react";
import { useAtlas } from "../shared/atlas-context.ts";
import { lazyPart } from "../shared/lazy-part.ts";
import { Waiting } from "../shared/waiting.tsx";
import { ErrorBoundary } from "../shell/error-boundary.tsx";
import { useOpenedWhatIf } from "./what-if-state.ts";

/** Supposing comes when it is first wanted. */
const WhatIfDialog = lazyPart(async () => (await import("./what-if-dialog.tsx")).WhatIfDialog);

/** The place of the dialog of what is supposed; empty while it is closed. */
export function WhatIfHost() {
  const { translate } = useAtlas();
  const opened = useOpenedWhatIf();
  if (opened === null) return null;
  return (
    <ErrorBoundary translate={translate} attempt="what-if">
      <Suspense fallback={<Waiting over />}>
        <WhatIfDialog opened={opened} />
      </Suspense>
    </ErrorBoundary>
  );
}
