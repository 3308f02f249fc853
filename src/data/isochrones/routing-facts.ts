import type { RoutingService } from "#domain/travel/asked-isochrones.ts";
import type { IsochroneOrigin } from "#domain/travel/isochrone-table.ts";
import { OSM_SOURCE } from "../osm/osm-source.ts";

/** What is known of a kind of routing service before it is asked. */
export interface RoutingFacts {
  /** Points that one request may ask about. */
  readonly mostPoints: number;
  /** Contours of a point that one request may ask for, until the service says otherwise. */
  readonly mostContours: number;
  /** The service by its name and host, and the line that it asks to be shown. */
  credit(endpoint: string): Pick<IsochroneOrigin, "attribution"> & { readonly provider: string };
}

/** Contours that a request may ask for where the service does not allow more: Valhalla's default, and the public server's. */
export const USUAL_MOST_CONTOURS = 4;

const FOSSGIS_HOST = /(^|\.)openstreetmap\.de$/;
const HEIGIT_HOST = /(^|\.)openrouteservice\.org$/;

export const ROUTING_FACTS: Readonly<Record<RoutingService, RoutingFacts>> = {
  valhalla: {
    mostPoints: 1,
    mostContours: USUAL_MOST_CONTOURS,
    credit(endpoint) {
      const { host, hostname } = new URL(endpoint);
      const provider = `Valhalla at ${host}${FOSSGIS_HOST.test(hostname) ? " (FOSSGIS)" : ""}`;
      return { provider, attribution: `${OSM_SOURCE.attribution}; ${provider}` };
    },
  },
  openrouteservice: {
    mostPoints: 5,
    mostContours: 10,
    credit(endpoint) {
      const { host, hostname } = new URL(endpoint);
      return {
        provider: `openrouteservice at ${host}${HEIGIT_HOST.test(hostname) ? " (HeiGIT)" : ""}`,
        attribution: `© openrouteservice.org by HeiGIT; map data ${OSM_SOURCE.attribution}`,
      };
    },
  },
};
