import { useId } from "react";
import { SECTORS, type Sector } from "#domain/actor/actor.ts";
import { COVERAGE_LEVELS, type CoverageLevel } from "#domain/coverage/coverage.ts";
import type { TableSettings } from "#domain/ingest/report.ts";
import type { FilePart } from "#domain/live/file-part.ts";
import type { TableInfo, TableKind } from "#domain/workspace/table.ts";
import { fileSizeWords } from "../export/file-size.ts";
import { useAtlas, useDerived } from "../shared/atlas-context.ts";
import { SectorMark } from "../shared/sector-mark.tsx";
import { useImportActions } from "./use-import.ts";

const NOTHING_DECLARED: Readonly<Record<Sector, CoverageLevel>> = { creative: "none", trade: "none", service: "none" };
const NO_TABLES: readonly TableInfo[] = [];
const SOURCE_FIELDS = ["title", "attribution", "url", "date", "licence", "licenceUrl"] as const;

export interface TableSettingsFormProps {
  readonly kind: TableKind;
  readonly settings: TableSettings;
  /** Of a file elsewhere; `null` for a file opened here. */
  readonly part: FilePart | null;
}

/** What the user states about the table: its name, where it comes from, what it tells about, what it replaces. */
export function TableSettingsForm({ kind, settings, part }: TableSettingsFormProps) {
  const { translate } = useAtlas();
  const imports = useImportActions();
  const tables = useDerived(({ dataset }) => (dataset.phase === "ready" ? dataset.dataset.tables : NO_TABLES));
  const sameKind = tables.filter((table) => table.kind === kind && table.origin === "imported");
  const id = useId();
  const change = (changes: Partial<TableSettings>) => {
    imports.setSettings({ ...settings, ...changes });
  };
  return (
    <section className="import-part">
      <h4>{translate("import.settings")}</h4>
      <div className="import-fields import-settings">
        <TextField
          label={translate("import.settings.title")}
          value={settings.title}
          onValue={(title) => {
            change({ title });
          }}
        />
        {sameKind.length > 0 && (
          <div className="import-field">
            <label className="import-label" htmlFor={id}>
              {translate("import.settings.replaces")}
            </label>
            <select
              id={id}
              value={settings.replaces ?? ""}
              onChange={({ target: { value } }) => {
                change({ replaces: sameKind.find((table) => table.id === value)?.id ?? null });
              }}
            >
              <option value="">{translate("import.settings.replaces-none")}</option>
              {sameKind.map((table) => (
                <option key={table.id} value={table.id}>
                  {translate("import.settings.replaces-one", { title: table.title, count: table.rowCount })}
                </option>
              ))}
            </select>
          </div>
        )}
      </div>
      {part !== null && part.areas.length > 0 && <PartWords part={part} isOfActors={kind === "actors"} />}
      {kind === "actors" && (part === null || part.coverage.length === 0) && (
        <CoverageFields
          where={translate(
            part === null || part.areas.length === 0 ? "import.coverage.where" : "import.coverage.region",
          )}
          levels={settings.coverage ?? NOTHING_DECLARED}
          onLevels={(levels) => {
            change({ coverage: SECTORS.every((sector) => levels[sector] === "none") ? null : levels });
          }}
        />
      )}
      <h5>{translate("import.settings.source")}</h5>
      <p className="import-muted">{translate("import.settings.source-what")}</p>
      <div className="import-fields import-settings">
        {SOURCE_FIELDS.map((field) => (
          <TextField
            key={field}
            label={translate(`import.settings.source-${field}`)}
            value={settings.source[field] ?? ""}
            onValue={(value) => {
              change({ source: { ...settings.source, [field]: field === "date" && value === "" ? null : value } });
            }}
          />
        ))}
      </div>
    </section>
  );
}

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
}

function TextField({ label, value, onValue }: TextFieldProps) {
  const id = useId();
  return (
    <div className="import-field">
      <label className="import-label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        type="text"
        value={value}
        onChange={(event) => {
          onValue(event.target.value);
        }}
      />
    </div>
  );
}

/** What was read of the file, and what the file declares there. */
function PartWords({ part, isOfActors }: { readonly part: FilePart; readonly isOfActors: boolean }) {
  const { translate, format } = useAtlas();
  const { bytesRead, fileBytes, requests, areas, coverage } = part;
  const words = (levels: Readonly<Record<Sector, CoverageLevel>>) =>
    Object.fromEntries(SECTORS.map((sector) => [sector, translate(`coverage.${levels[sector]}.inline`)]));
  const size = fileSizeWords(bytesRead, translate, format);
  return (
    <>
      <p>
        {fileBytes === null
          ? translate("import.part.read", { areas: areas.length, size, requests })
          : translate("import.part.read-of", {
              ...{ areas: areas.length, size, requests },
              whole: fileSizeWords(fileBytes, translate, format),
            })}
      </p>
      {isOfActors &&
        coverage.map(({ id, levels }) => <p key={id}>{translate("import.part.declares", words(levels))}</p>)}
    </>
  );
}

interface CoverageFieldsProps {
  readonly where: string;
  readonly levels: Readonly<Record<Sector, CoverageLevel>>;
  readonly onLevels: (levels: Readonly<Record<Sector, CoverageLevel>>) => void;
}

function CoverageFields({ where, levels, onLevels }: CoverageFieldsProps) {
  const { translate } = useAtlas();
  const name = useId();
  return (
    <div className="import-coverage">
      <h5>{translate("import.coverage")}</h5>
      <p className="import-muted">{where}</p>
      {SECTORS.map((sector) => (
        <div
          key={sector}
          className="import-coverage-sector"
          role="radiogroup"
          aria-label={translate(`sector.${sector}`)}
        >
          <span className="import-coverage-name" aria-hidden="true">
            <SectorMark sector={sector} /> {translate(`sector.${sector}`)}
          </span>
          {COVERAGE_LEVELS.map((level) => (
            <label key={level}>
              <input
                type="radio"
                name={`${name}-${sector}`}
                checked={levels[sector] === level}
                onChange={() => {
                  onLevels({ ...levels, [sector]: level });
                }}
              />
              {translate(`coverage.${level}`)}
            </label>
          ))}
        </div>
      ))}
      <ul className="import-list import-muted">
        {COVERAGE_LEVELS.map((level) => (
          <li key={level}>
            <b>{translate(`coverage.${level}`)}</b>: {translate(`import.coverage.${level}`)}
          </li>
        ))}
      </ul>
    </div>
  );
}
