import { useId, useState } from "react";
import { parseNumber } from "#i18n/parse-number.ts";
import { useAtlas } from "../shared/atlas-context.ts";

export interface OptionalNumberProps {
  readonly label: string;
  /** `null`: nothing is asked for. */
  readonly value: number | null;
  readonly least: number;
  readonly most: number;
  readonly digits: number;
  readonly onChange: (value: number | null) => void;
}

/** A number that may be left out. What is valid is handed on at once; what is not says what is expected. */
export function OptionalNumber({ label, value, least, most, digits, onChange }: OptionalNumberProps) {
  const { language, translate, format } = useAtlas();
  const [typed, setTyped] = useState<string | null>(null);
  const id = useId();
  const read = (text: string) =>
    text.trim() === "" ? null : (parseNumber(text, { least, most, digits }, language) ?? NaN);
  const isOwn = typed !== null && (Number.isNaN(read(typed)) || read(typed) === value);
  const text = isOwn ? typed : value === null ? "" : format.plainNumber(value, digits);
  const isInvalid = Number.isNaN(read(text));
  return (
    <div className="edit-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="edit-control"
        type="text"
        inputMode={digits === 0 ? "numeric" : "decimal"}
        autoComplete="off"
        value={text}
        aria-invalid={isInvalid}
        aria-describedby={isInvalid ? `${id}-problem` : undefined}
        onChange={({ target }) => {
          setTyped(target.value);
          const next = read(target.value);
          if (!Number.isNaN(next) && next !== value) onChange(next);
        }}
        onBlur={() => {
          if (!isInvalid) setTyped(null);
        }}
      />
      {isInvalid && (
        <p id={`${id}-problem`} className="edit-problem" role="alert">
          {translate("spaces.number", { least: format.number(least, digits), most: format.number(most, digits) })}
        </p>
      )}
    </div>
  );
}
