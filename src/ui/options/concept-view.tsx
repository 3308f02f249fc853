import type { AssessedConcept } from "#domain/options/assess.ts";
import type { Need } from "#domain/options/concept.ts";
import { ShareButton } from "../export/share-button.tsx";
import { useAtlas } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import { webAddress } from "#state/web-address.ts";
import { WebLink } from "../shared/web-link.tsx";
import type { ShownConcept } from "./concept-list.tsx";
import { foundWords, needWords } from "./need-words.ts";
import { StatusCounts, StatusSign } from "./status-counts.tsx";

export interface ConceptViewProps {
  readonly shown: ShownConcept;
  /** At the chosen site; `null` while none is chosen, or it is being counted. */
  readonly assessed: AssessedConcept | null;
  readonly stale: boolean;
  readonly onEdit: () => void;
  readonly onCopy: () => void;
  readonly onDelete: () => void;
  readonly onTakeBack: () => void;
  readonly onKeep: () => void;
}

/** One concept: what it is, what it needs and why, and how that stands at the site. */
export function ConceptView({ shown, assessed, stale, ...on }: ConceptViewProps) {
  const { translate, format } = useAtlas();
  const { concept, mark } = shown;
  return (
    <section className="options-part" aria-labelledby="options-chosen">
      <h3 id="options-chosen" tabIndex={-1}>
        {concept.name} <span className="options-mark">{translate(`options.mark.${mark}`)}</span>
      </h3>
      {concept.summary !== "" && <p>{concept.summary}</p>}
      {mark === "linked" && <p className="room-note">{translate("options.linked")}</p>}
      <div className="room-buttons">
        {mark === "linked" ? (
          <Button icon="plus" onClick={on.onKeep}>
            {translate("options.keep")}
          </Button>
        ) : (
          <>
            <Button icon="pencil" onClick={on.onEdit}>
              {translate("options.edit")}
            </Button>
            <Button onClick={on.onCopy}>{translate("options.copy")}</Button>
            {mark === "changed" && (
              <Button icon="undo" onClick={on.onTakeBack}>
                {translate("options.take-back")}
              </Button>
            )}
            <Button icon="bin" onClick={on.onDelete}>
              {translate("options.delete")}
            </Button>
          </>
        )}
        <ShareButton />
      </div>
      {assessed !== null && (
        <p aria-live="polite">
          <StatusCounts assessed={assessed} />
        </p>
      )}
      <ol className="options-needs" aria-busy={stale}>
        {concept.needs.map((need, position) => {
          const found = assessed?.needs[position];
          return (
            <li key={position} data-status={found?.status}>
              {found !== undefined && <StatusSign status={found.status} />}
              <div>
                <p className="options-need">
                  {found !== undefined && <b>{translate(`options.status-${found.status}`)}: </b>}
                  {needWords(need, translate, format)}
                </p>
                {found !== undefined && (
                  <p className="room-muted">
                    {foundWords(found, translate)}
                    {found.dependsOnPositions && ` ${translate("options.depends")}`}
                  </p>
                )}
                <Reason need={need} />
              </div>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function Reason({ need: { reason, source } }: { readonly need: Need }) {
  const { translate } = useAtlas();
  const address = webAddress(source);
  return (
    <p className="options-reason">
      {reason}{" "}
      {address === null ? (
        <span className="room-muted">{translate("options.own-reasoning")}</span>
      ) : (
        <WebLink address={address}>{translate("options.source", { host: address.host })}</WebLink>
      )}
    </p>
  );
}
