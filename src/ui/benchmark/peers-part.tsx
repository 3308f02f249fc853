import type { ReviewPeer } from "#domain/benchmark/peer-review.ts";
import { computeStrengths } from "#domain/benchmark/strengths.ts";
import { VERDICTS } from "#domain/rule/verdict-kind.ts";
import { shownName } from "#domain/site/shown-name.ts";
import { openRoom, selectRecord } from "#state/view-store.ts";
import { inALine } from "#i18n/in-a-line.ts";
import { StarButton } from "../selection/pick-buttons.tsx";
import { useAtlas } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import { SiteSymbol } from "../shared/site-symbol.tsx";
import type { BenchmarkActions, BenchmarkQuestion } from "./benchmark-actions.ts";
import { Failed } from "./failed.tsx";
import { indicatorOf } from "./indicator-value.ts";
import { useAnswer } from "./use-answer.ts";

const ask = (actions: BenchmarkActions, question: BenchmarkQuestion, signal: AbortSignal) =>
  actions.peers(question, signal);

/** Sites most like this one, from abroad first, with what they have that it lacks. */
export function PeersPart({ question }: { readonly question: BenchmarkQuestion | null }) {
  const { translate, format } = useAtlas();
  const { last, isStale, failed, retry } = useAnswer(question, ask);
  const shown =
    last !== null &&
    (question === null || (last.question.site === question.site && last.question.dataset === question.dataset))
      ? last
      : null;
  return (
    <section className="room-part" aria-labelledby="benchmark-peers" aria-busy={shown === null && !failed}>
      <h3 id="benchmark-peers">{translate("benchmark.peers")}</h3>
      <p className="room-muted">{translate("benchmark.peers-how")}</p>
      {failed && <Failed onRetry={retry} />}
      {shown === null && !failed && <p role="status">{translate("benchmark.comparing")}</p>}
      {shown !== null && (
        <div aria-busy={isStale || question === null} className="benchmark-answer" data-stale={isStale}>
          {shown.answer.peers.length === 0 ? (
            <p className="benchmark-empty">
              {translate(shown.answer.indicators.length === 0 ? "benchmark.peers-no-value" : "benchmark.peers-none")}
            </p>
          ) : (
            <>
              <p className="room-muted">
                {translate("benchmark.peers-of", {
                  indicators: shown.answer.indicators.length,
                  candidates: format.number(shown.answer.candidateCount),
                  out: format.number(shown.answer.leftOutCount),
                })}
              </p>
              <ul className="benchmark-peers" aria-label={translate("benchmark.peers")}>
                {shown.answer.peers.map((peer) => (
                  <Peer key={peer.site} question={shown.question} peer={peer} />
                ))}
              </ul>
            </>
          )}
        </div>
      )}
    </section>
  );
}

interface PeerProps {
  readonly question: BenchmarkQuestion;
  readonly peer: ReviewPeer;
}

function Peer({ question, peer }: PeerProps) {
  const { stores, actions, language, translate, format } = useAtlas();
  const { dataset, results, site } = question;
  const { sites } = dataset;
  const id = sites.id[peer.site]!;
  const name = shownName(sites, peer.site, language);
  const country = sites.country[peer.site] ?? null;
  const status = sites.reuseStatus[peer.site] ?? "unknown";
  const has = strengthWords();
  return (
    <li className="benchmark-peer">
      <SiteSymbol verdict={VERDICTS[results.verdicts.verdict[peer.site]!]!} status={status} size={20} />
      <div>
        <h4>{name}</h4>
        <p className="room-muted">
          {inALine([
            sites.municipality[peer.site] ?? null,
            country === null ? translate("country.unknown") : format.country(country),
            translate(`status.${status}.inline`),
            translate("benchmark.peer-distance", {
              distance: format.number(peer.distance, 2),
              shared: peer.shared,
            }),
          ])}
        </p>
        {has.length === 0 ? (
          <p className="room-muted">{translate("benchmark.peer-nothing")}</p>
        ) : (
          <>
            <p className="benchmark-has">{translate("benchmark.peer-has")}</p>
            <ul className="benchmark-has-list">
              {has.map((words) => (
                <li key={words}>{words}</li>
              ))}
            </ul>
          </>
        )}
        <p className="room-buttons">
          <Button
            aria-label={translate("picks.open", { name })}
            onClick={() => {
              openRoom(stores.view, "sites");
              selectRecord(stores.view, { kind: "site", id });
              const [lon, lat] = [sites.lon[peer.site]!, sites.lat[peer.site]!];
              if (!Number.isNaN(lon)) actions.showOnMap(lon, lat);
            }}
          >
            {translate("benchmark.open-sheet")}
          </Button>
          <Button
            variant="quiet"
            aria-label={translate("benchmark.from-here-of", { name })}
            onClick={() => {
              selectRecord(stores.view, { kind: "site", id });
            }}
          >
            {translate("benchmark.from-here")}
          </Button>
        </p>
      </div>
      <StarButton id={id} name={name} />
    </li>
  );

  function strengthWords(): readonly string[] {
    const {
      verdict,
      sectors,
      status: further,
    } = computeStrengths(sites, results.verdicts, results.rule, site, peer.site);
    return [
      ...(verdict === null ? [] : [translate(`verdict.${verdict}`)]),
      ...sectors.map((sector) =>
        translate("benchmark.peer-floor", {
          sector: translate(`sector.${sector}.inline`),
          floor: format.number(results.rule.floors[sector]),
        }),
      ),
      ...(further === null ? [] : [translate(`status.${further}`)]),
      ...(peer.ahead.length === 0
        ? []
        : [
            translate("benchmark.peer-ahead", {
              indicators: peer.ahead.map((ahead) => translate(`indicator.${indicatorOf(ahead).id}`)).join("; "),
            }),
          ]),
    ];
  }
}
