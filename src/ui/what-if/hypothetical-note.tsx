import { SECTORS } from "#domain/actor/actor.ts";
import type { Catchment } from "#domain/catchment/catchment.ts";
import type { Dataset } from "#domain/dataset.ts";
import { withoutHypotheticals } from "#domain/what-if/without-hypotheticals.ts";
import { countText } from "#i18n/count-in-words.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { HypotheticalCorners } from "../shared/hypothetical-mark.tsx";
import "./what-if.css";

/** Under a verdict that counts hypothetical actors: how many, and what it is without them. */
export function HypotheticalNote({ catchment, dataset }: { readonly catchment: Catchment; readonly dataset: Dataset }) {
  const { translate, format } = useAtlas();
  const without = withoutHypotheticals(dataset, catchment);
  if (without === null) return null;
  const { supposed, count, verdict } = without;
  const parts = SECTORS.filter((sector) => supposed[sector] > 0).map((sector) =>
    translate("count.of-sector", { count: format.number(supposed[sector]), n: supposed[sector], sector }),
  );
  const others = SECTORS.map((sector, at) => {
    const n = count[at] ?? 0;
    return translate("count.of-sector", {
      count: countText(n, catchment.sectors[sector].coverage, translate, format),
      n,
      sector,
    });
  });
  return (
    <p className="what-if-note" data-testid="hypothetical-note">
      <HypotheticalCorners />
      <span>
        {translate("what-if.note", {
          count: SECTORS.reduce((sum, sector) => sum + supposed[sector], 0),
          parts: parts.join(", "),
          verdict: translate(`verdict.${verdict}`),
          others: others.join(", "),
        })}
      </span>
    </p>
  );
}
