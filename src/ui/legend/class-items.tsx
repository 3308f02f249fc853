import type { Classes } from "#domain/coloring/classes.ts";
import { classPaints, NOT_DEFINED, type SitePaint } from "#domain/coloring/site-paint.ts";
import { INDICATORS } from "#domain/indicator/registry.ts";
import { unitOf } from "#domain/travel/apply-rule.ts";
import { useAtlas, useDerived } from "../shared/atlas-context.ts";
import { SiteSymbol } from "../shared/site-symbol.tsx";
import { classWords } from "./class-words.ts";
import { countClasses } from "./count-shown.ts";

/** The classes by which sites are coloured, each with the number of its sites on the map. */
export function ClassItems() {
  const { translate, format } = useAtlas();
  const color = useDerived(({ view }) => view.color);
  const coloring = useDerived((snapshot, selectors) => selectors.coloring(snapshot));
  const selection = useDerived((snapshot, selectors) => selectors.selection(snapshot));
  const dataset = useDerived((snapshot) => (snapshot.dataset.phase === "ready" ? snapshot.dataset.dataset : null));
  const indicator = INDICATORS.find(({ id }) => id === color);
  const measured = useDerived((snapshot, selectors) => {
    const results = selectors.siteResults(snapshot);
    return results === null ? "meters" : unitOf(results.rule);
  });
  const { classes } = coloring;
  if (dataset === null || selection === null) return null;
  if (indicator !== undefined && classes === null)
    return <p className="legend-hint">{translate("legend.color.counting")}</p>;
  if (indicator === undefined || classes === null) {
    return <p className="legend-hint">{translate("legend.color.unknown", { found: color })}</p>;
  }
  const counts = countClasses(dataset.sites, selection.indices, coloring);
  const items = [...classPaints(classes), NOT_DEFINED].map((paint, at) => ({
    paint,
    words: wordsOf(classes, at),
    count: counts[at] ?? 0,
  }));
  return (
    <>
      <ul className="legend-items legend-classes">
        {items.map(({ paint, words, count }) => (
          <ClassItem key={words} paint={paint} words={words} count={count} />
        ))}
      </ul>
      <p className="legend-hint">
        {translate(classes.scale === "diverging" ? "legend.classes.note-signed" : "legend.classes.note")}
      </p>
    </>
  );

  function wordsOf({ classes: all }: Classes, at: number): string {
    const { unit } = indicator!;
    return at < all.length
      ? classWords(all, at, unit === "meters" ? measured : unit, translate, format)
      : translate("legend.classes.undefined");
  }
}

interface ClassItemProps {
  readonly paint: SitePaint;
  readonly words: string;
  readonly count: number;
}

function ClassItem({ paint, words, count }: ClassItemProps) {
  const { translate, format } = useAtlas();
  return (
    <li className="legend-item">
      <SiteSymbol verdict="together" status={null} paint={paint} size={18} />
      <span className="legend-class-words">{words}</span>
      <span className="legend-class-count">
        {format.number(count)}{" "}
        <span className="visually-hidden">{translate("legend.classes.sites", { n: count })}</span>
      </span>
    </li>
  );
}
