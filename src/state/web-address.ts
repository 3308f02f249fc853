/** An address that may be linked to, with the words shown for it. */
export interface WebAddress {
  readonly href: string;
  /** Host without "www."; of mail the address. */
  readonly host: string;
  /** Whether it is a page that opens beside this one, rather than a mail. */
  readonly isPage: boolean;
}

/** `null` for anything but http, https and mailto: such text is shown, never linked. */
export function webAddress(text: string | null): WebAddress | null {
  if (text === null || !/^(https?:\/\/|mailto:)/i.test(text) || !URL.canParse(text)) return null;
  const { protocol, href, hostname, pathname } = new URL(text);
  if (protocol !== "mailto:") return { href, host: hostname.replace(/^www\./, ""), isPage: true };
  // Nothing but who it is to: what else such a link may state, such as copies, is not seen before it is sent.
  return /^[^\s@,;]+@[^\s@,;]+$/.test(pathname) ? { href: `mailto:${pathname}`, host: pathname, isPage: false } : null;
}

const REL = ["noopener", "noreferrer"].join(" ");

/** What every link to elsewhere has: it opens beside the page and tells nothing of where it was opened from. */
export function linkAttributes({ href, isPage }: WebAddress) {
  return { href, ...(isPage && { target: "_blank" }), rel: REL } as const;
}

/** The page behind a position source: the address itself, or the GeoNames page of `geonames:ID`. */
export function positionSourceAddress(source: string | null): WebAddress | null {
  const id = /^geonames:(\d+)$/.exec(source ?? "")?.[1];
  return webAddress(id === undefined ? source : geonamesPage(Number(id)));
}

export function geonamesPage(id: number): string {
  return `https://www.geonames.org/${String(id)}`;
}
