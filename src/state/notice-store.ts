import { createStore } from "zustand/vanilla";
import type { Issue } from "#domain/issue.ts";
import type { Language } from "#domain/language.ts";
import type { TravelProfile } from "#domain/travel/travel-profile.ts";
import type { View } from "./view-store.ts";

/** What was taken away at one press, and the part of the view that it was: taken over again, it is back. */
export interface Undoable {
  readonly what: "area" | "selection" | "picks" | "shortlist";
  readonly before: Partial<View>;
}

/** What the page has to tell that no room of it shows by itself. */
export interface Notices {
  /** What a link held that could not be read; empty once dismissed. */
  readonly linkIssues: readonly Issue[];
  /** A bug came to light: the page may be wrong and offers to start anew. */
  readonly crashed: boolean;
  /** The page went on where it was left the last time, without a link that says so. */
  readonly resumed: boolean;
  /** The page was opened without a link, and there was nothing to go on with. */
  readonly newcomer: boolean;
  readonly undoable: Undoable | null;
  /** The isochrones of this profile were taken out, by which the rule counted: its reach in metres holds again. */
  readonly straightAgain: TravelProfile | null;
  /** The words of this language could not be loaded; the page goes on speaking the one before. */
  readonly silentLanguage: Language | null;
  /** Something that was asked for did not arrive, so what the user wanted was not done. */
  readonly undelivered: boolean;
  /** Land, borders or names of the map did not arrive. */
  readonly groundUndelivered: boolean;
  /** Why there is no map. Stays as long as that is so. */
  readonly mapMissing: MapMissing | null;
}

/** This browser offers no WebGL, or the map's script did not arrive. */
export type MapMissing = "no-webgl" | "undelivered";

export type NoticeStore = ReturnType<typeof createNoticeStore>;

export function createNoticeStore() {
  return createStore<Notices>()((): Notices => ({
    linkIssues: [],
    crashed: false,
    resumed: false,
    newcomer: false,
    undoable: null,
    straightAgain: null,
    silentLanguage: null,
    undelivered: false,
    groundUndelivered: false,
    mapMissing: null,
  }));
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

export function greetNewcomer(store: NoticeStore): void {
  store.setState({ newcomer: true });
}

/** Offers to bring back what was taken away; `null` ends the offer. */
export function offerUndo(store: NoticeStore, undoable: Undoable | null): void {
  store.setState({ undoable });
}

export function tellStraightAgain(store: NoticeStore, straightAgain: TravelProfile): void {
  store.setState({ straightAgain });
}

export function tellSilentLanguage(store: NoticeStore, silentLanguage: Language): void {
  store.setState({ silentLanguage });
}

export function tellUndelivered(store: NoticeStore): void {
  store.setState({ undelivered: true });
}

export function tellGroundUndelivered(store: NoticeStore): void {
  store.setState({ groundUndelivered: true });
}

export function setMapMissing(store: NoticeStore, mapMissing: MapMissing | null): void {
  store.setState({ mapMissing });
}

export function dismissNotices(store: NoticeStore): void {
  store.setState({
    linkIssues: [],
    crashed: false,
    resumed: false,
    straightAgain: null,
    silentLanguage: null,
    undelivered: false,
    groundUndelivered: false,
  });
}
