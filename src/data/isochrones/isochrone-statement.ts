import type { IsochroneOrigin } from "#domain/travel/isochrone-table.ts";
import type { TravelProfile } from "#domain/travel/travel-profile.ts";
import { isJsonObject, type JsonObject } from "../json.ts";
import { profileOf, type IsochroneWriter } from "./isochrone-columns.ts";

/** What a file says of all of its isochrones. */
export interface IsochroneStatement {
  readonly profile: TravelProfile | null;
  readonly isOfDistance: boolean;
  readonly origin: IsochroneOrigin;
}

const PROVIDERS: Readonly<Record<IsochroneWriter, string | null>> = {
  atlas: null,
  valhalla: "Valhalla",
  openrouteservice: "openrouteservice",
  "ors-tools": "openrouteservice",
  traveltime: "TravelTime",
  other: null,
};

/** @param members of a FeatureCollection beside its features; `null` where there are none */
export function isochroneStatement(members: JsonObject | null, writer: IsochroneWriter): IsochroneStatement {
  const stated = memberOf(members, "metadata");
  const query = memberOf(stated, "query");
  const engine = memberOf(stated, "engine");
  const text = (from: JsonObject, key: string) =>
    typeof from[key] === "string" && from[key] !== "" ? from[key] : null;
  const version = text(engine, "version");
  const timestamp = stated["timestamp"];
  return {
    profile: profileOf(text(query, "profile") ?? ""),
    isOfDistance: text(query, "range_type") === "distance",
    origin: {
      provider: PROVIDERS[writer],
      engine: version === null ? null : `${PROVIDERS[writer] ?? ""} ${version}`.trim(),
      dataDate: text(engine, "osm_date") ?? text(engine, "graph_date"),
      computed: isTime(timestamp) ? new Date(timestamp).toISOString() : null,
      attribution: text(stated, "attribution"),
    },
  };
}

function memberOf(json: JsonObject | null, key: string): JsonObject {
  const member = json?.[key];
  return isJsonObject(member) ? member : {};
}

const LATEST_TIME = 8.64e15;

function isTime(value: unknown): value is number {
  return typeof value === "number" && Math.abs(value) <= LATEST_TIME;
}
