import type { ReactNode } from "react";
import { OutsideMark } from "../shared/outside-mark.tsx";

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
  if (url === "" || !URL.canParse(url, document.baseURI)) return children;
  const { href, protocol } = new URL(url, document.baseURI);
  if (protocol !== "http:" && protocol !== "https:") return children;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {children}
      <OutsideMark />
    </a>
  );
}
