declare module "geokdbush" {
  import type KDBush from "kdbush";

  /** Indices of the points within `maxDistance` (kilometres, sphere), nearest first. */
  export function around(index: KDBush, lng: number, lat: number, maxResults?: number, maxDistance?: number): number[];
}
