import { createStore } from "zustand/vanilla";
import type { Issue } from "#domain/issue.ts";

/** What the page has to tell that no room of it shows by itself. */
export interface Notices {
  /** What a link held that could not be read; empty once dismissed. */
  readonly linkIssues: readonly Issue[];
  /** A bug came to light: the page may be wrong and offers to start anew. */
  readonly crashed: boolean;
  /** The page went on where it was left the last time, without a link that says so. */
  readonly resumed: boolean;
}

export type NoticeStore = ReturnType<typeof createNoticeStore>;

export function createNoticeStore() {
  return createStore<Notices>()((): Notices => ({ linkIssues: [], crashed: false, resumed: false }));
}

export function setLinkIssues(store: NoticeStore, linkIssues: readonly Issue[]): void {
  store.setState({ linkIssues });
}

export function reportCrash(store: NoticeStore): void {
  store.setState({ crashed: true });
}

export function setResumed(store: NoticeStore, resumed: boolean): void {
  store.setState({ resumed });
}

export function dismissNotices(store: NoticeStore): void {
  store.setState({ linkIssues: [], crashed: false, resumed: false });
}
