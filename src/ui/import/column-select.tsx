import type { FieldSource } from "#domain/ingest/mapping.ts";
import type { OpenedSource } from "#domain/ingest/report.ts";
import { useAtlas } from "../shared/atlas-context.ts";

const LONGEST_SAMPLE = 24;
const CONSTANT = "constant";

export interface ColumnSelectProps {
  readonly id: string;
  readonly columns: OpenedSource["columns"];
  readonly source: FieldSource | undefined;
  /** Whether one value may stand for all rows. */
  readonly allowsConstant: boolean;
  readonly describedBy?: string;
  readonly onSource: (source: FieldSource | null) => void;
}

/** Chooses the column of the file that a field is read from, by its header and two of its values. */
export function ColumnSelect({ id, columns, source, allowsConstant, describedBy, onSource }: ColumnSelectProps) {
  const { translate } = useAtlas();
  return (
    <select
      id={id}
      className="import-column-select"
      aria-describedby={describedBy}
      value={source === undefined ? "" : source.kind === "constant" ? CONSTANT : String(source.column)}
      onChange={({ target: { value } }) => {
        if (value === "") onSource(null);
        else if (value === CONSTANT) onSource({ kind: "constant", value: "" });
        else onSource({ kind: "column", column: Number(value) });
      }}
    >
      <option value="">{translate("import.field.none")}</option>
      {allowsConstant && <option value={CONSTANT}>{translate("import.field.constant")}</option>}
      {columns.map(({ header, samples }, index) => (
        <option key={index} value={String(index)}>
          {columnWords(header === "" ? translate("import.field.unnamed", { number: index + 1 }) : header, samples)}
        </option>
      ))}
    </select>
  );
}

/** "status (leerstehend, genutzt)" */
function columnWords(header: string, samples: readonly string[]): string {
  const shown = samples
    .slice(0, 2)
    .map((sample) => (sample.length > LONGEST_SAMPLE ? `${sample.slice(0, LONGEST_SAMPLE - 1)}…` : sample));
  return shown.length === 0 ? header : `${header} (${shown.join(", ")})`;
}
