import type { ReactNode } from "react";
import type { ReuseStatus } from "#domain/site/site.ts";

export interface TagProps {
  /** Colours the tag as the map colours the site; the words must say the status too. */
  readonly status?: ReuseStatus;
  readonly children: ReactNode;
}

/** One fact about a record, in a few words. */
export function Tag({ status, children }: TagProps) {
  return (
    <span className={status === undefined ? "tag" : "tag tag-status"} data-status={status}>
      {children}
    </span>
  );
}
