/** From this zoom on actors are drawn: farther out their clusters would lie under and over the sites. */
export const ACTORS_FROM_ZOOM = 6;

/** From this zoom on the ground that no source declares is hatched: farther out that is nearly all of it. */
export const HATCH_FROM_ZOOM = 6;
