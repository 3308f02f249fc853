import { shownName } from "#domain/site/shown-name.ts";
import { actorNameAt, actorPrecisionAt, categoryAt, SECTORS, sectorAt, type Sector } from "#domain/actor/actor.ts";
import type { CoverageArea } from "#domain/coverage/coverage.ts";
import { textAt } from "#domain/text-column.ts";
import { isHypothetical } from "#domain/what-if/marks.ts";
import { VERDICTS } from "#domain/rule/verdict-kind.ts";
import { isPlacedAtTown } from "#design/symbols.ts";
import { takeSnapshot } from "#state/selectors.ts";
import { webAddress, type WebAddress } from "#state/web-address.ts";
import type { Translate } from "#i18n/translate.ts";
import { inALine } from "#i18n/in-a-line.ts";
import type { MapHost } from "./host.ts";

/** A record in words, as tooltips and choosers show it. */
export interface Description {
  readonly title: string;
  readonly lines: readonly string[];
  /** A page of the web, where the record names one. */
  readonly link: WebAddress | null;
}

/** `null` where the index is not in the loaded table. */
export function describeSite(host: MapHost, index: number): Description | null {
  const snapshot = takeSnapshot(host.stores);
  if (snapshot.dataset.phase !== "ready") return null;
  const { sites } = snapshot.dataset.dataset;
  if (index >= sites.count) return null;
  const code = host.selectors.siteResults(snapshot)?.verdicts.verdict[index];
  const lines: string[] = [];
  const verdict = code === undefined ? undefined : VERDICTS[code];
  const status = host.translate(`status.${sites.reuseStatus[index]!}`);
  lines.push(verdict === undefined ? status : `${host.translate(`verdict.${verdict}`)} · ${status}`);
  const municipality = sites.municipality[index];
  const placed = isPlacedAtTown(sites.precision[index]!) ? host.translate("precision.settlement.inline") : null;
  const where = inALine([municipality, placed]);
  if (where !== "") lines.push(where);
  if (isHypothetical(snapshot.dataset.dataset, "sites", index)) lines.push(host.translate("what-if.hypothetical"));
  return { title: shownName(sites, index, snapshot.view.language), lines, link: null };
}

/** `null` where the index is not in the loaded table. */
export function describeActor(host: MapHost, index: number): Description | null {
  const { dataset } = takeSnapshot(host.stores);
  if (dataset.phase !== "ready") return null;
  const { actors } = dataset.dataset;
  if (index >= actors.count) return null;
  const sector = sectorAt(actors, index);
  const lines = [`${host.translate(`sector.${sector}`)} · ${host.translate(`category.${categoryAt(actors, index)}`)}`];
  const placed = isPlacedAtTown(actorPrecisionAt(actors, index)) ? host.translate("precision.settlement.inline") : null;
  const where = inALine([textAt(actors.municipality, index), placed]);
  if (where !== "") lines.push(where);
  if (isHypothetical(dataset.dataset, "actors", index)) lines.push(host.translate("what-if.hypothetical"));
  const link = webAddress(textAt(actors.website, index) ?? textAt(actors.sourceUrl, index));
  return { title: actorNameAt(actors, index), lines, link };
}

/** Which sector an actor belongs to; `null` where the index is not in the loaded table. */
export function actorSector(host: MapHost, index: number): Sector | null {
  const { dataset } = takeSnapshot(host.stores);
  if (dataset.phase !== "ready") return null;
  return SECTORS[dataset.dataset.actors.sector[index] ?? -1] ?? null;
}

/** A cluster of actors, by its numbers in the order of `SECTORS`. */
export function describeCluster(host: MapHost, counts: readonly number[]): Description {
  const { translate, format } = host;
  const total = counts.reduce((sum, count) => sum + count, 0);
  const parts = SECTORS.flatMap((sector, position) => {
    const count = counts[position] ?? 0;
    return count === 0 ? [] : [translate("count.of-sector", { count: format.number(count), n: count, sector })];
  });
  return { title: translate("map.actors", { n: total }), lines: [parts.join(", ")], link: null };
}

/** What a declared area tells: one level for all sectors, or each by name. */
export function describeCoverage(translate: Translate, area: CoverageArea): string {
  const levels = SECTORS.map((sector) => area.levels[sector]);
  const words = levels.every((level) => level === levels[0])
    ? translate(`coverage.${levels[0]!}.inline`)
    : SECTORS.map((sector) =>
        translate("coverage.of-sector", { sector, level: translate(`coverage.${area.levels[sector]}.inline`) }),
      ).join(", ");
  return translate("map.coverage-edge", { levels: words });
}
