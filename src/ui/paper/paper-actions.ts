import type { Catchment } from "#domain/catchment/catchment.ts";
import type { PaperMap } from "#design/paper-map.ts";
import type { IndicatorValues } from "#domain/indicator/indicators-at.ts";
import type { CompleteSiteResults } from "#domain/indicator/site-results.ts";
import type { SiteId } from "#domain/site/site.ts";

/** The way back to a view, as text and as a code for cameras; `null` where it is too long for one that can be read from paper. */
export interface PaperLink {
  readonly url: string;
  readonly code: QrCode | null;
}

/** Dark modules of a QR code as SVG path data, one unit a module; `side` of them across, the light ones around included. */
export interface QrCode {
  readonly side: number;
  readonly path: string;
}

/** What a printed page says of a site beside its record. */
export interface SitePaper {
  /** Index in the site table. */
  readonly site: number;
  readonly catchment: Catchment;
  readonly indicators: IndicatorValues;
  /** `null` where the site has no point, or the basemap cannot be loaded. */
  readonly map: PaperMap | null;
  readonly link: PaperLink;
}

/** What print needs. Answers are `null` where the tables have changed meanwhile; all reject with AbortError once the signal fires. */
export interface PaperActions {
  sitePaper(site: number, results: CompleteSiteResults, signal: AbortSignal): Promise<SitePaper | null>;
  /** All results of the rule, computed where they are missing. */
  completeResults(signal: AbortSignal): Promise<CompleteSiteResults | null>;
  /** A map with all these sites; `null` where none has a point, or the basemap cannot be loaded. */
  overview(sites: readonly number[], width: number, height: number): Promise<PaperMap | null>;
  /** The way back to these sites beside each other, or to the view as it is. */
  link(shortlist: readonly SiteId[] | null): PaperLink;
}
