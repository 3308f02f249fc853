import type { ReactNode } from "react";
import { linkAttributes, type WebAddress } from "#state/web-address.ts";
import { OutsideMark } from "./outside-mark.tsx";

export interface WebLinkProps {
  readonly address: WebAddress;
  /** The host by default. */
  readonly children?: ReactNode;
  /** Where its words do not tell by themselves what it leads to. */
  readonly label?: string;
  readonly className?: string;
}

/** A link to elsewhere, the only one that the page has: a static test holds that no other is made. */
export function WebLink({ address, children = address.host, label, className = "sheet-link" }: WebLinkProps) {
  return (
    <a className={className} {...linkAttributes(address)} title={address.href} aria-label={label}>
      {children}
      {address.isPage && <OutsideMark />}
    </a>
  );
}
