import "#i18n/room-messages.ts";
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
  const parts = SECTORS.filter((sector) => supposed[sector] > 0).map(
    (sector) => `${format.number(supposed[sector])} ${translate(`sector.${sector}.inline`)}`,
  );
  const others = SECTORS.map(
    (sector, at) =>
      `${countText(count[at] ?? 0, catchment.sectors[sector].coverage, translate, format)} ${translate(`sector.${sector}.inline`)}`,
  );
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
