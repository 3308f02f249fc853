import type { AskedPoint, IsochroneQuestions, RoutingService, RoutingTerms } from "#domain/travel/asked-isochrones.ts";
import type { KnownMinutes } from "#domain/travel/merge-isochrones.ts";

/** For what isochrones are asked: the record of the sheet, or each selected site. */
export const ROUTING_SCOPES = ["record", "selection"] as const;
export type RoutingScope = (typeof ROUTING_SCOPES)[number];

/** Points that a scope means now, and how many sites of it have none. */
export interface AskedFrom {
  readonly points: readonly AskedPoint[];
  readonly withoutPoint: number;
}

export type RoutingSettings = Pick<RoutingTerms, "endpoint" | "pauseSeconds" | "key">;

/** Asking a routing server for isochrones; how it stands is in the store. */
export interface RoutingActions {
  pointsOf(scope: RoutingScope): AskedFrom;
  /** Which isochrones are loaded. */
  known(): KnownMinutes;
  /** How many requests a question takes. */
  requests(service: RoutingService, asked: IsochroneQuestions): number;
  /** Asks the service; what was asked before is given up, and what of it was answered loaded. */
  ask(service: RoutingService, asked: IsochroneQuestions): void;
  /** Asks again for what was not answered. */
  askFailed(): void;
  /** Gives up asking; what has been answered is loaded. */
  cancel(): void;
  /** Closes the window; while it asks, only {@link RoutingActions.cancel}, so that what came and what failed is told. */
  close(): void;
  /** The service by its name and host. */
  provider(service: RoutingService): string;
  settings(service: RoutingService): RoutingSettings;
  usualSettings(service: RoutingService): RoutingSettings;
  /** Kept on this device alone. */
  setSettings(service: RoutingService, settings: RoutingSettings): void;
}
