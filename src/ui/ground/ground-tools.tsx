import { Suspense, useSyncExternalStore } from "react";
import { useAtlas } from "../shared/atlas-context.ts";
import { lazyPart } from "../shared/lazy-part.ts";
import { ErrorBoundary } from "../shell/error-boundary.tsx";
import { GROUND_BUTTON, groundDialog, useGround } from "./use-ground.ts";
import "./ground-tools.css";

const GroundLine = lazyPart(async () => (await import("./ground-line.tsx")).GroundLine);

/** Over the map: the way to another basemap, and, while there is one, where it comes from. Without a map: nothing. */
export function GroundTools() {
  const { stores, actions, translate } = useAtlas();
  const hasMap = useSyncExternalStore(stores.notices.subscribe, () => stores.notices.getState().mapMissing === null);
  const { shown, attempt } = useGround();
  if (!hasMap) return null;
  const title = translate("ground.title");
  return (
    <ErrorBoundary translate={translate}>
      <button
        type="button"
        className={GROUND_BUTTON}
        aria-haspopup="dialog"
        aria-label={title}
        title={title}
        onClick={() => {
          groundDialog.open(actions, true);
        }}
      >
        <svg width={18} height={18} viewBox="0 0 18 18" aria-hidden="true" focusable="false">
          <path d="M9 2.2L16 6 9 9.8 2 6zM2.6 9.2L9 12.7l6.4-3.5M2.6 12.2L9 15.7l6.4-3.5" />
        </svg>
      </button>
      {(shown !== null || attempt?.isResumed === true) && (
        <Suspense>
          <GroundLine />
        </Suspense>
      )}
    </ErrorBoundary>
  );
}
