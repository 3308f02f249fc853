import type { CoverageArea, CoverageShape } from "../coverage/coverage.ts";
import { boxRing } from "../geo/box-ring.ts";
import type { AskedArea, TableId, TableInfo } from "../workspace/table.ts";
import { coversArea, distinctAreas } from "./asked-area.ts";

/** Under which words the coverage of an answer is declared. */
export interface AnswerTerms {
  readonly id: TableId;
  /** Name of the source, as shown. */
  readonly source: string;
  /** ISO 8601 day. */
  readonly date: string;
}

/**
 * What a table declares that holds the answers of before and a new one: each area complete for every sector with respect
 * to the source, and to its date then. Areas of before that the new answer covers give way.
 */
export function mergeAsked(
  before: TableInfo | null,
  answered: readonly AskedArea[],
  { id, source, date }: AnswerTerms,
): { readonly areas: readonly AskedArea[]; readonly coverage: readonly CoverageArea[] } {
  const fresh = distinctAreas(answered);
  const old = (before?.asked?.areas ?? []).flatMap((area, position) => {
    const coverage = before?.coverage[position];
    return coverage === undefined || fresh.some((newer) => coversArea(newer, area)) ? [] : [{ area, coverage }];
  });
  const all = [
    ...old,
    ...fresh.map((area) => ({ area, coverage: { source, date, levels: COMPLETE, shape: shapeOf(area) } })),
  ];
  return {
    areas: all.map(({ area }) => area),
    coverage: all.map(({ coverage }, position) => ({ ...coverage, id: `${id}-${String(position)}` })),
  };
}

const COMPLETE = { creative: "complete", trade: "complete", service: "complete" } as const;

function shapeOf(area: AskedArea): CoverageShape {
  return area.kind === "disc" ? area : { kind: "polygon", rings: [boxRing(area)] };
}
