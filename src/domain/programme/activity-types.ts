/** The kinds of activities that our own tables name; a table may have others, in its own words. */
export const ACTIVITY_TYPES = [
  "pilot_investment",
  "pilot_action",
  "reutilization_concept",
  "strategy",
  "open_day",
  "exhibition",
  "workshop",
  "conference",
  "partner_meeting",
  "peer_review",
  "dissemination",
  "newsletter",
  "follow_up",
] as const;
export type ActivityType = (typeof ACTIVITY_TYPES)[number];

/** Finds a kind in a text, however it is spaced or written in capitals; `null` for others. */
export function readActivityType(text: string): ActivityType | null {
  const folded = text
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, "_");
  return ACTIVITY_TYPES.find((type) => type === folded) ?? null;
}
