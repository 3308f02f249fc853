import { readDateSpan } from "#domain/programme/period.ts";
import { escapePart, unescapePart, type Reader } from "./link-choice.ts";
import type { View } from "./view-store.ts";

/** The members of the link for the programme; what is not chosen has no part. */
export function programmeParts({ programme, activitiesMapped }: View): [string, string][] {
  const { types, countries, from, until } = programme;
  const parts: [string, string][] = [];
  if (types.length > 0) parts.push(["act", types.map(escapePart).join(",")]);
  if (countries.length > 0) parts.push(["act-in", countries.join(",")]);
  if (from !== null) parts.push(["act-from", from]);
  if (until !== null) parts.push(["act-to", until]);
  if (activitiesMapped) parts.push(["acts", "map"]);
  return parts;
}

export const PROGRAMME_READERS: readonly (readonly [string, Reader])[] = [
  ["act", listReader("types", (part) => part !== "", "type,type,…")],
  ["act-in", listReader("countries", (part) => /^([A-Z]{2}|unknown)$/.test(part), "ISO 3166-1 alpha-2")],
  ["act-from", dateReader("from")],
  ["act-to", dateReader("until")],
  ["acts", (value, view) => (value === "map" ? { view: { ...view, activitiesMapped: true } } : { expected: "map" })],
];

/** Parts that cannot be are left out and named. */
function listReader(key: "types" | "countries", isUsable: (part: string) => boolean, expected: string): Reader {
  return (value, view) => {
    const parts = value.split(",");
    const unusable = parts.filter((part) => !isUsable(part));
    const values = [...new Set(parts.filter(isUsable).map(unescapePart))].sort();
    const read = { view: { ...view, programme: { ...view.programme, [key]: values } } };
    return unusable.length === 0 ? read : { ...read, found: unusable.join(","), expected };
  };
}

function dateReader(key: "from" | "until"): Reader {
  return (value, view) =>
    readDateSpan(value) === null
      ? { expected: "2020, 2020-09, 2020-09-13" }
      : { view: { ...view, programme: { ...view.programme, [key]: value } } };
}
