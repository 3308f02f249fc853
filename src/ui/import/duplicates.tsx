import { useEffect, useId, useState } from "react";
import {
  DUPLICATE_DECISIONS,
  type DuplicateDecision,
  type DuplicateDecisions,
  type DuplicatePair,
  type ReadSummary,
} from "#domain/ingest/report.ts";
import { fieldValueWords, fieldWords } from "#i18n/field-words.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import { useImportActions } from "./use-import.ts";

const PAGE = 10;

export interface DuplicatesProps {
  readonly summary: ReadSummary;
  readonly decisions: DuplicateDecisions;
}

/** Rows that seem to be others over again: decided by reason, or pair by pair. Nothing is decided beforehand. */
export function Duplicates({ summary, decisions }: DuplicatesProps) {
  const { translate, format } = useAtlas();
  const imports = useImportActions();
  const [from, setFrom] = useState(0);
  const [page, setPage] = useState<{ readonly from: number; readonly pairs: readonly DuplicatePair[] } | null>(null);
  const total = summary.duplicates.sameId + summary.duplicates.sameName;
  const name = useId();

  useEffect(() => {
    let current = true;
    imports.duplicates(from, PAGE).then(
      (pairs) => {
        if (current) setPage({ from, pairs });
      },
      () => {
        if (current) setPage({ from, pairs: [] });
      },
    );
    return () => {
      current = false;
    };
  }, [imports, from]);

  const reasons = [
    { reason: "same-id", count: summary.duplicates.sameId },
    { reason: "same-name", count: summary.duplicates.sameName },
  ] as const;
  return (
    <section className="import-part">
      <h4>{translate("import.duplicates", { count: total })}</h4>
      <p className="import-muted">{translate("import.duplicates.what")}</p>
      {reasons
        .filter(({ count }) => count > 0)
        .map(({ reason, count }) => (
          <fieldset key={reason} className="import-decision">
            <legend>{translate(`import.duplicates.${reason}`, { count })}</legend>
            <div className="import-radios">
              {DUPLICATE_DECISIONS.map((decision) => (
                <label key={decision}>
                  <input
                    type="radio"
                    name={`${name}-${reason}`}
                    checked={decisions[reason] === decision}
                    onChange={() => {
                      imports.setDecisions({ ...decisions, [reason]: decision });
                    }}
                  />
                  <span>
                    {translate(`import.duplicates.${decision}`)}{" "}
                    <span className="import-muted">
                      {translate(`import.duplicates.${decision}.what`, { by: reason === "same-id" ? "id" : "name" })}
                    </span>
                  </span>
                </label>
              ))}
            </div>
          </fieldset>
        ))}
      <details className="import-more">
        <summary>{translate("import.duplicates.pairs", { count: total })}</summary>
        {page?.from !== from && <p role="status">{translate("import.findings.loading")}</p>}
        {page?.from === from && (
          <ul className="import-pairs">
            {page.pairs.map((pair) => (
              <Pair key={pair.index} pair={pair} decisions={decisions} />
            ))}
          </ul>
        )}
        {total > PAGE && (
          <div className="import-pager">
            <Button
              disabled={from === 0}
              onClick={() => {
                setFrom(Math.max(0, from - PAGE));
              }}
            >
              {translate("import.duplicates.previous")}
            </Button>
            <span role="status">
              {translate("import.duplicates.range", {
                from: format.number(from + 1),
                to: format.number(Math.min(total, from + PAGE)),
                total: format.number(total),
              })}
            </span>
            <Button
              disabled={from + PAGE >= total}
              onClick={() => {
                setFrom(from + PAGE);
              }}
            >
              {translate("import.duplicates.next")}
            </Button>
          </div>
        )}
      </details>
    </section>
  );
}

function Pair({ pair, decisions }: { readonly pair: DuplicatePair; readonly decisions: DuplicateDecisions }) {
  const { translate, format } = useAtlas();
  const imports = useImportActions();
  const id = useId();
  const { other, distanceMeters, differing } = pair;
  const own = decisions.single[pair.index];
  const decide = (decision: DuplicateDecision | undefined) => {
    const single = { ...decisions.single };
    if (decision === undefined) Reflect.deleteProperty(single, pair.index);
    else single[pair.index] = decision;
    imports.setDecisions({ ...decisions, single });
  };
  const rows = [
    { field: "name", here: pair.name, there: other.name },
    { field: "id", here: pair.id, there: other.id },
    ...differing.filter(({ field }) => field !== "name" && field !== "id"),
  ];
  return (
    <li className="import-pair">
      <div className="import-pair-scroll">
        <table>
          <caption>
            {translate(`import.duplicates.because-${pair.reason}`)}
            {" · "}
            {distanceMeters === null
              ? translate("import.duplicates.no-distance")
              : translate("import.duplicates.distance", { distance: format.distance(distanceMeters) })}
            {" · "}
            {translate("import.duplicates.differing", { count: differing.length })}
          </caption>
          <thead>
            <tr>
              <td />
              <th scope="col">{translate("import.duplicates.row", { row: pair.row })}</th>
              <th scope="col">
                {other.from === "loaded" || other.row === null
                  ? translate("import.duplicates.loaded")
                  : translate("import.duplicates.row", { row: other.row })}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ field, here, there }) => (
              <tr key={field} data-differs={here !== there}>
                <th scope="row">{fieldWords(field, translate)}</th>
                <td>{fieldValueWords(field, here, translate)}</td>
                <td>{fieldValueWords(field, there, translate)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="import-field">
        <label className="import-label" htmlFor={id}>
          {translate("import.duplicates.decision")}
        </label>
        <select
          id={id}
          value={own ?? ""}
          onChange={({ target: { value } }) => {
            decide(DUPLICATE_DECISIONS.find((decision) => decision === value));
          }}
        >
          <option value="">
            {translate("import.duplicates.as-all", {
              decision: translate(`import.duplicates.${decisions[pair.reason]}`),
            })}
          </option>
          {DUPLICATE_DECISIONS.map((decision) => (
            <option key={decision} value={decision}>
              {translate(`import.duplicates.${decision}`)}
            </option>
          ))}
        </select>
      </div>
    </li>
  );
}
