import { Fragment, useCallback, useEffect, useRef, useState, type KeyboardEvent } from "react";
import type { Dataset } from "#domain/dataset.ts";
import type { SiteResults } from "#domain/indicator/site-results.ts";
import { isHypothetical } from "#domain/what-if/marks.ts";
import { EDIT_MARKS } from "#domain/workspace/edits.ts";
import { useAtlas, useDerived } from "../shared/atlas-context.ts";
import { SiteRow } from "./site-row.tsx";
import { useRowWindow } from "./use-row-window.ts";

const PAGE = 8;

export interface SiteListProps {
  readonly dataset: Dataset;
  readonly results: SiteResults | null;
  /** Indices in the site table, in the order shown. */
  readonly shown: Uint32Array;
  /** The rows are not yet those of the present filters, rule or order. */
  readonly stale: boolean;
}

/** How long a symbol on the map is hovered before its row is brought into sight. */
const HOVER_PATIENCE_MS = 300;

/** The selected sites as rows. Tab stops once; arrows, Home, End and the page keys go from row to row. */
export function SiteList({ dataset, results, shown, stale }: SiteListProps) {
  const { sites } = dataset;
  const edits = dataset.provenance.sites.edit;
  const { stores, translate } = useAtlas();
  const selected = useDerived((snapshot, selectors) => selectors.selectedSite(snapshot));
  const coloring = useDerived((snapshot, selectors) => selectors.coloring(snapshot));
  const [focused, setFocused] = useState<number | null>(null);
  const list = useRef<HTMLUListElement>(null);

  const counted = results !== null;
  const focusedAt = focused === null ? -1 : shown.indexOf(focused);
  const selectedAt = selected === null ? -1 : shown.indexOf(selected);
  const { drawn, bringIntoSight } = useRowWindow(list, shown, sites.count, focusedAt);
  const rows = drawn?.rows ?? [...shown.keys()];
  const stopAt =
    [focusedAt, selectedAt].find((at) => at >= 0 && (drawn === null || rows.includes(at))) ?? rows[0] ?? -1;
  const sight = useRef<(site: number) => void>(() => undefined);
  useEffect(() => {
    sight.current = (site) => {
      const row = shown.indexOf(site);
      if (row >= 0) bringIntoSight(row);
    };
  });

  useEffect(() => {
    if (selected === null) return;
    const show = () => {
      sight.current(selected);
    };
    // Rows that were out of sight take their true height only then, which moves the one that was scrolled to.
    let frame = requestAnimationFrame(() => {
      show();
      frame = requestAnimationFrame(() => {
        show();
        frame = requestAnimationFrame(show);
      });
    });
    return () => {
      cancelAnimationFrame(frame);
    };
  }, [selected, counted]);

  useEffect(() => {
    let timer = 0;
    const unsubscribe = stores.hover.subscribe(({ site }) => {
      clearTimeout(timer);
      if (site === null) return;
      timer = window.setTimeout(() => {
        const rows = list.current;
        if (rows === null || rows.matches(":hover") || rows.contains(document.activeElement)) return;
        sight.current(site);
      }, HOVER_PATIENCE_MS);
    });
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [stores]);

  /** The row whose button was pressed, until it has left. */
  const leaving = useRef<number | null>(null);
  const onTakeOut = useCallback((row: number) => {
    leaving.current = row;
  }, []);
  useEffect(() => {
    const row = leaving.current;
    leaving.current = null;
    if (row === null || document.activeElement !== document.body) return;
    // Its neighbour takes the focus, or else the list.
    const next = bringIntoSight(Math.min(row, shown.length - 1)) ?? document.getElementById("list");
    next?.focus();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only what leaves gives the focus away
  }, [shown]);

  const onKeyDown = (event: KeyboardEvent) => {
    const target = targetRow(event.key, stopAt, shown.length);
    if (target === null) return;
    event.preventDefault();
    bringIntoSight(target)?.focus();
  };

  return (
    <ul ref={list} className="list-rows" aria-label={translate("list.title")} aria-busy={stale} onKeyDown={onKeyDown}>
      {rows.map((row, at) => (
        <Fragment key={shown[row]}>
          {gap(at)}
          {rowOf(row)}
        </Fragment>
      ))}
      {gap(rows.length)}
    </ul>
  );

  /** What stands for the rows before one that is drawn. */
  function gap(at: number) {
    const height = drawn?.gaps[at] ?? 0;
    return height > 0 ? <li className="list-gap" role="presentation" aria-hidden="true" style={{ height }} /> : null;
  }

  function rowOf(row: number) {
    const site = shown[row]!;
    return (
      <SiteRow
        sites={sites}
        mark={EDIT_MARKS[edits[site] ?? 0] ?? "as_loaded"}
        hypothetical={isHypothetical(dataset, "sites", site)}
        results={results}
        paint={coloring.paintOf(site)}
        site={site}
        selected={site === selected}
        tabStop={row === stopAt}
        row={row}
        of={drawn === null ? null : shown.length}
        onFocus={setFocused}
        onTakeOut={onTakeOut}
      />
    );
  }
}

function targetRow(key: string, here: number, count: number): number | null {
  const to = (position: number) => Math.max(0, Math.min(count - 1, position));
  switch (key) {
    case "ArrowDown":
      return to(here + 1);
    case "ArrowUp":
      return to(here - 1);
    case "PageDown":
      return to(here + PAGE);
    case "PageUp":
      return to(here - PAGE);
    case "Home":
      return 0;
    case "End":
      return to(count - 1);
    default:
      return null;
  }
}
