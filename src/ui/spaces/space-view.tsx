import { useEffect, useRef, type ReactNode } from "react";
import { SECTORS } from "#domain/actor/actor.ts";
import type { Dataset } from "#domain/dataset.ts";
import type { AssessedSpace, Wish } from "#domain/space/assess-space.ts";
import { NEIGHBOURS_REACH } from "#domain/space/space-facts.ts";
import type { SpaceFilters } from "#domain/space/space-filters.ts";
import { DEFAULT_SPACES_VIEW } from "#domain/space/space-filters.ts";
import { DEFAULT_VIEW, openRoom, selectRecord, type View } from "#state/view-store.ts";
import { useAtlas, useDerived } from "../shared/atlas-context.ts";
import { Button, IconButton } from "../shared/button.tsx";
import { Icon } from "../shared/icon.tsx";
import { webAddress } from "#state/web-address.ts";
import { WebLink } from "../shared/web-link.tsx";
import { CopyLink } from "./copy-link.tsx";
import type { SpaceActions, SpaceAnswer } from "./space-actions.ts";
import { awayWords, SpaceStar, whereWords, Wishes } from "./space-card.tsx";
import { confirmedWords, countWords, kindWords, spaceName } from "./wish-words.ts";

export interface SpaceViewProps {
  readonly actions: SpaceActions;
  readonly room: AssessedSpace;
  readonly dataset: Dataset;
  readonly wishes: readonly Wish[];
  readonly filters: SpaceFilters;
  readonly near: SpaceAnswer["near"];
  readonly thisYear: number;
  readonly onClose: () => void;
}

/** One room with all that is stated of it, what is not, and how to reach whoever lets it. */
export function SpaceView({ actions, room, dataset, wishes, filters, near, thisYear, onClose }: SpaceViewProps) {
  const atlas = useAtlas();
  const { stores, translate, format } = atlas;
  const { space, site } = room;
  const language = useDerived(({ view }) => view.language);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, [space.id]);
  const missing = <span className="room-muted">{translate("sheet.not-stated")}</span>;
  const amount = (value: number | null, key: "spaces.area" | "spaces.height" | "spaces.load" | "spaces.price") => {
    const text = format.number(value ?? 0, 2);
    return value === null ? missing : translate(key, { area: text, height: text, load: text, price: text });
  };
  const date = (value: string | null) => (value === null ? missing : format.date(value));
  const page = (address: string | null) => {
    const link = webAddress(address);
    return link === null ? (address ?? missing) : <WebLink address={link} />;
  };
  const name = spaceName(space, atlas);
  const confirmed = confirmedWords(space, thisYear, atlas);
  const { priceEuroPerSquareMeterMonth: price, areaSquareMeters: area } = space;
  const neighbours = room.around.slice(filters.around.length);
  const siteId = site === null ? undefined : dataset.sites.id[site];
  const shared: Partial<View> = {
    ...DEFAULT_VIEW,
    room: "spaces",
    language,
    spaces: { ...DEFAULT_SPACES_VIEW, open: space.id },
  };
  return (
    <article className="spaces-view" aria-labelledby="spaces-opened">
      <header className="spaces-view-head">
        <div>
          <h3 id="spaces-opened" ref={heading} tabIndex={-1}>
            {name}
          </h3>
          <p className="room-muted">{whereWords(room, dataset, atlas)}</p>
        </div>
        <SpaceStar id={space.id} name={name} />
        <IconButton icon="close" label={translate("spaces.close")} onClick={onClose} />
      </header>
      <p className="spaces-confirmed" data-old={confirmed.isOld}>
        {confirmed.isOld && <Icon name="warning" size={13} />}
        {confirmed.text}
        {confirmed.isOld && ` ${translate("spaces.confirmed-ask")}`}
      </p>
      {wishes.length > 0 && (
        <p className="spaces-fit">
          <Wishes room={room} wishes={wishes} filters={filters} near={near} />
        </p>
      )}
      <dl className="sheet-facts spaces-dl">
        <Fact term={translate("field.kind")}>{space.kind === null ? missing : kindWords(space.kind, translate)}</Fact>
        <Fact term={translate("spaces.fact-area")}>{amount(area, "spaces.area")}</Fact>
        <Fact term={translate("spaces.fact-price")}>
          {amount(price, "spaces.price")}
          {price !== null && area !== null && (
            <span className="room-muted">
              {" "}
              {translate("spaces.price-whole", { price: format.number(price * area) })}
            </span>
          )}
        </Fact>
        <Fact term={translate("field.available_from")}>{date(space.availableFrom)}</Fact>
        <Fact term={translate("field.available_until")}>{date(space.availableUntil)}</Fact>
        <Fact term={translate("field.terms")}>{space.terms ?? missing}</Fact>
        <Fact term={translate("spaces.fact-height")}>{amount(space.heightMeters, "spaces.height")}</Fact>
        <Fact term={translate("spaces.fact-load")}>{amount(space.loadKilonewtonsPerSquareMeter, "spaces.load")}</Fact>
        <Fact term={translate("field.access")}>{space.access ?? missing}</Fact>
        <Fact term={translate("field.heating")}>{space.heating ?? missing}</Fact>
        <Fact term={translate("field.equipment")}>{space.equipment ?? missing}</Fact>
        <Fact term={translate("field.contact")}>{space.contact ?? missing}</Fact>
        <Fact term={translate("field.contact_page")}>{page(space.contactPage)}</Fact>
        <Fact term={translate("field.source_url")}>{page(space.sourceUrl)}</Fact>
        {room.distanceMeters !== null && (
          <Fact term={translate("spaces.fact-distance")}>{awayWords(room, dataset, near, atlas)}</Fact>
        )}
        {neighbours.length > 0 && (
          <Fact isWide term={translate("spaces.fact-neighbours", { reach: format.distance(NEIGHBOURS_REACH) })}>
            <ul className="spaces-neighbours">
              {SECTORS.map((sector, index) => {
                const count = neighbours[index] ?? null;
                return (
                  <li key={sector}>
                    {translate("spaces.actors-of-sector", { sector })}:{" "}
                    {count === null ? translate("spaces.unknown-point") : countWords(count, atlas)}
                  </li>
                );
              })}
            </ul>
          </Fact>
        )}
      </dl>
      <div className="room-buttons">
        <CopyLink change={shared}>{translate("spaces.share")}</CopyLink>
        {siteId !== undefined && (
          <Button
            icon="pin"
            onClick={() => {
              selectRecord(stores.view, { kind: "site", id: siteId });
              openRoom(stores.view, "sites");
            }}
          >
            {translate("spaces.to-site")}
          </Button>
        )}
      </div>
      {!actions.isBundled(space.id) && <p className="room-muted">{translate("spaces.share-own")}</p>}
    </article>
  );
}

interface FactProps {
  readonly term: string;
  readonly isWide?: boolean;
  readonly children: ReactNode;
}

function Fact({ term, isWide = false, children }: FactProps) {
  return (
    <div data-wide={isWide}>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
