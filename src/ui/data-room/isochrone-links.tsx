import { useEffect, useState } from "react";
import type { LinkCounts } from "#domain/travel/link-isochrones.ts";
import { useAtlas } from "../shared/atlas-context.ts";

/** How many of the loaded isochrones are of a site, and why others are of none; empty until that is known. */
export function IsochroneLinks({ version }: { readonly version: number }) {
  const { actions, translate } = useAtlas();
  const [counts, setCounts] = useState<LinkCounts | null>(null);
  useEffect(() => {
    const asking = new AbortController();
    actions.countIsochroneLinks(version, asking.signal).then(
      (found) => {
        if (!asking.signal.aborted) setCounts(found);
      },
      () => {
        // That the worker has ended is told by the notices.
      },
    );
    return () => {
      asking.abort();
    };
  }, [actions, version]);
  if (counts === null) return null;
  const { linked, noSite, severalSites } = counts;
  return (
    <p>
      {translate("data.isochrones.linked", { count: linked })}
      {noSite > 0 && ` ${translate("data.isochrones.no-site", { count: noSite })}`}
      {severalSites > 0 && ` ${translate("data.isochrones.several-sites", { count: severalSites })}`}
    </p>
  );
}
