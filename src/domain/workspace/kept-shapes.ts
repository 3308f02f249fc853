import type { Activity, ActivityId } from "../activity/activity.ts";
import { ALL_CATEGORIES, SECTORS, type ActorId } from "../actor/actor.ts";
import { COVERAGE_LEVELS, type CoverageArea, type CoverageShape } from "../coverage/coverage.ts";
import type { Area, AreaId, PolygonRings } from "../area/area.ts";
import type { DataSource } from "../data-source.ts";
import { PRECISIONS } from "../geo/points.ts";
import { DECIMAL_MARKS, type FieldSource, type Mapping } from "../ingest/mapping.ts";
import {
  isCount,
  isEither,
  isFiniteNumber,
  isFlag,
  isLatitude,
  isListOf,
  isLongitude,
  isMapOf,
  isObject,
  isOneOf,
  isOrNull,
  isRecordOf,
  isText,
  type Shape,
} from "../shape.ts";
import { HERITAGE_CLASSES, INDUSTRIES, PROTECTIONS, REUSE_STATUSES, type SiteId } from "../site/site.ts";
import type { Space, SpaceId } from "../space/space.ts";
import type { Meters } from "../units.ts";
import type { ActorRow, Edit, SiteRow } from "./edits.ts";
import type { IsochroneId, IsochroneRow } from "../travel/isochrone-row.ts";
import { TRAVEL_PROFILES } from "../travel/travel-profile.ts";
import { TABLE_KINDS, TABLE_ORIGINS, type Asked, type AskedArea, type TableId, type TableInfo } from "./table.ts";

/** A text as an identifier of its own kind. */
const isId = <T extends string>() => isText as Shape<T>;
const textOrNull = isOrNull(isText);
const numberOrNull = isOrNull(isFiniteNumber);

const isSource = isRecordOf<DataSource>({
  id: isText,
  title: isText,
  licence: isText,
  licenceUrl: isText,
  url: isText,
  date: textOrNull,
  attribution: isText,
});

const isPosition: Shape<readonly [number, number]> = (value): value is readonly [number, number] =>
  Array.isArray(value) && value.length === 2 && isLongitude(value[0]) && isLatitude(value[1]);

const isCoverageShape: Shape<CoverageShape> = isEither(
  isRecordOf<Extract<CoverageShape, { kind: "everywhere" }>>({ kind: isOneOf(["everywhere"]) }),
  isEither(
    isRecordOf<Extract<CoverageShape, { kind: "disc" }>>({
      kind: isOneOf(["disc"]),
      center: isRecordOf({ lon: isLongitude, lat: isLatitude }),
      radiusMeters: isFiniteNumber as Shape<Meters>,
    }),
    isRecordOf<Extract<CoverageShape, { kind: "polygon" }>>({
      kind: isOneOf(["polygon"]),
      rings: isListOf(isListOf(isPosition)),
    }),
  ),
);

const isLevel = isOneOf(COVERAGE_LEVELS);

const isCoverageArea = isRecordOf<CoverageArea>({
  id: isText,
  source: isText,
  date: textOrNull,
  levels: isRecordOf({ creative: isLevel, trade: isLevel, service: isLevel }),
  shape: isCoverageShape,
});

const isAskedArea: Shape<AskedArea> = isEither(
  isRecordOf<Extract<AskedArea, { kind: "disc" }>>({
    kind: isOneOf(["disc"]),
    center: isRecordOf({ lon: isLongitude, lat: isLatitude }),
    radiusMeters: isFiniteNumber as Shape<Meters>,
  }),
  isRecordOf<Extract<AskedArea, { kind: "box" }>>({
    kind: isOneOf(["box"]),
    west: isLongitude,
    south: isLatitude,
    east: isLongitude,
    north: isLatitude,
  }),
);

const isAsked = isRecordOf<Asked>({
  service: isOneOf(["overpass", "wikidata", "file", "routing"]),
  endpoint: isText,
  areas: isListOf(isAskedArea),
  asOf: textOrNull,
});

/** Tables of before the services could be asked do not tell that they were not. */
export const isTableInfo: Shape<TableInfo> = (value): value is TableInfo =>
  isWithoutAsked(value) && (!("asked" in value) || isAsked(value.asked));

const isWithoutAsked = isRecordOf<Omit<TableInfo, "asked">>({
  id: isId<TableId>(),
  kind: isOneOf(TABLE_KINDS),
  title: isText,
  origin: isOneOf(TABLE_ORIGINS),
  source: isSource,
  rowsRead: isCount,
  rowsRejected: isCount,
  rowsMerged: isCount,
  rowCount: isCount,
  sizeBytes: isCount,
  loadedAt: isText,
  coverage: isListOf(isCoverageArea),
});

const isSiteRow = isRecordOf<SiteRow>({
  id: isId<SiteId>(),
  name: isText,
  nameLocal: textOrNull,
  country: textOrNull,
  municipality: textOrNull,
  lon: isOrNull(isLongitude),
  lat: isOrNull(isLatitude),
  precision: isOneOf(PRECISIONS),
  positionSource: textOrNull,
  heritageClass: isOneOf(HERITAGE_CLASSES),
  industry: isOneOf(INDUSTRIES),
  builtFromYear: numberOrNull,
  closedInYear: numberOrNull,
  reuseStatus: isOneOf(REUSE_STATUSES),
  statusYear: numberOrNull,
  currentUse: textOrNull,
  floorAreaSquareMeters: numberOrNull,
  protection: isOneOf(PROTECTIONS),
  website: textOrNull,
  sourceUrl: textOrNull,
  note: textOrNull,
});

