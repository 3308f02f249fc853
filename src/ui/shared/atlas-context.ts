import { createContext, use, useCallback, useSyncExternalStore } from "react";
import type { Language } from "#domain/language.ts";
import type { Format } from "#i18n/format.ts";
import type { Translate } from "#i18n/translate.ts";
import { subscribeSnapshot, takeSnapshot, type Selectors, type Snapshot } from "#state/selectors.ts";
import type { Stores } from "#state/stores.ts";
import type { Actions } from "../actions.ts";

/** What every component may use: the stores, what is derived from them, what the page can be asked to do, and words. */
export interface Atlas {
  readonly stores: Stores;
  readonly selectors: Selectors;
  readonly actions: Actions;
  readonly language: Language;
  readonly translate: Translate;
  readonly format: Format;
}

export const AtlasContext = createContext<Atlas | null>(null);

export function useAtlas(): Atlas {
  const atlas = use(AtlasContext);
  if (atlas === null) throw new Error("useAtlas needs an AtlasContext above it");
  return atlas;
}

/**
 * A value derived from the stores; the component renders again when it changes by identity.
 * @param select must give the identical value while nothing that it reads has changed
 */
export function useDerived<T>(select: (snapshot: Snapshot, selectors: Selectors) => T): T {
  const { stores, selectors } = useAtlas();
  const subscribe = useCallback((listener: () => void) => subscribeSnapshot(stores, listener), [stores]);
  return useSyncExternalStore(subscribe, () => select(takeSnapshot(stores), selectors));
}

/** The hovered or focused records, by index. */
export function useHover<T>(select: (hover: ReturnType<Stores["hover"]["getState"]>) => T): T {
  const { hover } = useAtlas().stores;
  return useSyncExternalStore(hover.subscribe, () => select(hover.getState()));
}
