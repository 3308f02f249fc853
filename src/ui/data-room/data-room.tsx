import type { ReactNode } from "react";
import { SECTORS } from "#domain/actor/actor.ts";
import type { CoverageArea } from "#domain/coverage/coverage.ts";
import type { DataSource, Dataset } from "#domain/dataset.ts";
import { openRoom } from "#state/view-store.ts";
import { OpenFileButton } from "../export/open-file-button.tsx";
import { useOpenFile } from "../export/use-open-file.ts";
import { useAtlas, useDerived } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import { countActors, countGaps, countSites, coverageCentre, declarations } from "./table-counts.ts";
import "./data-room.css";

/** What is loaded, where it comes from, what is missing. */
export function DataRoom() {
  const { stores, translate } = useAtlas();
  const dataset = useDerived(({ dataset: state }) => (state.phase === "ready" ? state.dataset : null));
  const { open } = useOpenFile();
  return (
    <div className="room">
      <h2 className="room-title">{translate("data.title")}</h2>
      {dataset === null ? (
        <p role="status">{translate("data.loading")}</p>
      ) : (
        <>
          <Loaded dataset={dataset} />
          <Coverage dataset={dataset} />
          <Sources sources={dataset.sources} />
          <KnownGaps dataset={dataset} />
        </>
      )}
      <Part id="data-open" title={translate("data.open")}>
        <p>{translate("data.open-how")}</p>
        <p>
          <OpenFileButton open={open} />
        </p>
      </Part>
      <p className="room-onward">
        <Button
          variant="link"
          onClick={() => {
            openRoom(stores.view, "method");
          }}
        >
          {translate("data.to-method")}
        </Button>
      </p>
    </div>
  );
}

function Loaded({ dataset }: { readonly dataset: Dataset }) {
  const { translate, format } = useAtlas();
  const sites = countSites(dataset.sites);
  const actors = countActors(dataset.actors);
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

function Coverage({ dataset }: { readonly dataset: Dataset }) {
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
      ? translate("data.disc-at", { radius, lat: shape.center.lat, lon: shape.center.lon })
      : translate("data.disc-around", { radius, place });
  }
}

function Sources({ sources }: { readonly sources: readonly DataSource[] }) {
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

function KnownGaps({ dataset }: { readonly dataset: Dataset }) {
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

/** A link that a source states; text where it is no address that a page may open. */
function Outside({ url, children }: { readonly url: string; readonly children: ReactNode }) {
  const { translate } = useAtlas();
  if (!URL.canParse(url, document.baseURI)) return children;
  const { href, protocol } = new URL(url, document.baseURI);
  if (protocol !== "http:" && protocol !== "https:") return children;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {children}
      <span aria-hidden="true"> ↗</span>
      <span className="visually-hidden"> {translate("sheet.new-tab")}</span>
    </a>
  );
}

interface PartProps {
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
}

function Part({ id, title, children }: PartProps) {
  return (
    <section className="room-part" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {children}
    </section>
  );
}

/** A table that is wider than its column scrolls by itself, by keyboard too. */
function Scroll({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="room-scroll" role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}