const isActorRow = isRecordOf<ActorRow>({
  id: isId<ActorId>(),
  name: isText,
  sector: isOneOf(SECTORS),
  category: isOneOf(ALL_CATEGORIES),
  country: textOrNull,
  municipality: textOrNull,
  address: textOrNull,
  lon: isLongitude,
  lat: isLatitude,
  precision: isOneOf(PRECISIONS),
  positionSource: textOrNull,
  website: textOrNull,
  sourceUrl: textOrNull,
  seenYear: numberOrNull,
});

export function isEditOf<Row extends object>(row: Shape<Row>): Shape<Edit<Row>> {
  return isEither(
    isRecordOf<Extract<Edit<Row>, { kind: "put" }>>({ kind: isOneOf(["put"]), row }),
    isRecordOf<Extract<Edit<Row>, { kind: "deleted" }>>({ kind: isOneOf(["deleted"]) }),
  );
}

export const isSiteEdit = isEditOf(isSiteRow);

export const isActorEdit = isEditOf(isActorRow);

/** What rooms did not tell that were kept before it could be told. */
const LATER_OF_SPACES = {
  loadKilonewtonsPerSquareMeter: null,
  access: null,
  heating: null,
  availableUntil: null,
  terms: null,
  contactPage: null,
} as const satisfies Partial<Space>;

/** A room as it is kept; those of earlier versions lack some members, which {@link completeSpace} adds. */
export const isKeptSpace: Shape<Partial<Space>> = (value): value is Partial<Space> =>
  isObject(value) && isSpace({ ...LATER_OF_SPACES, ...value });

export function completeSpace(kept: Partial<Space>): Space {
  return { ...LATER_OF_SPACES, ...kept } as Space;
}

const isSpace = isRecordOf<Space>({
  id: isId<SpaceId>(),
  siteId: textOrNull,
  name: isText,
  kind: textOrNull,
  areaSquareMeters: numberOrNull,
  heightMeters: numberOrNull,
  loadKilonewtonsPerSquareMeter: numberOrNull,
  equipment: textOrNull,
  access: textOrNull,
  heating: textOrNull,
  priceEuroPerSquareMeterMonth: numberOrNull,
  availableFrom: textOrNull,
  availableUntil: textOrNull,
  terms: textOrNull,
  contact: textOrNull,
  contactPage: textOrNull,
  lastConfirmed: textOrNull,
  sourceUrl: textOrNull,
});

export const isActivity = isRecordOf<Activity>({
  id: isId<ActivityId>(),
  type: textOrNull,
  title: isText,
  siteId: textOrNull,
  place: textOrNull,
  country: textOrNull,
  lon: isOrNull(isLongitude),
  lat: isOrNull(isLatitude),
  precision: isOneOf(PRECISIONS),
  dateFrom: textOrNull,
  dateTo: textOrNull,
  note: textOrNull,
  sourceUrl: textOrNull,
});

const isRing: Shape<PolygonRings[number]> = (value): value is PolygonRings[number] => {
  if (!isListOf(isPosition)(value) || value.length < 4) return false;
  const [first, last] = [value[0], value.at(-1)];
  return first?.[0] === last?.[0] && first?.[1] === last?.[1];
};

const isFilled =
  <T>(shape: Shape<readonly T[]>): Shape<readonly T[]> =>
  (value): value is readonly T[] =>
    shape(value) && value.length > 0;

/** Polygons with an outer ring, rings closed and of four positions at least; none where no ground is meant. */
const isGround: Shape<readonly PolygonRings[]> = isListOf(isFilled(isListOf(isRing)));

/** Of an area. */
export const isPolygons: Shape<Area["polygons"]> = isFilled(isGround);

export const isArea = isRecordOf<Area>({
  id: isId<AreaId>(),
  name: isText,
  country: textOrNull,
  polygons: isPolygons,
  sourceUrl: textOrNull,
});

export const isIsochrone = isRecordOf<IsochroneRow>({
  id: isId<IsochroneId>(),
  siteId: textOrNull,
  lon: numberOrNull,
  lat: numberOrNull,
  profile: isOrNull(isOneOf(TRAVEL_PROFILES)),
  minutes: isFiniteNumber,
  polygons: isGround,
  provider: textOrNull,
  engine: textOrNull,
  dataDate: textOrNull,
  computed: textOrNull,
  attribution: textOrNull,
});

const isFieldSource: Shape<FieldSource> = isEither(
  isRecordOf<Extract<FieldSource, { kind: "column" }>>({ kind: isOneOf(["column"]), column: isCount }),
  isRecordOf<Extract<FieldSource, { kind: "constant" }>>({ kind: isOneOf(["constant"]), value: isText }),
);

export const isMapping = isRecordOf<Mapping>({
  kind: isOneOf(TABLE_KINDS),
  fields: isMapOf(isFieldSource),
  values: isMapOf(isMapOf(isText)),
  decimalMark: isOneOf(DECIMAL_MARKS),
  pointFrom: isOneOf(["geometry", "fields"]),
  crs: isText,
  swapped: isFlag,
});
