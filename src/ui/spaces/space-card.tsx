import { shownName } from "#domain/site/shown-name.ts";
import { positionUncertaintyMeters } from "#domain/geo/points.ts";
import type { Dataset } from "#domain/dataset.ts";
import type { AssessedSpace, Wish } from "#domain/space/assess-space.ts";
import type { SpaceFilters } from "#domain/space/space-filters.ts";
import type { SpaceId } from "#domain/space/space.ts";
import { setSpaceShortlisted } from "#state/view-store.ts";
import { inALine } from "#i18n/in-a-line.ts";
import { distanceWords } from "../site-sheet/distance-words.ts";
import { useAtlas, useDerived } from "../shared/atlas-context.ts";
import { Icon } from "../shared/icon.tsx";
import type { SpaceAnswer } from "./space-actions.ts";
import { confirmedWords, kindWords, nearWords, spaceName, unknownWords, wishWords, type Words } from "./wish-words.ts";

export interface SpaceCardProps {
  readonly room: AssessedSpace;
  readonly dataset: Dataset;
  readonly wishes: readonly Wish[];
  readonly filters: SpaceFilters;
  readonly near: SpaceAnswer["near"];
  readonly thisYear: number;
  readonly isOpen: boolean;
  readonly onOpen: (id: SpaceId) => void;
}

/** A room that was found: what it is, where, how old that is, and how it fits. */
export function SpaceCard({ room, dataset, wishes, filters, near, thisYear, isOpen, onOpen }: SpaceCardProps) {
  const atlas = useAtlas();
  const { translate, format } = atlas;
  const { space } = room;
  const name = spaceName(space, atlas);
  const confirmed = confirmedWords(space, thisYear, atlas);
  return (
    <li className="spaces-card" data-space={space.id}>
      <div className="spaces-card-head">
        <button
          type="button"
          className="spaces-open"
          aria-current={isOpen ? "true" : undefined}
          onClick={() => {
            onOpen(space.id);
          }}
        >
          {name}
        </button>
        <SpaceStar id={space.id} name={name} />
      </div>
      <p className="spaces-facts">
        <span>{space.kind === null ? translate("spaces.unknown-kind") : kindWords(space.kind, translate)}</span>
        <span>
          {space.areaSquareMeters === null
            ? translate("spaces.unknown-area")
            : translate("spaces.area", { area: format.number(space.areaSquareMeters, 2) })}
        </span>
        <span>
          {space.priceEuroPerSquareMeterMonth === null
            ? translate("spaces.unknown-price")
            : translate("spaces.price", { price: format.number(space.priceEuroPerSquareMeterMonth, 2) })}
        </span>
        {room.distanceMeters !== null && <b>{awayWords(room, dataset, near, atlas)}</b>}
      </p>
      <p className="room-muted">{whereWords(room, dataset, atlas)}</p>
      {wishes.length > 0 && (
        <p className="spaces-fit">
          <span className="spaces-fit-sum" data-whole={room.unknown === 0}>
            {translate("spaces.fit", { met: room.met, count: wishes.length, unknown: room.unknown })}
          </span>
          <Wishes room={room} wishes={wishes} filters={filters} near={near} />
        </p>
      )}
      <p className="spaces-confirmed" data-old={confirmed.isOld}>
        {confirmed.isOld && <Icon name="warning" size={13} />}
        {confirmed.text}
      </p>
    </li>
  );
}

export type WishesProps = Pick<SpaceCardProps, "room" | "wishes" | "filters" | "near">;

/** How it stands with each wish, in words and signs. */
export function Wishes({ room, wishes, filters, near }: WishesProps) {
  const atlas = useAtlas();
  const { translate } = atlas;
  return wishes.map((wish, index) => {
    const status = room.statuses[index] ?? "unknown";
    const words =
      status === "unknown" ? unknownWords(wish, room, filters, near, atlas) : wishWords(wish, filters, near, atlas);
    return (
      <span key={index} className="spaces-wish" data-status={status}>
        <Icon name={SIGNS[status]} size={14} />
        <span className="visually-hidden">{translate(`spaces.status-${status}`)} </span>
        {words}
      </span>
    );
  });
}

const SIGNS = { met: "check", unmet: "close", unknown: "question" } as const;

/** Puts a room on the shortlist, or takes it off. */
export function SpaceStar({ id, name }: { readonly id: SpaceId; readonly name: string }) {
  const { stores, translate } = useAtlas();
  const listed = useDerived(({ view }) => view.spaces.shortlist.includes(id));
  return (
    <button
      type="button"
      className="pick-star"
      aria-pressed={listed}
      aria-label={translate("spaces.star", { name })}
      title={translate(listed ? "pick.star.take" : "pick.star.put")}
      onClick={() => {
        setSpaceShortlisted(stores.view, id, !listed);
      }}
    >
      <Icon name="star" />
    </button>
  );
}

/** Site, municipality and country of a room. */
export function whereWords(
  { site, space }: AssessedSpace,
  { sites }: Dataset,
  { language, translate, format }: Words,
): string {
  if (site === null) {
    return space.siteId === null
      ? translate("spaces.no-site")
      : translate("spaces.site-not-loaded", { id: space.siteId });
  }
  const country = sites.country[site] ?? null;
  return inALine([
    shownName(sites, site, language),
    sites.municipality[site],
    country === null ? null : format.country(country),
  ]);
}

/** "12 km from Rijeka", or a range where the position is not exact. */
export function awayWords(
  { distanceMeters, site }: AssessedSpace,
  { sites }: Dataset,
  near: SpaceAnswer["near"],
  words: Words,
): string {
  if (distanceMeters === null || site === null) return "";
  const error = positionUncertaintyMeters(sites.precision[site] ?? "unknown");
  const range = { from: Math.max(0, distanceMeters - error), to: distanceMeters + error };
  return words.translate("spaces.away", {
    distance: distanceWords(range, words.translate, words.format),
    place: nearWords(near, words),
  });
}
