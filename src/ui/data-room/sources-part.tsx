import type { DataSource } from "#domain/data-source.ts";
import type { Dataset } from "#domain/dataset.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { Outside, Part } from "./room-parts.tsx";
import { countGaps } from "./table-counts.ts";

/** Every source with its licence and date. */
export function Sources({ sources }: { readonly sources: readonly DataSource[] }) {
  const { translate, format } = useAtlas();
  return (
    <Part id="data-sources" title={translate("data.sources")}>
      <ul className="room-sources">
        {sources.map((source) => (
          <li key={source.id}>
            <p className="room-source-title">
              <Outside url={source.url}>{source.title}</Outside>
            </p>
            <p>
              <Outside url={source.licenceUrl}>{source.licence}</Outside>
              <span className="room-muted">
                {" · "}
                {source.date === null ? translate("data.undated") : format.date(source.date)}
              </span>
            </p>
            <p className="room-muted">{source.attribution}</p>
          </li>
        ))}
      </ul>
    </Part>
  );
}

/** What the tables are known to lack. */
export function KnownGaps({ dataset }: { readonly dataset: Dataset }) {
  const { translate } = useAtlas();
  const gaps = countGaps(dataset);
  return (
    <Part id="data-gaps" title={translate("data.gaps")}>
      <ul className="room-list">
        <li>{translate("data.gap-points", { without: gaps.sitesWithoutPoint, town: gaps.sitesAtTown })}</li>
        <li>{translate("data.gap-status", { count: gaps.sitesWithoutStatusYear, sites: dataset.sites.count })}</li>
        <li>{translate("data.gap-actor-points", { count: gaps.actorsAtTown, actors: dataset.actors.count })}</li>
        <li>{translate("data.gap-actor-years", { unstated: gaps.actorsWithoutYear, old: gaps.actorsSeenLongAgo })}</li>
        <li>{translate("data.gap-trade")}</li>
        <li>{translate("data.gap-water")}</li>
        <li>{translate("data.gap-residents")}</li>
      </ul>
    </Part>
  );
}
