import { useId, type ReactNode } from "react";
import { DECIMAL_MARKS, type Mapping, type ReadingOptions } from "#domain/ingest/mapping.ts";
import type { OpenedSource } from "#domain/ingest/report.ts";
import { fileSizeWords } from "../export/file-size.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { DELIMITER_NAMES, DELIMITERS, ENCODINGS } from "./reading-choices.ts";

export interface ReadingPartProps {
  readonly opened: OpenedSource;
  readonly mapping: Mapping;
  readonly onMapping: (mapping: Mapping) => void;
  readonly reopen: (changed: Partial<ReadingOptions>) => void;
}

/** How the bytes of the file are taken, each guess open to correction. */
export function ReadingPart({ opened, mapping, onMapping, reopen }: ReadingPartProps) {
  const { translate, format } = useAtlas();
  const { format: fileFormat, encoding, encodingCertain, delimiter, layer, layers } = opened.recognised;
  return (
    <section className="import-part">
      <h4>{translate("import.reading")}</h4>
      <div className="import-fields">
        <div className="import-field">
          <span className="import-label">{translate("import.reading.format")}</span>
          <span className="import-fact">
            {translate(`file-format.${fileFormat}`)}, {fileSizeWords(opened.sizeBytes, translate, format)}
          </span>
        </div>
        {layers.length > 0 && layer !== null && (
          <Choice
            label={translate(fileFormat === "xlsx" ? "import.reading.sheet" : "import.reading.layer")}
            value={layer}
            onChange={(next) => {
              reopen({ layer: next });
            }}
          >
            {layers.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </Choice>
        )}
        {encoding !== null && (
          <Choice
            label={translate("import.reading.encoding")}
            note={translate(encodingCertain ? "import.reading.certain" : "import.reading.guessed")}
            value={encoding}
            onChange={(next) => {
              reopen({ encoding: next });
            }}
          >
            {ENCODINGS.map((label) => (
              <option key={label} value={label}>
                {translate(`encoding.${label}`)}
              </option>
            ))}
          </Choice>
        )}
        {delimiter !== null && (
          <Choice
            label={translate("import.reading.delimiter")}
            value={delimiter}
            onChange={(next) => {
              reopen({ delimiter: next });
            }}
          >
            {DELIMITERS.map((character) => (
              <option key={character} value={character}>
                {translate(`delimiter.${DELIMITER_NAMES[character]}`)}
              </option>
            ))}
            {!DELIMITERS.some((character) => character === delimiter) && <option value={delimiter}>{delimiter}</option>}
          </Choice>
        )}
        <Choice
          label={translate("import.reading.decimal")}
          value={mapping.decimalMark}
          onChange={(next) => {
            const decimalMark = DECIMAL_MARKS.find((mark) => mark === next);
            if (decimalMark !== undefined) onMapping({ ...mapping, decimalMark });
          }}
        >
          {DECIMAL_MARKS.map((mark) => (
            <option key={mark} value={mark}>
              {translate(`decimal-mark.${mark}`)}
            </option>
          ))}
        </Choice>
      </div>
    </section>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly note?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly children: ReactNode;
}

function Choice({ label, note, value, onChange, children }: ChoiceProps) {
  const id = useId();
  return (
    <div className="import-field">
      <label className="import-label" htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        value={value}
        aria-describedby={note === undefined ? undefined : `${id}-note`}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      >
        {children}
      </select>
      {note !== undefined && (
        <span id={`${id}-note`} className="import-muted">
          {note}
        </span>
      )}
    </div>
  );
}
