import type { ExportContent, ExportFormat } from "#domain/export/request.ts";
import { useAtlas } from "../shared/atlas-context.ts";

export interface ExportContentsProps {
  readonly content: ExportContent;
  readonly format: ExportFormat;
}

/** What the file will hold, in words, folded away. */
export function ExportContents({ content, format }: ExportContentsProps) {
  const { translate } = useAtlas();
  const isTable = format === "csv-spreadsheet" || format === "csv-exact";
  return (
    <details className="export-contents">
      <summary>{translate("export-file.contents")}</summary>
      <ul>
        {content !== "actors" && (
          <>
            <li>{translate("export-file.contents-sites")}</li>
            <li>{translate("export-file.contents-indicators")}</li>
            <li>{translate("export-file.contents-least")}</li>
          </>
        )}
        {content !== "sites" && <li>{translate("export-file.contents-actors")}</li>}
        <li>{translate("export-file.contents-origin")}</li>
        <li>{translate(isTable ? "export-file.contents-csv" : "export-file.contents-metadata", { content })}</li>
      </ul>
    </details>
  );
}
