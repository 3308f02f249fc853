import { useId, useState, type ReactNode } from "react";
import { parseNumber } from "#i18n/parse-number.ts";
import { useAtlas } from "./atlas-context.ts";

export interface NumberFieldProps {
  readonly label: ReactNode;
  /** Read with the label where the label alone is not enough. */
  readonly describedBy?: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  /** Decimals that are kept; 0 asks for a whole number. */
  readonly digits?: number;
  readonly unit?: string;
  readonly onChange: (value: number) => void;
}

/**
 * A number typed as text. Every valid state is handed on at once; an empty or invalid one says what is expected, and
 * the last valid value stays until the field is left, which brings it back.
 */
export function NumberField({ label, describedBy, value, least, most, digits = 0, unit, onChange }: NumberFieldProps) {
  const { language, translate, format } = useAtlas();
  /** What is being typed, and the value that held then: another value from elsewhere ends it. */
  const [typed, setTyped] = useState<{ readonly text: string; readonly value: number } | null>(null);
  const read = (text: string) => parseNumber(text, { least, most, digits }, language);
  const draft = typed !== null && (typed.value === value || read(typed.text) === value) ? typed.text : null;
  const id = useId();
  const messageId = `${id}-message`;
  const parsed = draft === null ? value : read(draft);
  const message =
    parsed !== null
      ? null
      : translate(digits === 0 ? "shared.number.whole" : "shared.number.any", {
          least: format.number(least, digits),
          most: format.number(most, digits),
          kept: format.number(value, digits),
        });

  return (
    <div className="number-field">
      <label className="number-field-label" htmlFor={id}>
        {label}
      </label>
      <span className="number-field-box" data-invalid={message !== null}>
        <input
          id={id}
          className="number-field-input"
          type="text"
          inputMode={digits === 0 ? "numeric" : "decimal"}
          autoComplete="off"
          value={draft ?? format.plainNumber(value, digits)}
          aria-invalid={message !== null}
          aria-describedby={
            [message === null ? undefined : messageId, describedBy].filter((part) => part !== undefined).join(" ") ||
            undefined
          }
          onChange={(event) => {
            const text = event.target.value;
            setTyped({ text, value });
            const next = read(text);
            if (next !== null && next !== value) onChange(next);
          }}
          onFocus={(event) => {
            event.target.select();
          }}
          onBlur={() => {
            if (message === null) setTyped(null);
          }}
        />
        {unit !== undefined && (
          <span className="number-field-unit" aria-hidden="true">
            {unit}
          </span>
        )}
      </span>
      {message !== null && (
        <p id={messageId} className="number-field-message" role="alert">
          {message}
        </p>
      )}
    </div>
  );
}
