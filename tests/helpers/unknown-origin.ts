import type { IsochroneOrigin } from "#domain/travel/isochrone-table.ts";

/** Of an isochrone that states nothing. */
export const UNKNOWN_ORIGIN: IsochroneOrigin = {
  provider: null,
  engine: null,
  dataDate: null,
  computed: null,
  attribution: null,
};
