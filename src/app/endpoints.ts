const KEY = "refresh-atlas.overpass";

/** Public servers of the Overpass API, asked in turn. */
const USUAL = ["https://overpass-api.de/api/interpreter", "https://overpass.private.coffee/api/interpreter"] as const;

/** The addresses that are asked: the user's own, else the usual ones. */
export function readEndpoints(): readonly string[] {
  try {
    const kept = (localStorage.getItem(KEY) ?? "").split("\n").filter(isEndpoint);
    return kept.length > 0 ? kept : USUAL;
  } catch {
    return USUAL;
  }
}

/** An empty list brings the usual ones back. Where nothing can be kept, they hold until the page is left. */
export function keepEndpoints(endpoints: readonly string[]): void {
  try {
    if (endpoints.length === 0) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, endpoints.join("\n"));
  } catch {
    // Storage is closed to this page: the next question falls back to the usual addresses.
  }
}

function isEndpoint(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}
