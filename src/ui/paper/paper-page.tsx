import { useLayoutEffect, useRef, type ReactNode } from "react";
import { useAtlas } from "../shared/atlas-context.ts";

export interface PaperPageProps {
  /** What stands at the head of the page, beside the page's name. */
  readonly kind: string;
  /** Names the page for who listens. */
  readonly label: string;
  readonly page: number;
  readonly pages: number;
  /** ISO 8601 day of printing. */
  readonly day: string;
  readonly children: ReactNode;
}

/** In steps from the usual size of all that stands on a sheet to the least that can be read. */
const SIZES = [1, 0.97, 0.94, 0.91, 0.88, 0.85, 0.82, 0.79, 0.76] as const;

/** One sheet of A4: what is on it never runs onto the next; where words are long, all of it is smaller. */
export function PaperPage({ kind, label, page, pages, day, children }: PaperPageProps) {
  const { translate, format } = useAtlas();
  const body = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (body.current !== null) fit(body.current);
  });
  return (
    <article className="paper-page" aria-label={label}>
      <header>
        <b>REFREsh Atlas</b>
        <span>{kind}</span>
        <span>{format.date(day)}</span>
      </header>
      <div ref={body} className="paper-body">
        {children}
      </div>
      <footer>{translate("paper.page", { page: format.number(page), pages: format.number(pages) })}</footer>
    </article>
  );
}

function fit(body: HTMLElement): void {
  for (const size of SIZES) {
    body.style.setProperty("zoom", String(size));
    if (body.scrollHeight <= body.clientHeight) return;
  }
}
