import type { ActorId } from "../actor/actor.ts";
import type { SiteId } from "../site/site.ts";
import type { ActorRow, SiteRow } from "./edits.ts";
import { currentActors, currentSites } from "./loaded-rows.ts";
import { putActors, putSites } from "./make-changes.ts";
import type { Change, Workspace } from "./workspace.ts";

/** A value for a field of a record, by the name of its column; as text, numbers with a decimal point. */
export interface Fill {
  readonly id: string;
  readonly field: string;
  readonly text: string;
}

const SITE_KEYS = {
  name_local: "nameLocal",
  country: "country",
  municipality: "municipality",
  coord_source: "positionSource",
  heritage_class: "heritageClass",
  industry: "industry",
  built_from: "builtFromYear",
  closed_in: "closedInYear",
  reuse_status: "reuseStatus",
  status_year: "statusYear",
  current_use: "currentUse",
  floor_area_m2: "floorAreaSquareMeters",
  protection: "protection",
  website: "website",
  source_url: "sourceUrl",
  note: "note",
} as const satisfies Record<string, keyof SiteRow>;

const ACTOR_KEYS = {
  category: "category",
  country: "country",
  municipality: "municipality",
  address: "address",
  coord_source: "positionSource",
  website: "website",
  source_url: "sourceUrl",
  seen_year: "seenYear",
} as const satisfies Record<string, keyof ActorRow>;

const NUMBERS: ReadonlySet<string> = new Set([
  "builtFromYear",
  "closedInYear",
  "statusYear",
  "floorAreaSquareMeters",
  "seenYear",
]);

/** The changes that give records what they lack and another table states; what they state themselves stays. */
export function fillGaps(workspace: Workspace, kind: "sites" | "actors", fills: readonly Fill[]): readonly Change[] {
  const byId = new Map<string, Fill[]>();
  for (const fill of fills) byId.set(fill.id, [...(byId.get(fill.id) ?? []), fill]);
  return kind === "sites"
    ? putSites(workspace, changedRows(currentSites(workspace, byId.keys() as Iterable<SiteId>), byId, SITE_KEYS))
    : putActors(workspace, changedRows(currentActors(workspace, byId.keys() as Iterable<ActorId>), byId, ACTOR_KEYS));
}

function changedRows<Row extends object>(
  rows: ReadonlyMap<string, Row>,
  fills: ReadonlyMap<string, readonly Fill[]>,
  keys: Readonly<Record<string, string>>,
): readonly Row[] {
  return [...rows].flatMap(([id, row]) => {
    const next = filled(row, fills.get(id) ?? [], keys);
    return next === row ? [] : [next];
  });
}

function filled<Row extends object>(row: Row, fills: readonly Fill[], keys: Readonly<Record<string, string>>): Row {
  const values = row as Readonly<Record<string, unknown>>;
  const gaps = fills.flatMap(({ field, text }) => {
    const key = keys[field];
    const isGap = key !== undefined && (values[key] === null || values[key] === "unknown");
    return isGap ? [[key, NUMBERS.has(key) ? Number(text) : text] as const] : [];
  });
  return gaps.length === 0 ? row : { ...row, ...Object.fromEntries(gaps) };
}
