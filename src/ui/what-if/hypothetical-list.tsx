import type { Hypothetical, ListedHypothetical } from "#domain/what-if/hypothetical.ts";
import type { TableId } from "#domain/workspace/table.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import { HypotheticalCorners, HypotheticalTag } from "../shared/hypothetical-mark.tsx";
import { SectorMark } from "../shared/sector-mark.tsx";
import { hypotheticalWords } from "#i18n/what-if-words.ts";
import { removeOne } from "./what-if-steps.ts";

export interface HypotheticalListProps {
  readonly listed: readonly ListedHypothetical[];
  readonly onShow: (id: TableId, hypothetical: Hypothetical) => void;
}

/** Each entry with its place, to be shown and to be taken away. */
export function HypotheticalList({ listed, onShow }: HypotheticalListProps) {
  const { stores, translate, format } = useAtlas();
  return (
    <ul className="what-if-list">
      {listed.map(({ id, hypothetical }) => {
        const { title } = hypotheticalWords(hypothetical, translate);
        const { point, country } = hypothetical;
        const where = translate("what-if.at", {
          lat: format.number(point.lat, 5),
          lon: format.number(point.lon, 5),
        });
        return (
          <li key={id}>
            {hypothetical.kind === "site" ? <HypotheticalCorners /> : <SectorMark sector={hypothetical.sector} />}
            <span className="what-if-entry">
              <span id={`what-if-title-${id}`}>
                {title}
                {hypothetical.kind === "site" && <HypotheticalTag />}
              </span>
              <span className="what-if-muted">
                {country === null ? where : `${where} · ${format.country(country)}`}
              </span>
            </span>
            <Button
              variant="link"
              id={`what-if-show-${id}`}
              aria-labelledby={`what-if-show-${id} what-if-title-${id}`}
              title={translate("what-if.show-name", { title })}
              onClick={() => {
                onShow(id, hypothetical);
              }}
            >
              {translate("what-if.show-on-map")}
            </Button>
            <Button
              variant="link"
              id={`what-if-remove-${id}`}
              aria-labelledby={`what-if-remove-${id} what-if-title-${id}`}
              title={translate("what-if.remove-name", { title })}
              onClick={() => {
                removeOne(stores.workspace, id);
              }}
            >
              {translate("what-if.remove")}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
