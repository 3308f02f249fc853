import { isBasemap, isGroundLook, type Basemap, type GroundLook } from "#domain/ground/basemap.ts";
import { isListOf, isRecordOf, isText } from "#domain/shape.ts";
import { findAddressFault } from "#ui/ground/addresses.ts";
import { BASEMAP_KEY } from "./kept-basemap.ts";

/** A basemap that the user has agreed to. */
export interface KeptBasemap {
  readonly basemap: Basemap;
  /** The hosts that were named to the user; no other is asked. */
  readonly agreed: readonly string[];
  readonly look: GroundLook;
}

const isKept = isRecordOf<KeptBasemap>({ basemap: isBasemap, agreed: isListOf(isText), look: isGroundLook });

/** `null` where none was kept, or what was kept is none. */
export function readKeptBasemap(): KeptBasemap | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(BASEMAP_KEY) ?? "null");
    return isKept(kept) && findAddressFault(kept.basemap, location.protocol === "https:") === null ? kept : null;
  } catch {
    return null;
  }
}

/** `null` forgets it. Where nothing can be kept it holds until the page is left. */
export function keepBasemap(kept: KeptBasemap | null): void {
  try {
    if (kept === null) localStorage.removeItem(BASEMAP_KEY);
    else localStorage.setItem(BASEMAP_KEY, JSON.stringify(kept));
  } catch {
    // Storage is full or closed to this page.
  }
}
