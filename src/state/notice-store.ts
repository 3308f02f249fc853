import { createStore } from "zustand/vanilla";
import type { Issue } from "#domain/issue.ts";

/** What the page has to tell that no room of it shows by itself. */
export interface Notices {
  /** What a link held that could not be read; empty once dismissed. */
  readonly linkIssues: readonly Issue[];
  /** A bug came to light: the page may be wrong and offers to start anew. */
  readonly crashed: boolean;
}

export type NoticeStore = ReturnType<typeof createNoticeStore>;

export function createNoticeStore() {
  return createStore<Notices>()((): Notices => ({ linkIssues: [], crashed: false }));
}

export function setLinkIssues(store: NoticeStore, linkIssues: readonly Issue[]): void {
  store.setState({ linkIssues });
}

export function reportCrash(store: NoticeStore): void {
  store.setState({ crashed: true });
}

export function dismissNotices(store: NoticeStore): void {
  store.setState({ linkIssues: [], crashed: false });
}
