import type { Format } from "#i18n/format.ts";
import type { Translate } from "#i18n/translate.ts";
import type { MountedMap } from "#map/mount-map.ts";
import type { Selectors } from "#state/selectors.ts";
import type { Stores } from "#state/stores.ts";
import type { WorkerClient } from "#workers/client.ts";
import type { AnalysisTasks } from "#workers/protocol.ts";
import type { ImportActions } from "#ui/import/import-actions.ts";
import type { WorkspaceKeeper } from "./keep-workspace.ts";
import type { OfflineKeeper } from "./offline.ts";
import type { SpokenWords } from "./language.ts";
import type { ThemeControl } from "./theme.ts";

/** What the actions work with. */
export interface ActionHost {
  readonly stores: Stores;
  readonly selectors: Selectors;
  readonly worker: WorkerClient<AnalysisTasks>;
  readonly translate: Translate;
  readonly format: Format;
  readonly theme: ThemeControl;
  readonly words: Pick<SpokenWords, "choose">;
  readonly load: () => Promise<void>;
  /** Loaded when first wanted; the same promise each time. */
  readonly imports: () => Promise<ImportActions>;
  readonly keeper: WorkspaceKeeper;
  /** `null` while there is no map. */
  readonly map: () => MountedMap | null;
  /** Tries again to show a map that did not arrive. */
  readonly retryMap: () => void;
  readonly offline: () => Promise<OfflineKeeper>;
}
