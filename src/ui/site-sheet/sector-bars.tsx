import { SECTORS, type Sector } from "#domain/actor/actor.ts";
import type { Catchment, CatchmentSector } from "#domain/catchment/catchment.ts";
import { countOfText } from "#i18n/count-in-words.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { reachWords } from "#i18n/reach-words.ts";
import { SectorMark } from "../shared/sector-mark.tsx";

/** Counts by sector as bars on one scale, each with its floor, and in words: range, coverage. */
export function SectorBars({ catchment }: { readonly catchment: Catchment }) {
  const { translate, format } = useAtlas();
  const largest = Math.max(
    1,
    ...SECTORS.flatMap((sector) => {
      const { count, floor, possibleCount } = catchment.sectors[sector];
      return [count, floor, possibleCount].filter((value) => Number.isFinite(value));
    }),
  );
  const number = (value: number) => format.number(Math.floor(value * 10 + 1e-9) / 10, 1);
  return (
    <section className="sheet-section" aria-labelledby="sheet-bars">
      <h3 id="sheet-bars">{translate("sheet.bars", { reach: reachWords(catchment.rule, translate, format) })}</h3>
      <ul className="sheet-bars">
        {SECTORS.map((sector) => (
          <li key={sector}>
            <span className="sheet-mark-words">
              <SectorMark sector={sector} /> {translate(`sector.${sector}`)}
            </span>
            <SectorBar sector={sector} values={catchment.sectors[sector]} largest={largest} />
            <span className="sheet-bar-count">{countWords(catchment.sectors[sector])}</span>
            <span className="sheet-bar-note">{noteWords(catchment.sectors[sector])}</span>
          </li>
        ))}
      </ul>
    </section>
  );

  function countWords({ count, floor, coverage }: CatchmentSector): string {
    return countOfText(count, floor, coverage, translate, format);
  }

  function noteWords({ count, certainCount, possibleCount, coverage }: CatchmentSector): string {
    const level = translate("sheet.coverage", { level: coverage });
    if (certainCount === count && possibleCount === count) return level;
    const range = translate("sheet.count-range", { certain: number(certainCount), possible: number(possibleCount) });
    return `${range} · ${level}`;
  }
}

interface SectorBarProps {
  readonly sector: Sector;
  readonly values: CatchmentSector;
  readonly largest: number;
}

function SectorBar({ sector, values, largest }: SectorBarProps) {
  const { count, floor, certainCount, possibleCount, coverage } = values;
  const share = (value: number) => `${String((Math.min(value, largest) / largest) * 100)}%`;
  const unknown = coverage === "none" && count === 0;
  return (
    <div className="sheet-bar" data-unknown={unknown} aria-hidden="true">
      {!unknown && (
        <>
          <div className="sheet-bar-possible" style={{ width: share(possibleCount), color: `var(--${sector})` }} />
          <div className="sheet-bar-listed" style={{ width: share(count), background: `var(--${sector})` }} />
          {certainCount < count && <div className="sheet-bar-certain" style={{ left: share(certainCount) }} />}
        </>
      )}
      <div className="sheet-bar-floor" style={{ left: share(floor) }} />
    </div>
  );
}
