import { CandidatesHost } from "../candidates/candidates-host.tsx";
import { EditHost } from "../edit/edit-host.tsx";
import { GroundHost } from "../ground/ground-host.tsx";
import { ImportHost } from "../import/import-host.tsx";
import { LiveHost } from "../live/live-host.tsx";
import { DropTarget } from "../open/drop-target.tsx";
import { PaperHost } from "../paper/paper-host.tsx";
import { RoutingHost } from "../routing/routing-host.tsx";
import { WhatIfHost } from "../what-if/what-if-host.tsx";
import { UndoNotice } from "../selection/undo-notice.tsx";

/** What opens over the page: forms, dialogs, notices of what was done, and the place to drop a file. */
export function Overlays() {
  return (
    <>
      <EditHost />
      <UndoNotice />
      <DropTarget />
      <ImportHost />
      <LiveHost />
      <CandidatesHost />
      <RoutingHost />
      <GroundHost />
      <PaperHost />
      <WhatIfHost />
    </>
  );
}
