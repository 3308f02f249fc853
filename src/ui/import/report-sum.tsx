import { ROW_OUTCOMES, type ReadSummary } from "#domain/ingest/report.ts";
import { useAtlas } from "../shared/atlas-context.ts";

/** The sum that nothing is missing from, in figures and in words. */
export function ReportSum({ summary }: { readonly summary: ReadSummary }) {
  const { translate, format } = useAtlas();
  const { rowsRead, loaded, warned, rejected } = summary;
  return (
    <div className="import-sum">
      <p className="visually-hidden">{translate("import.report.sum", { rowsRead, loaded, warned, rejected })}</p>
      <div className="import-sum-terms" aria-hidden="true">
        <Term figure={format.number(rowsRead)} words={translate("import.report.sum-read", { count: rowsRead })} />
        {ROW_OUTCOMES.map((outcome, position) => (
          <div key={outcome} className="import-sum-part" data-outcome={outcome}>
            <span className="import-sum-sign">{position === 0 ? "=" : "+"}</span>
            <Term figure={format.number(summary[outcome])} words={translate(`import.report.sum-${outcome}`)} />
          </div>
        ))}
      </div>
    </div>
  );
}

function Term({ figure, words }: { readonly figure: string; readonly words: string }) {
  return (
    <span className="import-sum-term">
      <b>{figure}</b>
      <span>{words}</span>
    </span>
  );
}
