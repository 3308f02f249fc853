import { useMemo, useState } from "react";
import type { Dataset } from "#domain/dataset.ts";
import type { SiteId } from "#domain/site/site.ts";
import type { SpaceId } from "#domain/space/space.ts";
import { openRoom, setSpaces } from "#state/view-store.ts";
import { inALine } from "#i18n/in-a-line.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import { confirmedWords, kindWords, spaceName } from "./wish-words.ts";

const SHOWN = 5;

export interface SheetSpacesProps {
  readonly dataset: Dataset;
  readonly site: SiteId;
}

/** The rooms of a site, in short; each opens in the room of spaces. */
export function SheetSpaces({ dataset, site }: SheetSpacesProps) {
  const atlas = useAtlas();
  const { stores, translate, format } = atlas;
  const [thisYear] = useState(() => new Date().getFullYear());
  const rooms = useMemo(() => dataset.spaces.filter(({ siteId }) => siteId === site), [dataset.spaces, site]);
  const open = (id: SpaceId | null) => {
    setSpaces(stores.view, { open: id });
    openRoom(stores.view, "spaces");
  };
  return (
    <section className="sheet-section" aria-labelledby="sheet-spaces">
      <h3 id="sheet-spaces">{translate("spaces.sheet", { count: rooms.length })}</h3>
      {rooms.length === 0 && <p className="sheet-muted">{translate("spaces.sheet-none")}</p>}
      <ul className="sheet-spaces">
        {rooms.slice(0, SHOWN).map((space, position) => (
          <li key={`${space.id} ${String(position)}`}>
            <Button
              variant="link"
              onClick={() => {
                open(space.id);
              }}
            >
              {spaceName(space, atlas)}
            </Button>
            <span className="sheet-muted">
              {inALine([
                space.kind === null ? null : kindWords(space.kind, translate),
                space.areaSquareMeters === null
                  ? null
                  : translate("spaces.area", { area: format.number(space.areaSquareMeters, 2) }),
                space.priceEuroPerSquareMeterMonth === null
                  ? translate("spaces.unknown-price")
                  : translate("spaces.price", { price: format.number(space.priceEuroPerSquareMeterMonth, 2) }),
                confirmedWords(space, thisYear, atlas).text,
              ])}
            </span>
          </li>
        ))}
      </ul>
      <p>
        <Button
          variant="link"
          onClick={() => {
            open(null);
          }}
        >
          {translate("spaces.sheet-all")}
        </Button>
      </p>
    </section>
  );
}
