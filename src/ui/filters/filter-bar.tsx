import type { Facet } from "#domain/selection/filters.ts";
import { AreaFilter } from "../selection/area-filter.tsx";
import { PickFilters } from "../selection/pick-filters.tsx";
import { useAtlas } from "../shared/atlas-context.ts";
import { FacetFilter } from "./facet-filter.tsx";
import "./filters.css";

/** Those asked for most often first. */
const ORDER = [
  "country",
  "status",
  "industry",
  "verdict",
  "built",
  "protection",
  "heritage",
] as const satisfies readonly Facet[];

export function FilterBar() {
  const { translate } = useAtlas();
  return (
    <div className="filter-bar" role="group" aria-label={translate("filter.title")}>
      {ORDER.map((facet) => (
        <FacetFilter key={facet} facet={facet} />
      ))}
      <AreaFilter />
      <PickFilters />
    </div>
  );
}
