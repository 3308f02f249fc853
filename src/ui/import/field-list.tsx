import { useId, useState } from "react";
import type { ColumnSpec } from "#domain/ingest/columns.ts";
import type { Mapping } from "#domain/ingest/mapping.ts";
import type { OpenedSource, Preview } from "#domain/ingest/report.ts";
import { fieldValueWords, fieldWords } from "#i18n/field-words.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { ColumnSelect } from "./column-select.tsx";
import { neededFields, plainFields, withField } from "./mapping-fields.ts";
import type { Meanings } from "./value-rows.ts";
import { ValueTable } from "./value-table.tsx";

const NOTHING: Meanings = {};

export interface FieldListProps {
  readonly opened: OpenedSource;
  readonly mapping: Mapping;
  readonly preview: Preview | null;
  /** As `stillMissing` gives it. */
  readonly missing: readonly (readonly string[])[];
  readonly onMapping: (mapping: Mapping) => void;
}

/** The fields of the kind, each with where it is read from: needed and recognised ones first, the rest folded away. */
export function FieldList(props: FieldListProps) {
  const { translate } = useAtlas();
  const { mapping } = props;
  // What was in sight stays in sight, whatever is chosen.
  const [first] = useState(() => new Set(Object.keys(mapping.fields)));
  const fields = plainFields(mapping);
  const needed = neededFields(mapping);
  const isFirst = ({ name, presence }: ColumnSpec) => needed.has(name) || presence !== "optional" || first.has(name);
  const rest = fields.filter((spec) => !isFirst(spec));
  return (
    <section className="import-part">
      <h4>{translate("import.fields")}</h4>
      <p className="import-muted">{translate("import.fields.how")}</p>
      <div className="import-field-rows">
        {fields
          .filter(isFirst)
          .sort((a, b) => Number(needed.has(b.name)) - Number(needed.has(a.name)))
          .map((spec) => (
            <FieldRow key={spec.name} spec={spec} need={needed.get(spec.name)} {...props} />
          ))}
      </div>
      {rest.length > 0 && (
        <details className="import-more">
          <summary>{translate("import.fields.more", { count: rest.length })}</summary>
          <div className="import-field-rows">
            {rest.map((spec) => (
              <FieldRow key={spec.name} spec={spec} need={undefined} {...props} />
            ))}
          </div>
        </details>
      )}
    </section>
  );
}

interface FieldRowProps extends FieldListProps {
  readonly spec: ColumnSpec;
  readonly need: "needed" | "one-needed" | undefined;
}

function FieldRow({ spec, need, opened, mapping, preview, missing, onMapping }: FieldRowProps) {
  const { translate } = useAtlas();
  const id = useId();
  const source = mapping.fields[spec.name];
  const recognised = preview?.meanings[spec.name] ?? NOTHING;
  const lacks = missing.some((oneOf) => oneOf.includes(spec.name));
  const column = source?.kind === "column" ? opened.columns[source.column] : undefined;
  return (
    <div className="import-field-row" data-missing={lacks}>
      <label className="import-field-name" htmlFor={id}>
        {fieldWords(spec.name, translate)}
        {need !== undefined && <span className="import-needed">{translate(`import.field.${need}`)}</span>}
      </label>
      <div className="import-field-source">
        <ColumnSelect
          id={id}
          columns={opened.columns}
          source={source}
          allowsConstant={spec.kind !== "identifier" && spec.kind !== "count"}
          describedBy={`${id}-kind`}
          onSource={(next) => {
            onMapping(withField(mapping, spec.name, next));
          }}
        />
        {source?.kind === "constant" && (
          <ConstantField
            spec={spec}
            value={source.value}
            onValue={(value) => {
              onMapping(withField(mapping, spec.name, { kind: "constant", value }));
            }}
          />
        )}
        {column !== undefined && spec.vocabulary !== null && (
          <ValueTable
            key={`${column.header} ${Object.keys(recognised).join(" ")}`}
            field={spec.name}
            vocabulary={spec.vocabulary}
            column={column}
            mapping={mapping}
            recognised={recognised}
            onMapping={onMapping}
          />
        )}
      </div>
      <span id={`${id}-kind`} className="import-field-kind">
        {spec.kind === "vocabulary" ? translate("import.field.vocabulary") : translate(`column-kind.${spec.kind}`)}
      </span>
    </div>
  );
}

interface ConstantFieldProps {
  readonly spec: ColumnSpec;
  readonly value: string;
  readonly onValue: (value: string) => void;
}

function ConstantField({ spec, value, onValue }: ConstantFieldProps) {
  const { translate } = useAtlas();
  const label = translate("import.field.constant-of", { field: fieldWords(spec.name, translate) });
  if (spec.vocabulary === null) {
    return (
      <input
        type="text"
        aria-label={label}
        value={value}
        onChange={(event) => {
          onValue(event.target.value);
        }}
      />
    );
  }
  return (
    <select
      aria-label={label}
      value={value}
      onChange={(event) => {
        onValue(event.target.value);
      }}
    >
      <option value="">{translate("import.field.choose")}</option>
      {spec.vocabulary.map((word) => (
        <option key={word} value={word}>
          {fieldValueWords(spec.name, word, translate)}
        </option>
      ))}
    </select>
  );
}
