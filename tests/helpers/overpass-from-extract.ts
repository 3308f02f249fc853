import { createOSMStream } from "osm-pbf-parser-node";
import type { AskedKey } from "#data/osm/overpass-query.ts";

interface Item {
  readonly type?: "node" | "way" | "relation";
  readonly id: number;
  readonly lon?: number;
  readonly lat?: number;
  readonly tags?: Readonly<Record<string, string>>;
  readonly refs?: readonly number[];
  readonly members?: readonly { readonly type: string; readonly ref: number }[];
}

/**
 * What the Overpass API, holding just an extract, answers to `out tags center` for these keys. The extract is read by a
 * package that shares no code with our reader, all at once.
 */
export async function overpassFromExtract(
  file: string,
  keys: readonly AskedKey[],
  asOf: string | null,
): Promise<string> {
  const items: Item[] = [];
  for await (const item of createOSMStream(file, { withTags: true, withInfo: false })) items.push(item as Item);
  const nodes = new Map<number, Item>();
  const ways = new Map<number, Item>();
  for (const item of items) {
    if (item.type === "node") nodes.set(item.id, item);
    else if (item.type === "way") ways.set(item.id, item);
  }
  const nodesOf = ({ refs = [], members = [] }: Item): readonly Item[] => [
    ...refs.flatMap((id) => nodes.get(id) ?? []),
    ...members.flatMap(({ type, ref }) => {
      if (type === "node") return nodes.get(ref) ?? [];
      const way = type === "way" ? ways.get(ref) : undefined;
      return way === undefined ? [] : nodesOf(way);
    }),
  ];
  const elements = items.flatMap((item) => {
    const { type, id, tags = {} } = item;
    if (type === undefined || !keys.some((key) => isAsked(tags, key))) return [];
    if (type === "node") return { type, id, lat: fixed(item.lat!), lon: fixed(item.lon!), tags };
    const lats = nodesOf(item).map(({ lat }) => lat!);
    const lons = nodesOf(item).map(({ lon }) => lon!);
    return lats.length === 0
      ? { type, id, tags }
      : { type, id, center: { lat: middle(lats), lon: middle(lons) }, tags };
  });
  const osm3s = {
    copyright: "The data included in this document is from www.openstreetmap.org.",
    ...(asOf === null ? {} : { timestamp_osm_base: asOf }),
  };
  return JSON.stringify({ version: 0.6, generator: "Overpass API", osm3s, elements });
}

/** As the expression of the query takes a value, alone or in a list. */
function isAsked(tags: Readonly<Record<string, string>>, { key, values }: AskedKey): boolean {
  const value = tags[key];
  if (value === undefined) return false;
  return values === null || value.split(";").some((part) => values.includes(part.replace(/^ +| +$/g, "")));
}

function middle(degrees: readonly number[]): number {
  const least = degrees.reduce((a, b) => Math.min(a, b));
  const most = degrees.reduce((a, b) => Math.max(a, b));
  return fixed((least + most) / 2);
}

function fixed(degrees: number): number {
  return Number(degrees.toFixed(7));
}
