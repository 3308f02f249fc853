/** Names of the map's sources. */
export const SOURCE = {
  land: "land",
  borders: "borders",
  lakes: "lakes",
  rivers: "rivers",
  towns: "towns",
  countries: "countries",
  villages: "villages",
  undeclared: "undeclared",
  coverage: "coverage",
  within: "within",
  drawn: "drawn",
  catchment: "catchment",
  actorsCounted: "actors-counted",
  actorsOther: "actors-other",
  actorsCrowd: "actors-crowd",
  actorFocus: "actor-focus",
  sitesOther: "sites-other",
  sites: "sites",
  sitesMany: "sites-many",
  siteHubs: "site-hubs",
  siteSelected: "site-selected",
  hypothetical: "hypothetical",
} as const;
export type SourceId = (typeof SOURCE)[keyof typeof SOURCE];

/** Begins the names of sources and layers of a basemap from elsewhere. */
export const GROUND_PREFIX = "ground-";

/** Under which the map asks for tiles of actors and of sites, and an address that it never asks for. */
export const TILE_PROTOCOL = "actors";
export const SITE_TILE_PROTOCOL = "sites";
export const NO_TILES = `${TILE_PROTOCOL}://none/{z}/{x}/{y}`;
