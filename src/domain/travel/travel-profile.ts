/** How somebody travels, in the order in which menus show it. */
export const TRAVEL_PROFILES = ["car", "bicycle", "foot"] as const;
export type TravelProfile = (typeof TRAVEL_PROFILES)[number];
