import { useSyncExternalStore } from "react";
import { SECTORS } from "#domain/actor/actor.ts";
import type { Dataset } from "#domain/dataset.ts";
import type { Asked, TableInfo, TableKind } from "#domain/workspace/table.ts";
import { openRoom, setActivitiesMapped } from "#state/view-store.ts";
import { inALine } from "#i18n/in-a-line.ts";
import { fileSizeWords } from "../export/file-size.ts";
import { hostOf } from "../live/host-words.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import { Tag } from "../shared/tag.tsx";
import { IsochroneLinks } from "./isochrone-links.tsx";
import { Outside, Part } from "./room-parts.tsx";

/** The kinds that the map draws, areas once one is chosen, activities once they are wanted. */
const MAPPED: readonly TableKind[] = ["sites", "actors", "areas", "activities"];

/** All loaded tables, what each holds and declares, and where it is kept. */
export function TableList({ dataset, version }: { readonly dataset: Dataset; readonly version: number }) {
  const { translate } = useAtlas();
  return (
    <Part id="data-tables" title={translate("data.tables")}>
      {dataset.tables.length === 0 ? (
        <p>{translate("data.tables-none")}</p>
      ) : (
        <ul className="room-tables">
          {dataset.tables.map((info) => (
            <TableEntry key={info.id} info={info} />
          ))}
        </ul>
      )}
      {dataset.isochrones.count > 0 && <IsochroneLinks version={version} />}
    </Part>
  );
}

function TableEntry({ info }: { readonly info: TableInfo }) {
  const { stores, actions, translate, format } = useAtlas();
  const imported = info.origin !== "bundled";
  const day = format.date(info.loadedAt.slice(0, 10));
  const facts = [
    translate("data.table.rows", { count: info.rowCount }),
    info.rowsRejected > 0 ? translate("data.table.rejected", { count: info.rowsRejected }) : null,
    info.rowsMerged > 0 ? translate("data.table.merged", { count: info.rowsMerged }) : null,
    info.origin === "hypothetical"
      ? null
      : info.asked === undefined
        ? fileSizeWords(info.sizeBytes, translate, format)
        : askedWords(info.asked),
    translate(imported ? "data.table.loaded" : "data.table.changed", { when: day }),
  ];
  return (
    <li className="room-entry">
      <div className="room-entry-words">
        <p className="room-entry-head">
          <span className="room-entry-title">{info.title}</span>
          <Tag>{translate(`table-kind.${info.kind}`)}</Tag>
          <span className="room-muted">{translate(`data.table.${info.origin}`)}</span>
        </p>
        <p>{inALine(facts)}</p>
        {info.origin !== "hypothetical" && <SourceLine info={info} />}
        {info.kind === "actors" && (
          <p className="room-muted">
            {translate("data.table.declares")}: {declared(info)}
          </p>
        )}
        {imported && <KeptLine info={info} />}
      </div>
      <div className="room-ways">
        {info.rowCount > 0 && MAPPED.includes(info.kind) && (
          <Button
            variant="link"
            aria-label={translate("data.table.show-name", { title: info.title })}
            onClick={() => {
              openRoom(stores.view, "sites");
              if (info.kind === "activities") setActivitiesMapped(stores.view, true);
              actions.showTableOnMap(info.id);
            }}
          >
            {translate("data.table.show")}
          </Button>
        )}
        {info.asked?.service === "file" && <ReadAgain info={info} address={info.asked.endpoint} />}
        {imported && (
          <Button
            variant="link"
            aria-label={translate("data.table.remove-name", { title: info.title })}
            onClick={() => {
              actions.removeTable(info.id);
            }}
          >
            {translate("data.table.remove")}
          </Button>
        )}
      </div>
    </li>
  );

  function askedWords({ service, endpoint, areas }: Asked): string {
    if (service === "routing") return translate("data.table.asked-routing", { host: hostOf(endpoint) });
    return translate("data.table.asked", { host: hostOf(endpoint), count: areas.length });
  }

  function declared({ coverage, asked }: TableInfo): string {
    const [only] = coverage;
    if (only === undefined) return translate("data.table.declares-nothing");
    if (coverage.length > 1) return translate("data.table.declares-many", { count: coverage.length });
    const words = SECTORS.map((sector) => [sector, translate(`coverage.${only.levels[sector]}.inline`)]);
    const key = asked === undefined ? "data.table.declares-one" : "data.table.declares-region";
    return translate(key, Object.fromEntries(words) as Record<string, string>);
  }
}

/** Reads the same regions of a file on the web again; the host is named on the button. */
function ReadAgain({ info, address }: { readonly info: TableInfo; readonly address: string }) {
  const { actions, translate } = useAtlas();
  return (
    <Button
      variant="link"
      aria-label={translate("data.table.read-again-name", { title: info.title, host: hostOf(address) })}
      onClick={() => {
        void actions.imports().then((imports) => {
          imports.openAddress({ address, areas: [] });
        });
      }}
    >
      {translate("data.table.read-again", { host: hostOf(address) })}
    </Button>
  );
}

function SourceLine({ info: { source } }: { readonly info: TableInfo }) {
  const { translate, format } = useAtlas();
  if (source.title === "" && source.url === "") {
    return <p className="room-muted">{translate("data.table.no-source")}</p>;
  }
  return (
    <p className="room-muted">
      {translate("data.table.source")}:{" "}
      <Outside url={source.url}>{source.title === "" ? source.url : source.title}</Outside>
      {source.licence !== "" && (
        <>
          {", "}
          <Outside url={source.licenceUrl}>{source.licence}</Outside>
        </>
      )}
      {", "}
      {source.date === null ? translate("data.undated") : format.date(source.date)}
    </p>
  );
}

function KeptLine({ info }: { readonly info: TableInfo }) {
  const { stores, translate } = useAtlas();
  const { kept, saving, phase } = useSyncExternalStore(stores.storage.subscribe, () => stores.storage.getState());
  if (kept.has(info.id)) return <p className="room-muted">{translate("data.table.kept")}</p>;
  if (saving || phase === "opening") return <p className="room-muted">{translate("data.table.keeping")}</p>;
  return <p className="room-warning">{translate("data.table.not-kept")}</p>;
}
