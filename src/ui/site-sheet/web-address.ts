/** A web address that may be linked to (http or https), with the words shown for it. */
export interface WebAddress {
  readonly href: string;
  /** Host without "www.". */
  readonly host: string;
}

/** `null` for anything that is no http or https address: such text is shown, never linked. */
export function webAddress(text: string | null): WebAddress | null {
  if (text === null || !URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.protocol !== "http:" && url.protocol !== "https:") return null;
  return { href: url.href, host: url.hostname.replace(/^www\./, "") };
}

/** The page behind a position source: the address itself, or the GeoNames page of `geonames:ID`. */
export function positionSourceAddress(source: string | null): WebAddress | null {
  const id = /^geonames:(\d+)$/.exec(source ?? "")?.[1];
  return webAddress(id === undefined ? source : geonamesPage(Number(id)));
}

export function geonamesPage(id: number): string {
  return `https://www.geonames.org/${String(id)}`;
}
