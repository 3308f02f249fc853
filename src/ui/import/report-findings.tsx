import { useId, useMemo, useState, type ReactNode } from "react";
import type { Point } from "#domain/geo/points.ts";
import type { IssueCount, ReadSummary } from "#domain/ingest/report.ts";
import type { IssueCode, Severity } from "#domain/issue.ts";
import { issueName } from "#i18n/describe-issue.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import { Icon } from "../shared/icon.tsx";
import { createReportPages, type ReportFilter } from "./report-pages.ts";
import { ReportTable } from "./report-table.tsx";
import { useImportActions } from "./use-import.ts";

const MOST_CHIPS = 10;
const EVERYTHING: ReportFilter = { severity: null, code: null, column: null, sort: "row", descending: false };

export interface ReportFindingsProps {
  readonly summary: ReadSummary;
  readonly showPoint: (point: Point) => void;
}

/** Everything found in the rows: counted by code and column, filtered, sorted, and led back to the cell. */
export function ReportFindings({ summary, showPoint }: ReportFindingsProps) {
  const { translate } = useAtlas();
  const imports = useImportActions();
  const [filter, setFilter] = useState(EVERYTHING);
  const [all, setAll] = useState(false);
  const pages = useMemo(() => createReportPages(filter, (query) => imports.reportPage(query)), [imports, filter]);
  const { issueCounts, issuesListed } = summary;
  const found = issueCounts.reduce((sum, { count }) => sum + count, 0);
  const codes = [...new Set(issueCounts.map(({ code }) => code))];
  const columns = [...new Set(issueCounts.flatMap(({ column }) => (column === null ? [] : [column])))];
  const change = (changes: Partial<ReportFilter>) => {
    setFilter((before) => ({ ...before, ...changes }));
  };
  if (found === 0) {
    return (
      <section className="import-part">
        <h4>{translate("import.findings")}</h4>
        <p className="import-note">
          <Icon name="check" size={14} />
          {translate("import.findings.none")}
        </p>
      </section>
    );
  }
  const ordered = [...issueCounts].sort(
    (a, b) => Number(b.severity === "error") - Number(a.severity === "error") || b.count - a.count,
  );
  const filtered = filter.severity !== null || filter.code !== null || filter.column !== null;
  return (
    <section className="import-part">
      <h4>{translate("import.findings")}</h4>
      {issuesListed < found && (
        <p className="import-muted">{translate("import.findings.listed", { listed: issuesListed, found })}</p>
      )}
      <div className="import-chips" role="group" aria-label={translate("import.findings.by-code")}>
        {(all ? ordered : ordered.slice(0, MOST_CHIPS)).map((item) => (
          <CountChip
            key={`${item.code} ${item.severity} ${item.column ?? ""}`}
            item={item}
            pressed={filter.code === item.code && filter.column === item.column}
            onPress={(pressed) => {
              change(pressed ? { code: item.code, column: item.column, severity: null } : { code: null, column: null });
            }}
          />
        ))}
        {!all && ordered.length > MOST_CHIPS && (
          <Button
            variant="link"
            onClick={() => {
              setAll(true);
            }}
          >
            {translate("import.findings.all-codes", { count: ordered.length })}
          </Button>
        )}
      </div>
      <div className="import-fields">
        <FilterSelect
          label={translate("import.findings.outcome")}
          value={filter.severity ?? ""}
          onValue={(value) => {
            change({ severity: SEVERITIES.find((severity) => severity === value) ?? null });
          }}
        >
          {SEVERITIES.map((severity) => (
            <option key={severity} value={severity}>
              {translate(`import.findings.severity-${severity}`)}
            </option>
          ))}
        </FilterSelect>
        <FilterSelect
          label={translate("import.findings.code")}
          value={filter.code ?? ""}
          onValue={(value) => {
            change({ code: codes.find((code) => code === value) ?? null });
          }}
        >
          {codes.map((code: IssueCode) => (
            <option key={code} value={code}>
              {issueName(code, translate)}
            </option>
          ))}
        </FilterSelect>
        <FilterSelect
          label={translate("import.findings.column")}
          value={filter.column ?? ""}
          onValue={(value) => {
            change({ column: value === "" ? null : value });
          }}
        >
          {columns.map((column) => (
            <option key={column} value={column}>
              {column}
            </option>
          ))}
        </FilterSelect>
        {filtered && (
          <Button
            variant="link"
            onClick={() => {
              change({ severity: null, code: null, column: null });
            }}
          >
            {translate("import.findings.clear")}
          </Button>
        )}
      </div>
      <ReportTable
        key={`${filter.severity ?? ""} ${filter.code ?? ""} ${filter.column ?? ""} ${filter.sort} ${String(filter.descending)}`}
        pages={pages}
        filter={filter}
        onSort={(sort) => {
          change({ sort, descending: filter.sort === sort && !filter.descending });
        }}
        showPoint={showPoint}
      />
    </section>
  );
}

const SEVERITIES: readonly Severity[] = ["error", "warning"];

interface CountChipProps {
  readonly item: IssueCount;
  readonly pressed: boolean;
  readonly onPress: (pressed: boolean) => void;
}

function CountChip({ item, pressed, onPress }: CountChipProps) {
  const { translate, format } = useAtlas();
  return (
    <button
      type="button"
      className="import-chip"
      data-severity={item.severity}
      aria-pressed={pressed}
      onClick={() => {
        onPress(!pressed);
      }}
    >
      <Icon name={item.severity === "error" ? "close" : "warning"} size={12} />
      <span>
        <span className="visually-hidden">{translate(`issue-severity.${item.severity}`)} </span>
        {issueName(item.code, translate)}
        {item.column !== null && <span className="import-muted"> · {item.column}</span>}
      </span>
      <b>{format.number(item.count)}</b>
    </button>
  );
}

interface FilterSelectProps {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly children: ReactNode;
}

function FilterSelect({ label, value, onValue, children }: FilterSelectProps) {
  const { translate } = useAtlas();
  const id = useId();
  return (
    <div className="import-field">
      <label className="import-label" htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        value={value}
        onChange={(event) => {
          onValue(event.target.value);
        }}
      >
        <option value="">{translate("import.findings.all")}</option>
        {children}
      </select>
    </div>
  );
}
