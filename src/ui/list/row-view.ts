/** How far a list is scrolled, and how high its rows were found to be, CSS pixels. */
export interface RowViewState {
  readonly top: number;
  readonly height: number;
  /** By record; 0 where it was not measured. */
  readonly heights: Float32Array;
}

export interface RowView {
  readonly get: () => RowViewState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Takes over how the element is scrolled; once it is wider or narrower, rows are measured anew. */
  readonly follow: (scroller: HTMLElement) => void;
  /** Measures the rows that are drawn in the list, each named by `data-record`. */
  readonly measure: (list: HTMLElement) => void;
}

/** Before the list is there: enough rows for any screen. */
const FIRST_HEIGHT = 1200;

/** @param size records of the table */
export function createRowView(size: number): RowView {
  let state: RowViewState = { top: 0, height: FIRST_HEIGHT, heights: new Float32Array(size) };
  let width = 0;
  const listeners = new Set<() => void>();
  const set = (next: RowViewState) => {
    state = next;
    for (const listener of listeners) listener();
  };
  return {
    get: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    follow({ scrollTop: top, clientHeight: height, clientWidth }) {
      const heights = width === clientWidth ? state.heights : new Float32Array(size);
      width = clientWidth;
      if (top !== state.top || height !== state.height || heights !== state.heights) set({ top, height, heights });
    },
    measure(list) {
      const found = Array.from(list.querySelectorAll<HTMLElement>("[data-record]"), (item) => ({
        record: Number(item.dataset["record"]),
        height: item.getBoundingClientRect().height,
      })).filter(({ record, height }) => Math.abs(state.heights[record]! - height) > 0.5);
      if (found.length === 0) return;
      const heights = state.heights.slice();
      for (const { record, height } of found) heights[record] = height;
      set({ ...state, heights });
    },
  };
}
