import { useId } from "react";
import type { Mapping } from "#domain/ingest/mapping.ts";
import type { OpenedSource, Preview, PreviewCell, PreviewRow } from "#domain/ingest/report.ts";
import type { Issue } from "#domain/issue.ts";
import { describeIssue } from "#i18n/describe-issue.ts";
import { fieldValueWords, fieldWords } from "#i18n/field-words.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { Icon } from "../shared/icon.tsx";
import { IssueList } from "../shared/issue-list.tsx";
import { cellText } from "./cell-text.ts";
import { hasOutline, isCoordinate, OUTLINE } from "./mapping-fields.ts";
import { placeColumn } from "./place-column.ts";

export interface PreviewTableProps {
  readonly opened: OpenedSource;
  readonly mapping: Mapping;
  readonly preview: Preview | null;
}

/** The first rows as they would read: what was found, and what it becomes. */
export function PreviewTable({ opened, mapping, preview }: PreviewTableProps) {
  const { translate } = useAtlas();
  const id = useId();
  const rows = preview?.rows ?? [];
  const fields = shownFields(rows, mapping);
  const found = rows.flatMap(({ issues }) => issues);
  return (
    <section className="import-part" aria-busy={preview === null}>
      <h4 id={id}>{translate("import.preview", { count: rows.length })}</h4>
      {preview !== null && preview.issues.length > 0 && (
        <div className="import-callout" data-severity="error">
          <IssueList issues={preview.issues} />
        </div>
      )}
      {preview === null && <p role="status">{translate("import.ready.preview")}</p>}
      {preview !== null && rows.length === 0 && preview.issues.length === 0 && (
        <p>{translate("import.preview.none")}</p>
      )}
      {rows.length > 0 && (
        <>
          <p className="import-muted">{translate("import.preview.how")}</p>
          <div className="import-preview-scroll" role="region" aria-labelledby={id} tabIndex={0}>
            <table className="import-preview">
              <thead>
                <tr>
                  <th scope="col">{translate("import.preview.row")}</th>
                  {fields.map((field) => (
                    <th key={field} scope="col">
                      {fieldWords(field, translate)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.number} data-outcome={row.outcome}>
                    <th scope="row">
                      {row.number}
                      <span className="import-outcome" data-outcome={row.outcome}>
                        {translate(`import.outcome.${row.outcome}`)}
                      </span>
                    </th>
                    {row.cells
                      .filter(({ field }) => fields.includes(field))
                      .map((cell) => (
                        <Cell key={cell.field} cell={cell} issue={issueOf(cell, row, opened, mapping)} />
                      ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {found.length > 0 && (
            <div className="import-preview-issues">
              <IssueList issues={found} />
            </div>
          )}
        </>
      )}
    </section>
  );
}

function Cell({ cell, issue }: { readonly cell: PreviewCell; readonly issue: Issue | undefined }) {
  const { translate } = useAtlas();
  const { field, found, read, severity } = cell;
  const words = read === null ? null : fieldValueWords(field, read, translate);
  const message = issue === undefined ? undefined : describeIssue(issue, translate).message;
  const same = words === found;
  return (
    <td
      data-field={field}
      data-severity={severity ?? undefined}
      title={message}
      tabIndex={message === undefined ? undefined : 0}
    >
      {severity !== null && (
        <>
          <Icon name="warning" size={12} />
          <span className="visually-hidden">
            {translate(severity === "error" ? "shared.error" : "shared.warning")} {message}{" "}
          </span>
        </>
      )}
      {!same && found !== "" && <span className="import-found">{cellText(found, LONGEST_SHOWN)}</span>}
      {!same && found !== "" && <span className="import-becomes"> → </span>}
      {words === null ? (
        <span className="import-not-known">{translate("import.preview.not-known")}</span>
      ) : (
        <span>{words}</span>
      )}
    </td>
  );
}

/** Characters of a cell that are shown. */
const LONGEST_SHOWN = 60;

/** The fields that are read from something, or read as something without; of an outline not its middle. */
function shownFields(rows: readonly PreviewRow[], mapping: Mapping): readonly string[] {
  const cells = rows[0]?.cells ?? [];
  return cells
    .filter(
      ({ field }, position) =>
        mapping.fields[field] !== undefined || rows.some((row) => (row.cells[position]?.read ?? null) !== null),
    )
    .filter(({ field }) => !hasOutline(mapping) || field === OUTLINE || !isCoordinate(field))
    .map(({ field }) => field);
}

/** The finding that a cell's mark stands for: the gravest one in the column that the field is read from. */
function issueOf(
  cell: PreviewCell,
  row: PreviewRow,
  { columns }: OpenedSource,
  { fields }: Mapping,
): Issue | undefined {
  if (cell.severity === null) return undefined;
  const source = fields[cell.field] ?? fields["position"];
  const header = source?.kind === "column" ? columns[source.column]?.header : undefined;
  const graver = row.issues.filter(({ severity }) => severity === cell.severity);
  return graver.find(({ place }) => header !== undefined && placeColumn(place) === header) ?? graver[0];
}
