/** Where the user's basemap is kept: on this device, and in no link. */
export const BASEMAP_KEY = "refresh-atlas.basemap";

/** Whether one was kept, so that what it needs is loaded. */
export function hasKeptBasemap(): boolean {
  try {
    return localStorage.getItem(BASEMAP_KEY) !== null;
  } catch {
    return false;
  }
}
