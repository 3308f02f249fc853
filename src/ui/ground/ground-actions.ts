import type { GroundLook } from "#domain/ground/basemap.ts";
import type { WantedBasemap } from "#state/ground-store.ts";

/** Another basemap in place of the built-in one; how it stands is in the store. */
export interface GroundActions {
  /** Asks the hosts of its own address, which were named to the user, and shows it. */
  show(wanted: WantedBasemap): void;
  /** Lets the further hosts be asked that it comes from. */
  agree(): void;
  /** Gives up what is on its way; what is shown stays. */
  readonly cancel: () => void;
  /** Asks anew for what has failed. */
  readonly retry: () => void;
  /** Brings the built-in map back and forgets the choice. */
  off(): void;
  setLook(look: GroundLook): void;
  /** Shows on a new map what is shown, or what was when the page was left. */
  showAgain(): void;
}
