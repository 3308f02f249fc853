declare module "topojson-server" {
  import type { GeoJsonObject } from "geojson";
  import type { Topology } from "topojson-specification";

  /** Makes a topology of GeoJSON objects; edges with the same vertices become one arc. */
  export function topology(objects: Readonly<Record<string, GeoJsonObject>>): Topology;
}
