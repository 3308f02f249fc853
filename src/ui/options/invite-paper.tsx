import { inALine } from "#i18n/in-a-line.ts";
import { useState } from "react";
import type { Dataset } from "#domain/dataset.ts";
import type { AssessedConcept } from "#domain/options/assess.ts";
import type { Invitation } from "#domain/options/invite.ts";
import { shownNameOf } from "#domain/site/shown-name.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { HypotheticalMark } from "../shared/hypothetical-mark.tsx";
import { distanceWords } from "../site-sheet/distance-words.ts";
import { actorAt, distanceRange, siteAt, type ActorRecord } from "../site-sheet/records.ts";
import { foundWords } from "./need-words.ts";
import "./invite-paper.css";

export interface InvitePaperProps {
  readonly dataset: Dataset;
  readonly site: number;
  readonly assessed: AssessedConcept;
  readonly invitations: readonly Invitation[];
  /** The needs of the concept in words. */
  readonly words: readonly string[];
}

/** The invitation list on paper: not on the screen, and printed in place of all else. */
export function InvitePaper({ dataset, site, assessed, invitations, words }: InvitePaperProps) {
  const { language, translate, format, actions } = useAtlas();
  const [today] = useState(() => new Date().toISOString().slice(0, 10));
  const place = siteAt(dataset.sites, site);
  const where = [place.municipality, place.country === null ? null : format.country(place.country)];
  const used = new Set(invitations.map(({ actor }) => dataset.provenance.actors.table[actor] ?? -1));
  const sources = dataset.tables.flatMap(({ title, source }, position) =>
    used.has(position) ? [{ title, source }] : [],
  );
  const webWords = ({ website, sourceUrl }: ActorRecord) =>
    website ??
    (sourceUrl === null ? translate("options.no-website") : translate("options.paper-source", { url: sourceUrl }));
  return (
    <article className="invite-paper">
      <h1>
        {translate("options.invite-title", { concept: assessed.concept.name, site: shownNameOf(place, language) })}
      </h1>
      <p>{where.filter((part) => part !== null).join(", ")}</p>
      <h2>{translate("options.paper-needs")}</h2>
      <ol>
        {assessed.needs.map((found, position) => (
          <li key={position}>
            {words[position]}. <b>{translate(`options.status-${found.status}`)}:</b> {foundWords(found, translate)}
          </li>
        ))}
      </ol>
      <h2>{translate("options.paper-actors", { count: invitations.length })}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{translate("options.paper-name")}</th>
            <th scope="col">{translate("options.paper-category")}</th>
            <th scope="col">{translate("options.paper-distance")}</th>
            <th scope="col">{translate("options.paper-web")}</th>
            <th scope="col">{translate("options.paper-for")}</th>
          </tr>
        </thead>
        <tbody>
          {invitations.map(({ actor: index, distanceMeters, needs }) => {
            const actor = actorAt(dataset.actors, index);
            return (
              <tr key={index}>
                <th scope="row">
                  {actor.name}
                  <HypotheticalMark kind="actors" index={index} />
                  {actor.municipality !== null && <span> {actor.municipality}</span>}
                </th>
                <td>{translate(`category.${actor.category}`)}</td>
                <td>
                  {distanceWords(distanceRange(distanceMeters, place.precision, actor.precision), translate, format)}
                </td>
                <td>{webWords(actor)}</td>
                <td>{needs.map((need) => String(need + 1)).join(", ")}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <h2>{translate("options.paper-rule")}</h2>
      <p>{translate("options.paper-rule-words")}</p>
      <h2>{translate("options.paper-sources")}</h2>
      <ul>
        {sources.map(({ title, source }) => (
          <li key={title}>
            {inALine(
              [
                title,
                source.title,
                source.licence,
                source.attribution,
                source.date === null ? "" : format.date(source.date),
              ].filter((part, at, all) => all.indexOf(part) === at),
            )}
          </li>
        ))}
      </ul>
      <p>
        {translate("options.paper-date", {
          printed: format.date(today),
          version: dataset.version,
          date: format.date(dataset.date),
        })}
      </p>
      <p className="invite-paper-link">{actions.currentLink()}</p>
    </article>
  );
}
