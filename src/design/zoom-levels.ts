/** Actors up to which they are handed to the map, which clusters them itself; more come as tiles. */
export const MOST_ACTORS_DRAWN = 10_000;

/** From this zoom on the actors of a small table are drawn: farther out their clusters would lie under and over the sites. */
export const ACTORS_FROM_ZOOM = 6;

/** From this zoom on the ground that no source declares is hatched: farther out that is nearly all of it. */
export const HATCH_FROM_ZOOM = 6;

/** Sites up to which each is drawn with its symbol: handing over more blocks the page. More are dots, which come as tiles. */
export const MOST_SITE_SYMBOLS = 3000;
/** From this zoom on those of many sites that are in view have their symbols, too. */
export const SYMBOLS_FROM_ZOOM = 10;

/** Sites that are not selected are drawn faintly up to so many; more would hide what is selected, and block the page. */
export const MOST_FAINT_SITES = 3000;
