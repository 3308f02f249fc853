import { useLayoutEffect, useMemo, useSyncExternalStore, type RefObject } from "react";
import { flushSync } from "react-dom";
import { createRowView } from "./row-view.ts";
import { rowTops, windowOf, type RowWindow } from "./row-window.ts";

/** Up to so many rows all are drawn, so that the browser's own search finds them. */
const MOST_DRAWN = 400;

interface DrawnRows {
  /** `null` where all rows are drawn. */
  readonly drawn: RowWindow | null;
  /** Scrolls to a row, which is drawn then; its element. */
  readonly bringIntoSight: (row: number) => HTMLElement | null;
}

/**
 * Which rows of a long list to draw.
 * @param list inside the element that scrolls
 * @param records one a row, in the order shown
 * @param size of the table
 * @param kept position of a row that stays drawn; -1 for none
 */
export function useRowWindow(
  list: RefObject<HTMLElement | null>,
  records: Uint32Array,
  size: number,
  kept: number,
): DrawnRows {
  const isWindowed = records.length > MOST_DRAWN;
  const view = useMemo(() => createRowView(size), [size]);
  const { top, height, heights } = useSyncExternalStore(view.subscribe, view.get);
  const tops = useMemo(() => (isWindowed ? rowTops(records, heights) : null), [isWindowed, records, heights]);

  useLayoutEffect(() => {
    const scroller = list.current?.parentElement;
    if (!isWindowed || scroller == null) return;
    const follow = () => {
      view.follow(scroller);
    };
    follow();
    scroller.addEventListener("scroll", follow, { passive: true });
    const observer = new ResizeObserver(follow);
    observer.observe(scroller);
    return () => {
      scroller.removeEventListener("scroll", follow);
      observer.disconnect();
    };
  }, [isWindowed, list, view]);

  useLayoutEffect(() => {
    if (isWindowed && list.current !== null) view.measure(list.current);
  });

  return {
    drawn: tops === null ? null : windowOf(tops, top, height, kept),
    bringIntoSight(row) {
      const find = () => list.current?.querySelector<HTMLElement>(`[data-site="${String(records[row])}"]`) ?? null;
      const scroller = list.current?.parentElement;
      if (find() === null && tops !== null && scroller != null) {
        scroller.scrollTo({ top: tops[row]! - scroller.clientHeight / 2, behavior: "instant" });
        flushSync(() => {
          view.follow(scroller);
        });
      }
      const element = find();
      element?.scrollIntoView({ block: "nearest" });
      return element;
    },
  };
}
