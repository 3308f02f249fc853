import { useCallback } from "react";
import type { ProgrammeDocument } from "#domain/programme/programme-document.ts";
import { useAtlas, useDerived } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import { webAddress } from "#state/web-address.ts";
import { inALine } from "#i18n/in-a-line.ts";
import { useLoaded } from "../shared/use-loaded.ts";
import { WebLink } from "../shared/web-link.tsx";

/** Strategies and concepts first, then the others as the table has them. */
const FIRST: readonly ProgrammeDocument["type"][] = ["regional_strategy", "reutilization_concept"];
const TRANSNATIONAL = "transnational";

/** The programme's papers that can be read somewhere. */
export function DocumentList() {
  const { actions, translate, format } = useAtlas();
  const language = useDerived(({ view }) => view.language);
  const { found: documents, again } = useLoaded(
    useCallback(async () => (await actions.programme()).documents(), [actions]),
  );
  const languages = new Intl.DisplayNames(language, { type: "language", fallback: "code" });
  const regionOf = ({ region, country }: ProgrammeDocument) => {
    if (region === TRANSNATIONAL) return translate("programme.all-regions");
    const parts = [region, country === null ? null : format.country(country)].filter((part) => part !== null);
    return parts.length === 0 ? translate("programme.not-stated") : parts.join(", ");
  };
  return (
    <section className="programme-part" aria-labelledby="programme-documents">
      <h3 id="programme-documents">{translate("programme.documents")}</h3>
      {documents === "loading" && <p role="status">{translate("programme.documents-loading")}</p>}
      {documents === "failed" && (
        <p role="alert">
          {translate("programme.documents-failed")} <Button onClick={again}>{translate("options.retry")}</Button>
        </p>
      )}
      {typeof documents !== "string" && (
        <table className="programme-documents" aria-labelledby="programme-documents">
          <thead>
            <tr>
              <th scope="col">{translate("programme.document.title")}</th>
              <th scope="col">{translate("programme.document.type")}</th>
              <th scope="col">{translate("programme.document.region")}</th>
              <th scope="col">{translate("programme.document.year")}</th>
              <th scope="col">{translate("programme.document.language")}</th>
            </tr>
          </thead>
          <tbody>
            {inOrder(documents).map((document) => (
              <tr key={document.id}>
                <th scope="row">
                  <Title document={document} />
                </th>
                <td>{translate(`programme.document.${document.type}`)}</td>
                <td>{regionOf(document)}</td>
                <td>{document.year ?? translate("programme.not-stated")}</td>
                <td>
                  {document.language === null ? translate("programme.not-stated") : languages.of(document.language)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Title({ document: { title, language, sourceUrl, note } }: { readonly document: ProgrammeDocument }) {
  const address = webAddress(sourceUrl);
  const words = <span lang={language ?? undefined}>{title}</span>;
  return (
    <>
      {address === null ? words : <WebLink address={address}>{words}</WebLink>}
      {(address !== null || note !== null) && (
        <span className="room-muted programme-document-note">{inALine([note, address?.host])}</span>
      )}
    </>
  );
}

function inOrder(documents: readonly ProgrammeDocument[]): readonly ProgrammeDocument[] {
  const turn = ({ type }: ProgrammeDocument) => (FIRST.includes(type) ? FIRST.indexOf(type) : FIRST.length);
  return documents.toSorted((a, b) => turn(a) - turn(b));
}
