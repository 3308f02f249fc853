import { Suspense, useId } from "react";
import { VERDICTS } from "#domain/rule/verdict-kind.ts";
import { REUSE_STATUSES } from "#domain/site/site.ts";
import { readColorKey } from "#domain/coloring/color-key.ts";
import { BY_STATUS, BY_VERDICT } from "#domain/coloring/site-paint.ts";
import { isMessageKey } from "#i18n/catalogs.ts";
import { setColor } from "#state/view-store.ts";
import { useAtlas, useDerived } from "../shared/atlas-context.ts";
import { lazyPart } from "../shared/lazy-part.ts";
import { SiteSymbol } from "../shared/site-symbol.tsx";

const ClassItems = lazyPart(async () => (await import("./class-items.tsx")).ClassItems);

/** What the symbols of sites tell, and the choice of what their colours do. */
export function SiteItems({ within }: { readonly within: string }) {
  const { stores, translate } = useAtlas();
  const id = useId();
  const color = useDerived(({ view }) => view.color);
  const results = useDerived((snapshot, selectors) => selectors.siteResults(snapshot));
  const indicators = Object.keys(results?.indicators ?? {}).filter((name) => isMessageKey(`indicator.${name}`));
  const isIndicator = indicators.includes(color);
  const isVerdict = color === "verdict";
  const isByClass = useDerived((snapshot, selectors) => selectors.coloring(snapshot).classes !== null);
  return (
    <>
      <div className="legend-group">
        <label className="legend-heading" htmlFor={id}>
          {translate("legend.color")}
        </label>
        <select
          id={id}
          className="legend-select"
          value={isIndicator || isVerdict ? color : "status"}
          onChange={({ target }) => {
            setColor(stores.view, readColorKey(target.value) ?? "status");
          }}
        >
          <option value="status">{translate("facet.status")}</option>
          <option value="verdict">{translate("facet.verdict")}</option>
          {indicators.map((name) => {
            const key = `indicator.${name}`;
            return (
              <option key={name} value={name}>
                {isMessageKey(key) ? translate(key) : name}
              </option>
            );
          })}
        </select>
        {results !== null && color !== "status" && !isVerdict && (
          <Suspense>
            <ClassItems />
          </Suspense>
        )}
      </div>
      <div className="legend-group">
        <h3 className="legend-heading">
          {translate(isVerdict ? "legend.verdict-color" : "legend.verdict", { reach: within })}
        </h3>
        <ul className="legend-items">
          {VERDICTS.map((verdict) => (
            <li key={verdict} className="legend-item">
              <SiteSymbol verdict={verdict} status={null} paint={isVerdict ? BY_VERDICT : BY_STATUS} size={16} />
              {translate(`verdict.${verdict}`)}
            </li>
          ))}
        </ul>
      </div>
      {!isByClass && (
        <div className="legend-group">
          <h3 className="legend-heading">{translate(isVerdict ? "legend.mark" : "legend.status")}</h3>
          <ul className="legend-items legend-columns">
            {REUSE_STATUSES.map((status) => (
              <li key={status} className="legend-item">
                <SiteSymbol verdict="together" status={status} paint={isVerdict ? BY_VERDICT : BY_STATUS} size={16} />
                {translate(`status.${status}`)}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
