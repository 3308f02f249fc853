import type { MessageKey } from "#i18n/catalogs.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { WebLink } from "../shared/web-link.tsx";
import { webAddress } from "#state/web-address.ts";

/** When the page was last looked at for what the statement says. */
const PREPARED = "2026-11-22";

/** The programme's page, for what is to be asked about its contents. */
const PROGRAMME = webAddress(
  "https://programme2014-20.interreg-central.eu/Content.Node/REFREsh/Activating-Cultural-Heritage-in-Interreg-.html",
);

/** Of what does not conform, and of what the law leaves out, a sentence each. */
const NOT_CONFORMING = ["statement.gap-map", "statement.gap-language", "statement.gap-print"] as const;
const OUTSIDE = ["statement.outside-map", "statement.outside-documents", "statement.outside-files"] as const;
const METHODS = [
  "statement.method-axe",
  "statement.method-keyboard",
  "statement.method-reflow",
  "statement.method-colours",
  "statement.method-tree",
  "statement.method-not",
] as const;

/** The accessibility statement, by the model of Commission Implementing Decision (EU) 2018/1523. */
export function StatementPart() {
  const { translate, format } = useAtlas();
  const address = location.origin + location.pathname;
  return (
    <>
      <p>{translate("statement.scope", { address })}</p>
      <h4>{translate("statement.status")}</h4>
      <p>{translate("statement.status-words")}</p>
      <h4>{translate("statement.gaps")}</h4>
      <p>{translate("statement.gaps-words")}</p>
      <Sentences keys={NOT_CONFORMING} />
      <p>{translate("statement.outside")}</p>
      <Sentences keys={OUTSIDE} />
      <h4>{translate("statement.preparation")}</h4>
      <p>{translate("statement.preparation-words", { date: format.date(PREPARED) })}</p>
      <Sentences keys={METHODS} />
      <h4>{translate("statement.feedback")}</h4>
      <p>{translate("statement.feedback-words")}</p>
      {PROGRAMME !== null && (
        <p>
          {translate("statement.programme")} <WebLink address={PROGRAMME} />
        </p>
      )}
      <h4>{translate("statement.enforcement")}</h4>
      <p>{translate("statement.enforcement-words")}</p>
    </>
  );
}

function Sentences({ keys }: { readonly keys: readonly MessageKey[] }) {
  const { translate } = useAtlas();
  return (
    <ul className="method-list">
      {keys.map((key) => (
        <li key={key}>{translate(key)}</li>
      ))}
    </ul>
  );
}
