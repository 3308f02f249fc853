import { useState } from "react";
import type { Mapping } from "#domain/ingest/mapping.ts";
import type { SourceColumn } from "#domain/ingest/report.ts";
import { fieldValueWords } from "#i18n/field-words.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { withValue } from "./mapping-fields.ts";
import { meaningOf, valueRows, type Meanings } from "./value-rows.ts";

const NOT_SAID = "?";
const NOT_KNOWN = "";

export interface ValueTableProps {
  readonly field: string;
  readonly vocabulary: readonly string[];
  readonly column: SourceColumn;
  readonly mapping: Mapping;
  /** What texts are read as where the mapping does not say. */
  readonly recognised: Meanings;
  readonly onMapping: (mapping: Mapping) => void;
}

/** The texts of a column and the word of ours that each stands for; those that nobody has explained stand first. */
export function ValueTable({ field, vocabulary, column, mapping, recognised, onMapping }: ValueTableProps) {
  const { translate, format } = useAtlas();
  const meanings = mapping.values[field] ?? {};
  // The order stays while the user works down the rows.
  const [rows] = useState(() => valueRows(column, meanings, recognised));
  const meaning = (folded: string) => meaningOf(folded, meanings, recognised);
  const open = rows.filter(({ folded }) => meaning(folded) === null).length;
  const [shown] = useState(open > 0);
  if (rows.length === 0) return <p className="import-muted">{translate("import.values.many")}</p>;
  return (
    <details className="import-values" open={shown}>
      <summary data-open={open > 0}>
        {translate(open > 0 ? "import.values.open" : "import.values.all", { open, count: rows.length })}
      </summary>
      <ul>
        {rows.map(({ text, folded, count }) => {
          const now = meaning(folded);
          return (
            <li key={folded} data-open={now === null}>
              <label>
                <span className="import-value-text">
                  {text} <span className="import-muted">× {format.number(count)}</span>
                </span>
                <select
                  value={now ?? NOT_SAID}
                  onChange={(event) => {
                    onMapping(withValue(mapping, field, folded, event.target.value));
                  }}
                >
                  {now === null && <option value={NOT_SAID}>{translate("import.values.choose")}</option>}
                  {vocabulary
                    .filter((word) => word !== "unknown")
                    .map((word) => (
                      <option key={word} value={word}>
                        {fieldValueWords(field, word, translate)}
                      </option>
                    ))}
                  {now === "unknown" && <option value="unknown">{fieldValueWords(field, now, translate)}</option>}
                  <option value={NOT_KNOWN}>{translate("import.values.not-known")}</option>
                </select>
              </label>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
