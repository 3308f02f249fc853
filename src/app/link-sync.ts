import { MOST } from "#domain/limits.ts";
import { readLink, writeLink, writeShortLink, type ReadLink } from "#state/link-codec.ts";
import { setLinkIssues, type NoticeStore } from "#state/notice-store.ts";
import { replaceView, type View, type ViewStore } from "#state/view-store.ts";

/** Steps of one gesture (a slider dragged, a word typed) share one entry of the history. */
const GESTURE_MS = 1000;

/** The view that the page was opened with; an address, which anyone may have written, has a limit. */
export function readAddressed(browser: Window): ReadLink {
  const query = readAddress(browser);
  return readLink(query, query === browser.location.search ? MOST.link : Infinity);
}

/**
 * The query that the page was opened with. Where the address was too short for all of the view, the browser's history
 * holds the whole, so that a reload and going back lose nothing.
 */
export function readAddress({ location, history }: Window): string {
  const state: unknown = history.state;
  const whole = typeof state === "object" && state !== null && "link" in state ? state.link : null;
  const isThis = typeof whole === "string" && writeShortLink(readLink(whole).view).query === location.search;
  return isThis ? whole : location.search;
}

/**
 * Keeps the address and the view the same: a choice adds an entry to the browser's history, a move of the camera
 * changes the present one, going back restores the view. A damaged address is put right at once. Inside another page
 * nothing is added, as going back is that page's. Returns the undoing.
 */
export function syncLink(view: ViewStore, notices: NoticeStore, browser: Window): () => void {
  const write = (now: View, method: "replaceState" | "pushState") => {
    const { query, left } = writeShortLink(now);
    const state = left.length === 0 ? null : { link: writeLink(now) };
    browser.history[method](state, "", `${browser.location.pathname}${query}${browser.location.hash}`);
  };
  let written = writeLink(view.getState());
  if (writeShortLink(view.getState()).query !== browser.location.search) write(view.getState(), "replaceState");
  let last: { readonly kind: string; readonly at: number } = { kind: "", at: -Infinity };
  let isFromHistory = false;
  const undoView = view.subscribe((now, before) => {
    if (isFromHistory) return;
    const link = writeLink(now);
    if (link === written) return;
    written = link;
    const kind = kindOfChange(now, before);
    const sameGesture = kind === last.kind && browser.performance.now() - last.at < GESTURE_MS;
    write(now, kind === "camera" || sameGesture || now.embed !== null ? "replaceState" : "pushState");
    if (kind !== "camera") last = { kind, at: browser.performance.now() };
  });
  const onPopState = () => {
    const read = readAddressed(browser);
    last = { kind: "", at: -Infinity };
    setLinkIssues(notices, read.issues);
    isFromHistory = true;
    replaceView(view, read.view);
    isFromHistory = false;
    written = writeLink(view.getState());
    if (writeShortLink(view.getState()).query !== browser.location.search) write(view.getState(), "replaceState");
  };
  browser.addEventListener("popstate", onPopState);
  return () => {
    undoView();
    browser.removeEventListener("popstate", onPopState);
  };
}

/** Parts whose change is no step of the browser's history. */
const ASIDE: readonly (keyof View)[] = ["camera", "whatIf", "language", "isLanguageChosen"];

/**
 * Which parts changed; "camera" only when nothing else did but what is supposed, which has a history of its own, and the
 * language, which going back does not change. Each tick of a filter is a choice of its own.
 */
function kindOfChange(now: View, before: View): string {
  const changed = (Object.keys(now) as (keyof View)[]).filter(
    (key) => !ASIDE.includes(key) && now[key] !== before[key],
  );
  if (changed.length === 0) return "camera";
  const onlyText = now.filters.values === before.filters.values;
  return changed
    .map((key) => (key === "filters" && !onlyText ? `filters ${JSON.stringify(now.filters.values)}` : key))
    .join(" ");
}
