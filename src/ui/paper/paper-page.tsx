import type { ReactNode } from "react";
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

/** One sheet of A4: what is on it never runs onto the next. */
export function PaperPage({ kind, label, page, pages, day, children }: PaperPageProps) {
  const { translate, format } = useAtlas();
  return (
    <article className="paper-page" aria-label={label}>
      <header>
        <b>REFREsh Atlas</b>
        <span>{kind}</span>
        <span>{format.date(day)}</span>
      </header>
      <div className="paper-body">{children}</div>
      <footer>{translate("paper.page", { page: format.number(page), pages: format.number(pages) })}</footer>
    </article>
  );
}
