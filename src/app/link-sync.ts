import { readLink, writeLink } from "#state/link-codec.ts";
import { setLinkIssues, type NoticeStore } from "#state/notice-store.ts";
import { replaceView, type View, type ViewStore } from "#state/view-store.ts";

/** Steps of one gesture (a slider dragged, a word typed) share one entry of the history. */
const GESTURE_MS = 1000;

/**
 * Keeps the address and the view the same: a choice adds an entry to the browser's history, a move of the camera
 * changes the present one, going back restores the view. A damaged address is put right at once. Returns the undoing.
 */
export function syncLink(view: ViewStore, notices: NoticeStore, browser: Window): () => void {
  const written = writeLink(view.getState());
  if (written !== browser.location.search) {
    browser.history.replaceState(null, "", `${browser.location.pathname}${written}${browser.location.hash}`);
  }
  let last: { readonly kind: string; readonly at: number } = { kind: "", at: -Infinity };
  const undoView = view.subscribe((now, before) => {
    const query = writeLink(now);
    if (query === browser.location.search) return;
    const url = `${browser.location.pathname}${query}${browser.location.hash}`;
    const kind = kindOfChange(now, before);
    const sameGesture = kind === last.kind && browser.performance.now() - last.at < GESTURE_MS;
    if (kind === "camera" || sameGesture) browser.history.replaceState(null, "", url);
    else browser.history.pushState(null, "", url);
    if (kind !== "camera") last = { kind, at: browser.performance.now() };
  });
  const onPopState = () => {
    const read = readLink(browser.location.search);
    last = { kind: "", at: -Infinity };
    setLinkIssues(notices, read.issues);
    replaceView(view, read.view);
  };
  browser.addEventListener("popstate", onPopState);
  return () => {
    undoView();
    browser.removeEventListener("popstate", onPopState);
  };
}

/** Which parts changed; "camera" only when nothing else did. Each tick of a filter is a choice of its own. */
function kindOfChange(now: View, before: View): string {
  const changed = (Object.keys(now) as (keyof View)[]).filter((key) => key !== "camera" && now[key] !== before[key]);
  if (changed.length === 0) return "camera";
  const onlyText = now.filters.values === before.filters.values;
  return changed
    .map((key) => (key === "filters" && !onlyText ? `filters ${JSON.stringify(now.filters.values)}` : key))
    .join(" ");
}
