import { useId } from "react";

export interface ExportChoicesProps<T extends string> {
  readonly legend: string;
  readonly options: readonly T[];
  readonly chosen: T;
  readonly onChoose: (option: T) => void;
  /** Side by side where there is room. */
  readonly columns: 2 | 3;
  readonly nameOf: (option: T) => string;
  /** For whom it is, or what it holds. */
  readonly wordsOf: (option: T) => string;
}

/** One of several, each with a line that says what it is for. */
export function ExportChoices<T extends string>({
  legend,
  options,
  chosen,
  onChoose,
  columns,
  nameOf,
  wordsOf,
}: ExportChoicesProps<T>) {
  const group = useId();
  return (
    <fieldset className="export-choices" data-columns={columns}>
      <legend>{legend}</legend>
      {options.map((option) => (
        <label key={option} className="export-choice">
          <input
            type="radio"
            name={group}
            value={option}
            checked={option === chosen}
            onChange={() => {
              onChoose(option);
            }}
          />
          <span>
            <span className="export-choice-name">{nameOf(option)}</span>
            <span className="export-choice-use">{wordsOf(option)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
