import { useAtlas } from "../shared/atlas-context.ts";

export interface ValueRowProps {
  readonly label: string;
  /** How many records the value alone would leave. */
  readonly count: number;
  /** What is counted, for whoever does not see it; after the number. */
  readonly counted: string;
  readonly checked: boolean;
  readonly onToggle: () => void;
}

/** One value of a filter, to be chosen, with what it would leave. */
export function ValueRow({ label, count, counted, checked, onToggle }: ValueRowProps) {
  const { format } = useAtlas();
  return (
    <label className="filter-value" data-empty={count === 0}>
      <input type="checkbox" checked={checked} onChange={onToggle} />
      <span className="filter-value-label">{label}</span>
      <span className="filter-value-count">
        {format.number(count)}
        <span className="visually-hidden"> {counted}</span>
      </span>
    </label>
  );
}
