import { geodesicMeters } from "../geo/geodesic.ts";
import type { Point, PointColumns } from "../geo/points.ts";
import { createPointGrid } from "../geo/point-grid.ts";
import { foldText } from "../selection/fold-text.ts";
import type { SiteId, SiteTable } from "../site/site.ts";
import type { SiteRow } from "../workspace/edits.ts";
import type { Asked } from "../workspace/table.ts";
import { fillRow, withNote } from "./fill-row.ts";

export type SiteService = Exclude<Asked["service"], "file" | "routing">;

/** A row that has a point. */
export type LocatedRow = SiteRow & { readonly lon: number; readonly lat: number };

/** One object of a service that may be a site. */
export interface FoundSite {
  /** The name is empty where the service has none. */
  readonly row: LocatedRow;
  readonly service: SiteService;
  /** What the service itself calls it: a tag, or the label of a class. */
  readonly kind: string;
  /** Its page at the service. */
  readonly page: string;
  /** The item of Wikidata that it is, or says that it is: "Q42"; `null` where it says none. */
  readonly item: string | null;
}

/** A loaded site that may be the same. */
export interface NearSite {
  readonly id: SiteId;
  readonly name: string;
  readonly meters: number;
}

/** A site of another source, not yet loaded, which somebody has to look at. */
export interface SiteCandidate {
  readonly row: LocatedRow;
  /** Whose position and licence it has. */
  readonly service: SiteService;
  readonly kind: string;
  /** All pages that tell of it, that of `row` first. */
  readonly pages: readonly string[];
  readonly near: NearSite | null;
}

/** What is left of what was found. */
export interface Candidates {
  /** By name. */
  readonly candidates: readonly SiteCandidate[];
  /** Objects without a name, of which nothing is made. */
  readonly nameless: number;
  /** Those that are loaded already, taken over or merged before. */
  readonly loaded: number;
}

/** What a loaded site is compared by. */
export type KnownSites = PointColumns & Pick<SiteTable, "count" | "id" | "name" | "nameLocal" | "sourceUrl" | "note">;

/** Sites of one name so near to each other may be the same. */
const SAME_NAME_METERS = 2000;
/** And so near whatever they are called. */
const SAME_PLACE_METERS = 100;

/** Makes candidates of what services found: each site once, told with the loaded site that it may be. */
export function candidatesOf(found: readonly FoundSite[], sites: KnownSites): Candidates {
  const joined = joinFound(found);
  const named = joined.filter(({ row }) => row.name !== "");
  const compare = compareWith(sites);
  const candidates = named.flatMap((one) => {
    const near = compare(one);
    return near === "loaded" ? [] : [{ ...one, near }];
  });
  return {
    candidates: candidates.sort((a, b) => compareTexts(a.row.name, b.row.name) || compareTexts(a.row.id, b.row.id)),
    nameless: joined.length - named.length,
    loaded: named.length - candidates.length,
  };
}

type Joined = Omit<SiteCandidate, "near">;

/**
 * The same site of several objects is one: what names the same item of Wikidata, and what has the same name within 100 m.
 * OpenStreetMap, whose points are surveyed, states the position; what it lacks is taken from the others.
 */
function joinFound(found: readonly FoundSite[]): readonly Joined[] {
  const ordered = [...found].sort((a, b) => rankOf(a) - rankOf(b) || compareTexts(a.row.id, b.row.id));
  const groups: FoundSite[][] = [];
  const byItem = new Map<string, FoundSite[]>();
  const byName = new Map<string, FoundSite[][]>();
  for (const one of ordered) {
    const name = foldText(one.row.name);
    const namesakes = byName.get(name) ?? [];
    const group =
      (one.item === null ? undefined : byItem.get(one.item)) ??
      (name === ""
        ? undefined
        : namesakes.find(([first]) => first !== undefined && metersBetween(first.row, one.row) <= SAME_PLACE_METERS));
    if (group !== undefined) {
      group.push(one);
      if (one.item !== null && !byItem.has(one.item)) byItem.set(one.item, group);
      continue;
    }
    const fresh = [one];
    groups.push(fresh);
    byName.set(name, [...namesakes, fresh]);
    if (one.item !== null) byItem.set(one.item, fresh);
  }
  return groups.map(joinGroup);
}

/** Whole grounds before buildings before points, OpenStreetMap before Wikidata. */
function rankOf({ service, row }: FoundSite): number {
  if (service === "wikidata") return 3;
  return row.id.startsWith("osm-relation-") ? 0 : row.id.startsWith("osm-way-") ? 1 : 2;
}

function joinGroup(group: readonly FoundSite[]): Joined {
  const [first, ...others] = group as readonly [FoundSite, ...FoundSite[]];
  const pages = [...new Set(group.map(({ page }) => page))];
  let row: SiteRow = first.row;
  for (const other of others) row = fillRow(row, other.row);
  for (const page of pages.slice(1)) row = withNote(row, page);
  return { row: row as LocatedRow, service: first.service, kind: first.kind, pages };
}

/** Tells, for one candidate, that it is loaded, the nearest site that it may be, or that there is none. */
function compareWith(sites: KnownSites): (one: Joined) => NearSite | "loaded" | null {
  const ids = new Set<string>(sites.id);
  const grid = createPointGrid(sites);
  const folded = sites.name.map((name, index) => [foldText(name), foldText(sites.nameLocal[index] ?? "")]);
  return ({ row, pages }) => {
    if (ids.has(row.id)) return "loaded";
    const names = [foldText(row.name), foldText(row.nameLocal ?? "")].filter((name) => name !== "");
    let best: (NearSite & { readonly isNamesake: boolean }) | null = null;
    for (const index of grid.propose(row, SAME_NAME_METERS)) {
      const told = `${sites.sourceUrl[index] ?? ""} ${sites.note[index] ?? ""}`;
      if (pages.some((page) => isNamedIn(told, page))) return "loaded";
      const meters = metersBetween(row, { lon: sites.lon[index]!, lat: sites.lat[index]! });
      const isNamesake = names.some((name) => folded[index]!.includes(name));
      if (meters > (isNamesake ? SAME_NAME_METERS : SAME_PLACE_METERS)) continue;
      if (best === null || isBetter({ isNamesake, meters }, best)) {
        best = { id: sites.id[index]!, name: sites.name[index]!, meters, isNamesake };
      }
    }
    return best === null ? null : { id: best.id, name: best.name, meters: best.meters };
  };
}

interface Likeness {
  readonly isNamesake: boolean;
  readonly meters: number;
}

/** A namesake goes before what only stands near: several sites may stand at the point of their town. Then the nearer. */
function isBetter(a: Likeness, b: Likeness): boolean {
  return a.isNamesake === b.isNamesake ? a.meters < b.meters : a.isNamesake;
}

/** Whether the text holds the address, and not one that only begins so. */
function isNamedIn(text: string, page: string): boolean {
  for (let at = text.indexOf(page); at >= 0; at = text.indexOf(page, at + 1)) {
    if (!/\d/.test(text.charAt(at + page.length))) return true;
  }
  return false;
}

function metersBetween(a: Point, b: Point): number {
  return geodesicMeters({ lon: a.lon, lat: a.lat }, { lon: b.lon, lat: b.lat });
}

/** By code units, so that the order is the same everywhere; accents and case do not part names. */
function compareTexts(a: string, b: string): number {
  const [left, right] = [foldText(a), foldText(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}
