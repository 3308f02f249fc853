import { useMemo } from "react";
import { SECTORS } from "#domain/actor/actor.ts";
import type { Dataset } from "#domain/dataset.ts";
import type { Format } from "#i18n/format.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { Part, Scroll } from "./room-parts.tsx";
import { countActors, countSites } from "./table-counts.ts";

/** How much is loaded, by country. */
export function CountryTables({ dataset }: { readonly dataset: Dataset }) {
  const { language, translate, format } = useAtlas();
  const byName = useMemo(() => compareNames(language, format), [language, format]);
  const sites = countSites(dataset.sites).toSorted(byName);
  const actors = countActors(dataset.actors).toSorted(byName);
  const mapped = sites.reduce((sum, row) => sum + row.mapped, 0);
  const country = (code: string | null) => (code === null ? translate("country.unknown") : format.country(code));
  const sum = (select: (row: (typeof actors)[number]) => number) =>
    actors.reduce((total, row) => total + select(row), 0);
  return (
    <Part id="data-loaded" title={translate("data.loaded")}>
      <p>
        {translate("data.loaded-sum", {
          sites: dataset.sites.count,
          mapped,
          without: dataset.sites.count - mapped,
          actors: dataset.actors.count,
        })}
      </p>
      <p>
        {translate("data.others", {
          spaces: dataset.spaces.length,
          activities: dataset.activities.length,
          areas: dataset.areas.length,
        })}
      </p>
      <p className="room-muted">
        {translate("data.version", { version: dataset.version, date: format.date(dataset.date) })}
      </p>
      <Scroll label={translate("data.sites-table")}>
        <table className="room-table">
          <caption>{translate("data.sites-table")}</caption>
          <thead>
            <tr>
              <th scope="col">{translate("data.country")}</th>
              <th scope="col">{translate("data.sites")}</th>
              <th scope="col">{translate("data.mapped")}</th>
              <th scope="col">{translate("data.not-mapped")}</th>
            </tr>
          </thead>
          <tbody>
            {sites.map((row) => (
              <tr key={row.country}>
                <th scope="row">{country(row.country)}</th>
                <td>{format.number(row.sites)}</td>
                <td>{format.number(row.mapped)}</td>
                <td>{format.number(row.sites - row.mapped)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{translate("data.all")}</th>
              <td>{format.number(dataset.sites.count)}</td>
              <td>{format.number(mapped)}</td>
              <td>{format.number(dataset.sites.count - mapped)}</td>
            </tr>
          </tfoot>
        </table>
      </Scroll>
      <Scroll label={translate("data.actors-table")}>
        <table className="room-table">
          <caption>{translate("data.actors-table")}</caption>
          <thead>
            <tr>
              <th scope="col">{translate("data.country")}</th>
              {SECTORS.map((sector) => (
                <th key={sector} scope="col">
                  {translate(`sector.${sector}`)}
                </th>
              ))}
              <th scope="col">{translate("data.all")}</th>
            </tr>
          </thead>
          <tbody>
            {actors.map((row) => (
              <tr key={row.country}>
                <th scope="row">{country(row.country)}</th>
                {SECTORS.map((sector) => (
                  <td key={sector}>{format.number(row.sectors[sector])}</td>
                ))}
                <td>{format.number(row.total)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{translate("data.all")}</th>
              {SECTORS.map((sector) => (
                <td key={sector}>{format.number(sum((row) => row.sectors[sector]))}</td>
              ))}
              <td>{format.number(dataset.actors.count)}</td>
            </tr>
          </tfoot>
        </table>
      </Scroll>
    </Part>
  );
}

/** Countries as the page names them, what has none last. */
function compareNames(language: string, format: Format) {
  const { compare } = new Intl.Collator(language);
  return (a: { readonly country: string | null }, b: { readonly country: string | null }) =>
    a.country === null || b.country === null
      ? Number(a.country === null) - Number(b.country === null)
      : compare(format.country(a.country), format.country(b.country));
}
