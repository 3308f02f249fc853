/** From this zoom on actors are drawn: farther out their clusters would lie under and over the sites. */
export const ACTORS_FROM_ZOOM = 6;
