import type { Catchment } from "#domain/catchment/catchment.ts";
import type { Dataset } from "#domain/dataset.ts";
import type { Precision } from "#domain/geo/points.ts";
import { verdictSentence } from "#i18n/verdict-sentence.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { HypotheticalNote } from "../what-if/hypothetical-note.tsx";
import { WhatItTakes } from "../what-if/what-it-takes.tsx";
import { CumulativeCurve } from "./cumulative-curve.tsx";
import { FirmnessMatrix } from "./firmness-matrix.tsx";
import { KeyNumbers } from "./key-numbers.tsx";
import { NearestActors } from "./nearest-actors.tsx";
import { NoIsochrones } from "./no-isochrones.tsx";
import { ReachComparisonSection } from "./reach-comparison.tsx";
import { SectorBars } from "./sector-bars.tsx";
import { VerdictAnnouncer } from "./verdict-announcer.tsx";
import { VerdictBlock } from "./verdict-block.tsx";

export interface CatchmentBlockProps {
  readonly catchment: Catchment;
  readonly dataset: Dataset;
  readonly precision: Precision;
  /** What is shown is of an earlier rule. */
  readonly stale: boolean;
}

/** Everything that the rule says of one point, the same for a site and a place. */
export function CatchmentBlock({ catchment, dataset, precision, stale }: CatchmentBlockProps) {
  const { translate, format } = useAtlas();
  const key = `${catchment.origin.kind}-${String(catchment.origin.kind === "site" ? catchment.origin.index : catchment.origin.id)}`;
  return (
    <>
      <VerdictAnnouncer record={key} headline={stale ? null : verdictSentence(catchment, translate, format).headline} />
      <div className="sheet-catchment" aria-busy={stale} data-stale={stale}>
        {stale && <p className="sheet-stale">{translate("sheet.stale")}</p>}
        <VerdictBlock catchment={catchment} />
        <HypotheticalNote catchment={catchment} dataset={dataset} />
        {!catchment.isMeasured && catchment.point !== null && catchment.rule.travel !== null && (
          <NoIsochrones travel={catchment.rule.travel} />
        )}
        {catchment.isMeasured && <SectorBars catchment={catchment} />}
        {catchment.isMeasured && <WhatItTakes catchment={catchment} />}
        <ReachComparisonSection key={`compare-${key}`} catchment={catchment} dataset={dataset} />
        {catchment.isMeasured && (
          <>
            <CumulativeCurve catchment={catchment} />
            <FirmnessMatrix catchment={catchment} />
            <NearestActors key={key} catchment={catchment} dataset={dataset} precision={precision} />
            <KeyNumbers catchment={catchment} />
          </>
        )}
      </div>
    </>
  );
}
