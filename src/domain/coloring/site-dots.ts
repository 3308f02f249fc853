import { facetCodes } from "../selection/site-lookups.ts";
import type { Coloring, SitePaint } from "./site-paint.ts";
import { VERDICTS, type Verdict } from "../rule/verdict-kind.ts";
import type { ReuseStatus, SiteTable } from "../site/site.ts";

/** What a dot tells of its site. */
export interface DotKind {
  readonly verdict: Verdict;
  /** As in the names of the map's images. */
  readonly paint: string;
}

/** Which of n sites are drawn as dots, and how: site `i` as `kinds[kind[i]]`. */
export interface SiteDots {
  readonly kinds: readonly DotKind[];
  /** (n) {@link NO_DOT} for a site that is not drawn. */
  readonly kind: Uint8Array;
}

export const NO_DOT = 255;

/**
 * @param verdict (n) positions in `VERDICTS`; `null` while they are being computed: then each is not known
 * @param chosen indices in the site table
 */
export function siteDots(
  sites: SiteTable,
  verdict: Uint8Array | null,
  coloring: Coloring,
  chosen: Uint32Array,
  paintName: (paint: SitePaint, status: ReuseStatus) => string,
): SiteDots {
  const { values: statuses, code: status } = facetCodes(sites).status;
  const kinds: DotKind[] = [];
  const kind = new Uint8Array(sites.count).fill(NO_DOT);
  const byPaint = new Map<SitePaint, Uint8Array>();
  for (const site of chosen) {
    const paint = coloring.paintOf(site);
    let known = byPaint.get(paint);
    if (known === undefined) {
      known = new Uint8Array(statuses.length * VERDICTS.length).fill(NO_DOT);
      byPaint.set(paint, known);
    }
    const code = verdict?.[site] ?? VERDICTS.length - 1;
    const at = status[site]! * VERDICTS.length + code;
    if (known[at] === NO_DOT) {
      known[at] = kinds.length;
      kinds.push({ verdict: VERDICTS[code]!, paint: paintName(paint, statuses[status[site]!] as ReuseStatus) });
    }
    kind[site] = known[at]!;
  }
  return { kinds, kind };
}
