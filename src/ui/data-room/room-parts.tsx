import type { ReactNode } from "react";
import { webAddress } from "#state/web-address.ts";
import { WebLink } from "../shared/web-link.tsx";

export interface PartProps {
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
}

export function Part({ id, title, children }: PartProps) {
  return (
    <section className="room-part" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {children}
    </section>
  );
}

/** A table that is wider than its column scrolls by itself, by keyboard too. */
export function Scroll({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="room-scroll" role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}

/** A link that a source states; text where it is no address that a page may open. */
export function Outside({ url, children }: { readonly url: string; readonly children: ReactNode }) {
  // The tables that come with the page state their description by its place in the page.
  const address = webAddress(url.startsWith("generated/") ? new URL(url, document.baseURI).href : url);
  return address === null ? (
    children
  ) : (
    <WebLink address={address} className="room-link">
      {children}
    </WebLink>
  );
}
