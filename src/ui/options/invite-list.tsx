import { useCallback, useId, useMemo, useState } from "react";
import { createPortal } from "react-dom";
import type { Dataset } from "#domain/dataset.ts";
import type { AssessedConcept } from "#domain/options/assess.ts";
import { INVITE_LIMIT, type Invitation } from "#domain/options/invite.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { HypotheticalMark } from "../shared/hypothetical-mark.tsx";
import { Button } from "../shared/button.tsx";
import { SectorMark } from "../shared/sector-mark.tsx";
import { distanceWords } from "../site-sheet/distance-words.ts";
import { actorAt, distanceRange, siteAt } from "../site-sheet/records.ts";
import { webAddress } from "#state/web-address.ts";
import { inALine } from "#i18n/in-a-line.ts";
import { WebLink } from "../shared/web-link.tsx";
import { InvitePaper } from "./invite-paper.tsx";
import { needWords } from "./need-words.ts";
import type { InvitationFormat, OptionActions } from "./option-actions.ts";
import { useAnswer } from "./use-options.ts";

/** For which needs somebody is invited. */
const SCOPES = ["open", "all"] as const;
type Scope = (typeof SCOPES)[number];

const FIRST_SHOWN = 12;

export interface InviteListProps {
  readonly options: OptionActions;
  readonly dataset: Dataset;
  /** Index in the site table; with a point. */
  readonly site: number;
  readonly assessed: AssessedConcept;
}

/** Whom to invite: the nearest listed actors of the categories that a concept needs; as files and on paper. */
export function InviteList({ options, dataset, site, assessed }: InviteListProps) {
  const { translate, format } = useAtlas();
  const isOpen = ({ need, status }: AssessedConcept["needs"][number]) => need.kind === "actors" && status !== "met";
  const [scope, setScope] = useState<Scope>(() => (assessed.needs.some(isOpen) ? "open" : "all"));
  const [expanded, setExpanded] = useState(false);
  const [failed, setFailed] = useState(false);
  const id = useId();
  const { concept, needs } = assessed;
  const positions = useMemo(
    () =>
      needs.flatMap(({ need, status }, position) =>
        need.kind === "actors" && (scope === "all" || status !== "met") ? [position] : [],
      ),
    [needs, scope],
  );
  const ask = useCallback(
    (signal: AbortSignal) => options.invite(concept, site, positions, signal),
    [options, concept, site, positions],
  );
  const { value, pending, failed: notFound } = useAnswer(positions.length === 0 ? null : ask);
  const invitations = positions.length === 0 ? NOBODY : value;
  const words = concept.needs.map((need) => needWords(need, translate, format));
  const save = (wanted: InvitationFormat) => {
    setFailed(false);
    if (invitations === null) return;
    options.saveInvitations({ concept, site, invitations, needWords: words }, wanted).catch(() => {
      setFailed(true);
    });
  };
  const isEmpty = pending || invitations === null || invitations.length === 0;
  const shown = expanded ? invitations : invitations?.slice(0, FIRST_SHOWN);
  return (
    <section className="options-part" aria-labelledby={id}>
      <h3 id={id}>{translate("options.invite")}</h3>
      <div className="sheet-choices" role="group" aria-label={translate("options.invite-for")}>
        {SCOPES.map((each) => (
          <button
            key={each}
            type="button"
            className="sheet-choice"
            aria-pressed={scope === each}
            onClick={() => {
              setScope(each);
            }}
          >
            {translate(`options.invite-${each}`)}
          </button>
        ))}
      </div>
      {notFound && <p role="alert">{translate("options.invite-failed")}</p>}
      {!notFound && invitations === null && <p role="status">{translate("options.counting")}</p>}
      {positions.length === 0 && (
        <p>{translate(scope === "open" ? "options.invite-none-open" : "options.invite-none-asked")}</p>
      )}
      {positions.length > 0 && invitations?.length === 0 && (
        <p>{translate("options.invite-nobody", { limit: format.distance(INVITE_LIMIT) })}</p>
      )}
      {shown !== undefined && shown !== null && shown.length > 0 && (
        <>
          <p className="room-muted">{translate("options.invite-what", { limit: format.distance(INVITE_LIMIT) })}</p>
          <ol className="options-invitations" aria-busy={pending}>
            {shown.map((invitation) => (
              <Invited key={invitation.actor} invitation={invitation} dataset={dataset} site={site} words={words} />
            ))}
          </ol>
        </>
      )}
      {(invitations?.length ?? 0) > FIRST_SHOWN && (
        <p>
          <Button
            variant="link"
            aria-expanded={expanded}
            onClick={() => {
              setExpanded(!expanded);
            }}
          >
            {translate(expanded ? "options.fewer" : "options.invite-more", { count: invitations?.length ?? 0 })}
          </Button>
        </p>
      )}
      <p className="room-buttons">
        <Button
          icon="download"
          disabled={isEmpty}
          onClick={() => {
            save("csv-spreadsheet");
          }}
        >
          {translate("options.invite-csv")}
        </Button>
        <Button
          icon="download"
          disabled={isEmpty}
          onClick={() => {
            save("geojson");
          }}
        >
          {translate("options.invite-geojson")}
        </Button>
        <Button
          disabled={isEmpty}
          onClick={() => {
            window.print();
          }}
        >
          {translate("options.invite-print")}
        </Button>
      </p>
      {failed && <p role="alert">{translate("options.invite-not-saved")}</p>}
      {!isEmpty &&
        createPortal(
          <InvitePaper dataset={dataset} site={site} assessed={assessed} invitations={invitations} words={words} />,
          document.body,
        )}
    </section>
  );
}

const NOBODY: readonly Invitation[] = [];

interface InvitedProps {
  readonly invitation: Invitation;
  readonly dataset: Dataset;
  readonly site: number;
  /** The needs of the concept in words. */
  readonly words: readonly string[];
}

function Invited({ invitation, dataset, site, words }: InvitedProps) {
  const { translate, format } = useAtlas();
  const actor = actorAt(dataset.actors, invitation.actor);
  const { precision } = siteAt(dataset.sites, site);
  const website = webAddress(actor.website);
  const source = webAddress(actor.sourceUrl);
  return (
    <li>
      <SectorMark sector={actor.sector} />
      <div className="options-invited">
        <p>
          <b>{actor.name}</b>
          <HypotheticalMark kind="actors" index={invitation.actor} />
          <span className="visually-hidden">, {translate(`sector.${actor.sector}.inline`)}</span>
        </p>
        <p className="room-muted">{inALine([translate(`category.${actor.category}`), actor.municipality])}</p>
        <p className="options-links">
          {website === null ? (
            <span className="room-muted">{translate("options.no-website")}</span>
          ) : (
            <WebLink address={website} />
          )}
          {source === null ? (
            <span className="room-muted">{translate("sheet.source-not-stated")}</span>
          ) : (
            <WebLink address={source}>{translate("sheet.source-of", { host: source.host })}</WebLink>
          )}
        </p>
        <p className="room-muted">{invitation.needs.map((need) => words[need]).join("; ")}</p>
      </div>
      <span className="options-distance">
        {distanceWords(distanceRange(invitation.distanceMeters, precision, actor.precision), translate, format)}
      </span>
    </li>
  );
}
