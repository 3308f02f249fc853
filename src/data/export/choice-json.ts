import type { AreaId } from "#domain/area/area.ts";
import {
  boxArea,
  circleArea,
  findDrawnFault,
  polygonArea,
  type DrawnArea,
  type Position,
} from "#domain/selection/drawn-area.ts";
import { isFiniteNumber, isListOf, isText, type Shape } from "#domain/shape.ts";
import type { SiteId } from "#domain/site/site.ts";
import { isJsonObject, type JsonObject } from "../json.ts";

/** What beside the filters makes the selection, and the shortlist. */
export interface ExportedChoice {
  readonly drawn: DrawnArea | null;
  /** The chosen area of a layer; its name only where it is loaded. */
  readonly within: { readonly id: AreaId; readonly name: string | null } | null;
  readonly added: readonly SiteId[];
  readonly removed: readonly SiteId[];
  readonly shortlist: readonly SiteId[];
  readonly onlyShortlist: boolean;
}

/** Lists a member, by its path, that is not what is expected. */
type Refuse = (path: readonly string[], found: unknown, expected: string) => void;

export const NO_CHOICE: ExportedChoice = {
  drawn: null,
  within: null,
  added: [],
  removed: [],
  shortlist: [],
  onlyShortlist: false,
};

/** The choice as members of a file's metadata. */
export function choiceMembers({ drawn, within, added, removed, shortlist, onlyShortlist }: ExportedChoice) {
  return {
    drawn_area: drawn === null ? null : drawnMembers(drawn),
    within_area: within === null ? null : { id: within.id, name: within.name },
    added_by_hand: added,
    taken_out_by_hand: removed,
    shortlist,
    only_shortlist: onlyShortlist,
  };
}

function drawnMembers(drawn: DrawnArea) {
  switch (drawn.kind) {
    case "polygon":
      return { kind: drawn.kind, ring: drawn.ring };
    case "box": {
      const [west, south, east, north] = drawn.bounds;
      return { kind: drawn.kind, west, south, east, north };
    }
    case "circle":
      return { kind: drawn.kind, lon: drawn.center.lon, lat: drawn.center.lat, radius_m: drawn.radiusMeters };
  }
}

/** Reads it back; what is missing, as in files of earlier versions, is not set, what cannot be read is refused and not set. */
export function readChoice(metadata: JsonObject, refuse: Refuse): ExportedChoice {
  const member = <T>(key: string, shape: Shape<T>, unset: T, expected: string): T => {
    const found = metadata[key] ?? null;
    if (found === null || shape(found)) return found ?? unset;
    refuse([key], found, expected);
    return unset;
  };
  const ids = (key: string) => [...new Set(member(key, isListOf(isText), [], "array of id"))] as SiteId[];
  const added = ids("added_by_hand");
  return {
    drawn: readDrawn(metadata["drawn_area"] ?? null, refuse),
    within: readWithin(metadata["within_area"] ?? null, refuse),
    added,
    removed: ids("taken_out_by_hand").filter((id) => !added.includes(id)),
    shortlist: ids("shortlist"),
    onlyShortlist: member("only_shortlist", (value) => typeof value === "boolean", false, "boolean"),
  };
}

function readWithin(found: unknown, refuse: Refuse): ExportedChoice["within"] {
  if (found === null) return null;
  const id = isJsonObject(found) ? found["id"] : null;
  const name = isJsonObject(found) ? (found["name"] ?? null) : null;
  if (isText(id) && id !== "" && (name === null || isText(name))) return { id: id as AreaId, name };
  refuse(["within_area"], found, "id, name");
  return null;
}

const isRing = isListOf((value): value is Position => isListOf(isFiniteNumber)(value) && value.length === 2);

function readDrawn(found: unknown, refuse: Refuse): DrawnArea | null {
  if (found === null) return null;
  const drawn = isJsonObject(found) ? makeDrawn(found) : null;
  if (drawn !== null && findDrawnFault(drawn) === null) return drawn;
  refuse(["drawn_area"], found, "polygon, box, circle");
  return null;
}

function makeDrawn(found: JsonObject): DrawnArea | null {
  const number = (key: string) => (isFiniteNumber(found[key]) ? found[key] : NaN);
  const { kind, ring } = found as { kind?: unknown; ring?: unknown };
  switch (kind) {
    case "polygon":
      return isRing(ring) ? polygonArea(ring) : null;
    case "box":
      return boxArea([number("west"), number("south"), number("east"), number("north")]);
    case "circle":
      return circleArea({ lon: number("lon"), lat: number("lat") }, number("radius_m"));
    default:
      return null;
  }
}
