import type { Reader } from "./link-choice.ts";
import { EMBED_STARTS, type View } from "./view-store.ts";

/** The members of the link for a page that is shown inside another one. */
export function embedParts({ embed, embedOrigin }: View): [string, string][] {
  const parts: [string, string][] = [];
  if (embed !== null) parts.push(["embed", embed === "list" ? "1" : embed]);
  if (embedOrigin !== null) parts.push(["embed-origin", embedOrigin]);
  return parts;
}

export const EMBED_READERS: readonly (readonly [string, Reader])[] = [
  [
    "embed",
    (value, view) => {
      const embed = value === "" || value === "1" ? "list" : EMBED_STARTS.find((start) => start === value);
      return embed === undefined ? { expected: "1, map" } : { view: { ...view, embed } };
    },
  ],
  [
    "embed-origin",
    (value, view) => {
      const embedOrigin = originOf(value);
      // A path would say that a page of that address alone is told, which nobody can promise.
      return embedOrigin === null || new URL(value).href !== `${embedOrigin}/`
        ? { expected: "https://example.org" }
        : { view: { ...view, embedOrigin } };
    },
  ],
];

/** The origin of a page on the web by its address; `null` for anything else. */
export function originOf(text: string): string | null {
  const { protocol, origin } = URL.canParse(text) ? new URL(text) : { protocol: "", origin: null };
  return /^https?:$/.test(protocol) ? origin : null;
}
