import { HYPOTHETICAL_CORNERS, SYMBOL_BOX } from "#design/symbols.ts";
import { isHypothetical } from "#domain/what-if/marks.ts";
import { useAtlas, useDerived } from "./atlas-context.ts";

/** The corners that the map draws around what is supposed. Says nothing to a screen reader: put the words beside it. */
export function HypotheticalCorners({ size = 16 }: { readonly size?: number }) {
  return (
    <svg
      className="hypothetical-corners"
      width={size}
      height={size}
      viewBox={`0 0 ${String(SYMBOL_BOX)} ${String(SYMBOL_BOX)}`}
      aria-hidden="true"
      focusable="false"
    >
      <path d={HYPOTHETICAL_CORNERS} />
    </svg>
  );
}

/** The word "hypothetical" beside the name of a record. */
export function HypotheticalTag() {
  const { translate } = useAtlas();
  return (
    <>
      {" "}
      <span className="hypothetical-tag">{translate("what-if.hypothetical")}</span>
    </>
  );
}

export interface HypotheticalMarkProps {
  readonly kind: "sites" | "actors";
  /** In the table of its kind. */
  readonly index: number;
}

/** As {@link HypotheticalTag}, where the record of the loaded dataset is supposed; else nothing. */
export function HypotheticalMark({ kind, index }: HypotheticalMarkProps) {
  const marked = useDerived(({ dataset }) => dataset.phase === "ready" && isHypothetical(dataset.dataset, kind, index));
  return marked ? <HypotheticalTag /> : null;
}
