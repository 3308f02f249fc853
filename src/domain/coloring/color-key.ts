import type { IndicatorId } from "../indicator/registry.ts";

/** What the colour of a site can tell: its reuse status, its verdict, or the class of an indicator. */
export type ColorKey = "status" | "verdict" | IndicatorId;

/**
 * Reads a key; `null` for a text that cannot be one. Which indicators there are is not looked up, so that a link is read
 * without their code: an id that is none of theirs is as if it were the status.
 */
export function readColorKey(text: string): ColorKey | null {
  return /^[a-z][a-z0-9_]{0,39}$/.test(text) ? (text as ColorKey) : null;
}
