import type { Activity } from "#domain/activity/activity.ts";
import type { Period } from "#domain/programme/period.ts";
import { APP } from "../export/export-metadata.ts";
import type { CalendarEvent } from "./calendar.ts";

/** What is said of an activity in the language of the page. */
export interface ActivityInWords {
  readonly type: string;
  /** Its dates as exact as they are stated. */
  readonly dates: string;
  /** What the dates do not say, such as the day; `null` where they say all. */
  readonly doubt: string | null;
  readonly place: string | null;
  /** The site that it belongs to; `null` for none that is loaded. */
  readonly site: string | null;
  /** Where the record comes from. */
  readonly source: string | null;
}

/** An activity with a date, and what is said of it. */
export interface CalendarEntry {
  readonly activity: Activity;
  readonly period: Period;
  readonly words: ActivityInWords;
}

/** The events of a calendar, in the order given. An identifier that tables share is told apart by its turn. */
export function calendarEvents(entries: readonly CalendarEntry[]): readonly CalendarEvent[] {
  const turns = new Map<string, number>();
  return entries.map(({ activity, period, words }) => {
    const turn = (turns.get(activity.id) ?? 0) + 1;
    turns.set(activity.id, turn);
    const { lon, lat, title, note, sourceUrl } = activity;
    const dates = words.doubt === null ? words.dates : `${words.dates}. ${words.doubt}`;
    const lines = [`${words.type}, ${dates}`, words.site, note, words.source, sourceUrl];
    return {
      uid: `${activity.id}${turn === 1 ? "" : `#${String(turn)}`}@${APP}`,
      period,
      summary: title,
      description: lines.filter((line) => line !== null).join("\n"),
      location: words.place,
      point: lon === null || lat === null ? null : { lon, lat },
      url: sourceUrl,
      category: words.type,
    };
  });
}
