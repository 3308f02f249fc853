import type { WorkspaceKeeper } from "./keep-workspace.ts";

const done = () => Promise.resolve();
const nothing = () => Promise.resolve(null);
const ignore = () => undefined;

/** For a page inside another one: what the visitor keeps is neither shown nor changed, and storage is not asked for. */
export const KEEPS_NOTHING: WorkspaceKeeper = {
  saved: done,
  retry: ignore,
  removeDamaged: ignore,
  rememberMapping: done,
  recallMapping: nothing,
  recallMappings: () => Promise.resolve([]),
  rememberLink: ignore,
  recallLink: nothing,
  stop: ignore,
};
