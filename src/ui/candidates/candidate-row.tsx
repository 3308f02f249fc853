import type { CandidateDecision } from "#domain/live/apply-candidates.ts";
import type { SiteCandidate } from "#domain/live/site-candidate.ts";
import { webAddress } from "#state/web-address.ts";
import { inALine } from "#i18n/in-a-line.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import { Tag } from "../shared/tag.tsx";
import { WebLink } from "../shared/web-link.tsx";

type Kind = CandidateDecision["kind"];

export interface CandidateRowProps {
  readonly candidate: SiteCandidate;
  /** What was decided; `null` for nothing yet. */
  readonly decision: Kind | null;
  /** The same decision again takes it back. */
  readonly onDecide: (kind: Kind) => void;
  readonly onFocus: () => void;
}

/** One candidate: what it is, where, what tells of it, which loaded site it may be, and what becomes of it. */
export function CandidateRow({ candidate, decision, onDecide, onFocus }: CandidateRowProps) {
  const { translate, format } = useAtlas();
  const { row, kind, near } = candidate;
  const facts = [
    translate(`industry.${row.industry}`),
    row.municipality ?? row.country,
    row.builtFromYear === null ? null : translate("candidates.facts.built", { year: String(row.builtFromYear) }),
    row.closedInYear === null ? null : translate("candidates.facts.closed", { year: String(row.closedInYear) }),
    kind,
  ];
  return (
    <li className="candidates-row" data-candidate={row.id} data-decision={decision ?? "open"} onFocus={onFocus}>
      <p className="candidates-name">
        {row.name}
        {row.nameLocal !== null && <span className="candidates-local"> · {row.nameLocal}</span>}{" "}
        {row.reuseStatus !== "unknown" && <Tag status={row.reuseStatus}>{translate(`status.${row.reuseStatus}`)}</Tag>}
      </p>
      <p className="live-muted">{inALine(facts)}</p>
      {near !== null && (
        <p className="candidates-near">
          {translate("candidates.near", { name: near.name, distance: format.distance(near.meters) })}
        </p>
      )}
      <div className="candidates-decide" role="group" aria-label={translate("candidates.decide", { name: row.name })}>
        <Decide kind="accept" decision={decision} onDecide={onDecide} />
        {near !== null && <Decide kind="merge" decision={decision} onDecide={onDecide} />}
        <Decide kind="reject" decision={decision} onDecide={onDecide} />
        <span className="candidates-pages">
          {candidate.pages.map((page) => {
            const service = translate(`candidates.service.${serviceOf(page)}`);
            const address = webAddress(page);
            return (
              address !== null && (
                <WebLink
                  key={page}
                  address={address}
                  className="candidates-page"
                  label={translate("candidates.page.name", { name: row.name, service })}
                >
                  {service}
                </WebLink>
              )
            );
          })}
        </span>
      </div>
    </li>
  );
}

interface DecideProps {
  readonly kind: Kind;
  readonly decision: Kind | null;
  readonly onDecide: (kind: Kind) => void;
}

function Decide({ kind, decision, onDecide }: DecideProps) {
  const { translate } = useAtlas();
  return (
    <Button
      className={`candidates-${kind}`}
      aria-pressed={decision === kind}
      onClick={() => {
        onDecide(kind);
      }}
    >
      {translate(`candidates.${kind}`)}
    </Button>
  );
}

function serviceOf(page: string): "overpass" | "wikidata" {
  return page.startsWith("https://www.wikidata.org/") ? "wikidata" : "overpass";
}
