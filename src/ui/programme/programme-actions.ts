import type { ProgrammeDocument } from "#domain/programme/programme-document.ts";

/** What files of activities can be, beside the calendar. */
export const ACTIVITY_FORMATS = ["csv-spreadsheet", "geojson"] as const;
export type ActivityFormat = (typeof ACTIVITY_FORMATS)[number];

/** What the room of the programme asks for. Activities are positions in the dataset's list. */
export interface ProgrammeActions {
  /** The papers of the programme; `null` where they cannot be loaded. */
  documents(): Promise<readonly ProgrammeDocument[] | null>;
  /** Saves those with a date as an iCalendar file, in their order. */
  saveCalendar(indices: readonly number[]): Promise<void>;
  /** Saves them as a table that can be opened again. */
  saveActivities(indices: readonly number[], format: ActivityFormat): Promise<void>;
  /** Moves the map so that their points are in view. No map or no point: nothing. */
  showOnMap(indices: readonly number[]): void;
}
