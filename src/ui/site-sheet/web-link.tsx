import type { ReactNode } from "react";
import { OutsideMark } from "../shared/outside-mark.tsx";
import type { WebAddress } from "./web-address.ts";

export interface WebLinkProps {
  readonly address: WebAddress;
  /** The host by default. */
  readonly children?: ReactNode;
}

/** A link to a page elsewhere; opens beside the atlas and tells it nothing about where it was opened from. */
export function WebLink({ address, children = address.host }: WebLinkProps) {
  return (
    <a className="sheet-link" href={address.href} target="_blank" rel="noopener noreferrer" title={address.href}>
      {children}
      <OutsideMark />
    </a>
  );
}
