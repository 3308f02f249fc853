import ICAL from "ical.js";
import { isoDay, type Period } from "#domain/programme/period.ts";

/** One event of a calendar; texts as they are shown, over several lines where wanted. */
export interface CalendarEvent {
  /** Unique in the calendar, and the same whenever the event is written again. */
  readonly uid: string;
  readonly period: Period;
  readonly summary: string;
  readonly description: string;
  readonly location: string | null;
  /** Degrees, WGS 84. */
  readonly point: { readonly lon: number; readonly lat: number } | null;
  /** A web page. */
  readonly url: string | null;
  readonly category: string | null;
}

/** What is told of the calendar as a whole. */
export interface CalendarHead {
  readonly name: string;
  /** Who writes it. */
  readonly product: string;
  /** ISO 8601 day on which the events were last changed. */
  readonly stamp: string;
}

/** Controls that a text of a calendar must not hold; line ends and tabs are none of them. */

const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g;

/**
 * An iCalendar file (RFC 5545). Each event takes whole days: all that its dates may cover, so that a month or a year is never
 * one false day; it blocks no time. The same input gives the same text.
 */
export function writeCalendar(events: readonly CalendarEvent[], { name, product, stamp }: CalendarHead): string {
  const calendar = new ICAL.Component("vcalendar");
  calendar.addPropertyWithValue("version", "2.0");
  calendar.addPropertyWithValue("prodid", plain(product));
  addText(calendar, "name", name);
  addText(calendar, "x-wr-calname", name);
  const stamped = ICAL.Time.fromDateTimeString(`${stamp}T00:00:00Z`);
  for (const event of events) calendar.addSubcomponent(eventOf(event, stamped));
  return `${calendar.toString()}\r\n`;
}

function eventOf(
  { uid, period, summary, description, location, point, url, category }: CalendarEvent,
  stamp: ICAL.Time,
) {
  const event = new ICAL.Component("vevent");
  addText(event, "uid", uid);
  event.addPropertyWithValue("dtstamp", stamp);
  event.addPropertyWithValue("dtstart", ICAL.Time.fromDateString(isoDay(period.first)));
  // The end of an event is the day after its last.
  event.addPropertyWithValue("dtend", ICAL.Time.fromDateString(isoDay(period.last + 1)));
  addText(event, "summary", summary);
  addText(event, "description", description);
  if (location !== null) addText(event, "location", location);
  if (point !== null) {
    const geo = new ICAL.Property("geo");
    geo.setValue([rounded(point.lat), rounded(point.lon)]);
    event.addProperty(geo);
  }
  if (url !== null) event.addPropertyWithValue("url", plain(url).replace(/\s/g, "%20"));
  if (category !== null) addText(event, "categories", category);
  event.addPropertyWithValue("transp", "TRANSPARENT");
  return event;
}

/** A text whatever its property is usually taken for. */
function addText(component: ICAL.Component, name: string, text: string): void {
  const property = new ICAL.Property(name);
  property.resetType("text");
  property.setValue(plain(text));
  component.addProperty(property);
}

/** Line ends as the format wants them, without controls and halves of characters. */
function plain(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(CONTROLS, " ")
    .replace(/\p{Surrogate}/gu, "\u{FFFD}");
}

function rounded(degrees: number): number {
  return Number(degrees.toFixed(6));
}
