import { SECTORS } from "#domain/actor/actor.ts";
import type { CoverageArea } from "#domain/coverage/coverage.ts";
import type { Dataset } from "#domain/dataset.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { Part, Scroll } from "./room-parts.tsx";
import { coverageCentre, declarations } from "./table-counts.ts";

/** What the tables declare about how much of each sector they hold, and where. */
export function CoveragePart({ dataset }: { readonly dataset: Dataset }) {
  const { translate, format } = useAtlas();
  return (
    <Part id="data-coverage" title={translate("data.coverage")}>
      <p>{translate("data.coverage-what")}</p>
      {declarations(dataset.coverage).map(({ source, date, areas }) => (
        <Scroll key={`${source} ${date ?? ""}`} label={source}>
          <table className="room-table room-table-words">
            <caption>
              {translate("data.coverage-table", {
                source,
                date: date === null ? translate("data.undated") : format.date(date),
              })}
            </caption>
            <thead>
              <tr>
                <th scope="col">{translate("data.area")}</th>
                {SECTORS.map((sector) => (
                  <th key={sector} scope="col">
                    {translate(`sector.${sector}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {areas.map((area) => (
                <tr key={area.id}>
                  <th scope="row">{areaWords(area)}</th>
                  {SECTORS.map((sector) => (
                    <td key={sector}>{translate(`coverage.${area.levels[sector]}.inline`)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      ))}
      <p>{translate("data.coverage-elsewhere")}</p>
    </Part>
  );

  function areaWords(area: CoverageArea): string {
    const { shape } = area;
    if (shape.kind === "everywhere") return translate("data.everywhere");
    if (shape.kind === "polygon") return translate("data.polygon", { id: area.id });
    const radius = format.distance(shape.radiusMeters);
    const place = coverageCentre(area, dataset.sites);
    return place === null
      ? translate("data.disc-at", {
          radius,
          lat: format.number(shape.center.lat, 5),
          lon: format.number(shape.center.lon, 5),
        })
      : translate("data.disc-around", { radius, place });
  }
}
