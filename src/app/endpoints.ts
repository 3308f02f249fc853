import type { SiteService as Service } from "#domain/live/site-candidate.ts";
import { isHttpAddress } from "#ui/live/host-words.ts";

/** Where the user's own addresses are kept. */
const KEYS: Readonly<Record<Service, string>> = {
  overpass: "refresh-atlas.overpass",
  wikidata: "refresh-atlas.wikidata",
};

/** Public servers of the Overpass API and of Wikidata's query service, asked in turn. */
const USUAL: Readonly<Record<Service, readonly string[]>> = {
  overpass: ["https://overpass-api.de/api/interpreter", "https://overpass.private.coffee/api/interpreter"],
  wikidata: ["https://query.wikidata.org/sparql"],
};

/** The addresses that are asked: the user's own, else the usual ones. */
export function readEndpoints(service: Service): readonly string[] {
  try {
    const kept = (localStorage.getItem(KEYS[service]) ?? "").split("\n").filter(isHttpAddress);
    return kept.length > 0 ? kept : USUAL[service];
  } catch {
    return USUAL[service];
  }
}

/** An empty list brings the usual ones back. Where nothing can be kept, they hold until the page is left. */
export function keepEndpoints(service: Service, endpoints: readonly string[]): void {
  try {
    if (endpoints.length === 0) localStorage.removeItem(KEYS[service]);
    else localStorage.setItem(KEYS[service], endpoints.join("\n"));
  } catch {
    // Storage is closed to this page: the next question falls back to the usual addresses.
  }
}
