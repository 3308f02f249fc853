import type { ReactNode } from "react";
import { useAtlas } from "../shared/atlas-context.ts";
import type { PaperLink } from "./paper-actions.ts";

export interface PaperEndProps {
  readonly link: PaperLink;
  /** What the page rests on, as paragraphs. */
  readonly children: ReactNode;
}

/** The foot of a page: what it rests on, and the way back to the view, as text and as a code for cameras. */
export function PaperEnd({ link: { url, code }, children }: PaperEndProps) {
  const { translate } = useAtlas();
  return (
    <div className="paper-end">
      <div>
        {children}
        <p>
          <b>{translate("paper.link")}</b> {url}
          {code === null && <em> {translate("paper.no-code")}</em>}
        </p>
      </div>
      {code !== null && (
        <svg viewBox={`0 0 ${String(code.side)} ${String(code.side)}`} role="img" aria-label={translate("paper.code")}>
          <path d={code.path} />
        </svg>
      )}
    </div>
  );
}
