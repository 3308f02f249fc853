import type { Catchment } from "#domain/catchment/catchment.ts";
import { verdictSentence } from "#i18n/verdict-sentence.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { SiteSymbol } from "../shared/site-symbol.tsx";

/** The answer first, then the numbers it follows from, then what limits it. */
export function VerdictBlock({ catchment }: { readonly catchment: Catchment }) {
  const { translate, format } = useAtlas();
  const { headline, detail, remarks } = verdictSentence(catchment, translate, format);
  return (
    <div className="sheet-verdict" data-verdict={catchment.verdict} data-testid="verdict">
      <p className="sheet-verdict-headline">
        <SiteSymbol verdict={catchment.verdict} status={null} size={18} />
        <span>{headline}</span>
      </p>
      <p className="sheet-verdict-detail">{detail}</p>
      {remarks.length > 0 && (
        <ul className="sheet-verdict-remarks">
          {remarks.map((remark) => (
            <li key={remark}>{remark}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
