import { Suspense, useEffect, useSyncExternalStore } from "react";
import { useAtlas, useDerived } from "../shared/atlas-context.ts";
import { lazyPart } from "../shared/lazy-part.ts";
import { keep, readKept } from "../shared/use-remembered.ts";
import { openGuide, useGuide } from "./guide-state.ts";

const GuideCard = lazyPart(async () => (await import("./guide-card.tsx")).GuideCard, ["rooms"], "silent");

/**
 * The place of the guide. It opens by itself once: where the page is opened without a link and without anything to go on
 * with, and only where the browser keeps that it was shown.
 */
export function GuideHost() {
  const { actions, stores } = useAtlas();
  const guide = useGuide();
  const isNewcomer = useSyncExternalStore(stores.notices.subscribe, () => stores.notices.getState().newcomer);
  const isThere = useDerived(({ dataset, result }) => dataset.phase === "ready" && !result.pending);
  const isDue = isNewcomer && isThere;

  useEffect(() => {
    if (!isDue || readKept("guide") !== null) return;
    const { room, selected } = stores.view.getState();
    // Who is at work already is not held up, and asked no later either.
    if (keep("guide", "shown") && room === "sites" && selected === null) openGuide(actions, { isAsked: false });
  }, [isDue, actions, stores]);

  if (guide === null) return null;
  return (
    <Suspense>
      <GuideCard isAsked={guide.isAsked} />
    </Suspense>
  );
}
