import type { IncomingMessage, ServerResponse } from "node:http";
import { destination } from "#domain/geo/geodesic.ts";
import { replyStatus, startQueryServer, type QueryServer } from "./query-server.ts";
import { isAtSea } from "./valhalla-server.ts";

/** How one request is answered: as documented, or with a status of its own. */
export type OpenrouteserviceReply =
  | { readonly kind: "answer" }
  | { readonly kind: "status"; readonly status: number; readonly text: string; readonly retryAfter?: string };

/** As `query`: profile and body of each question. */
export type OpenrouteserviceServer = QueryServer<OpenrouteserviceReply>;

const KEY = "a-key-of-my-own";
const PATH = "/v2/isochrones/";
const MOST_LOCATIONS = 5;
const LONGEST_SECONDS = 3600;
const HEADERS = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Allow-Headers": "Authorization, Content-Type, Accept",
  "Access-Control-Expose-Headers": "Retry-After",
};

/** The key that the server takes. */
export { KEY as OPENROUTESERVICE_KEY };

/** A local server that speaks as openrouteservice does, its keys and errors too, and gives squares for isochrones. */
export function startOpenrouteservice(): Promise<OpenrouteserviceServer> {
  return startQueryServer<OpenrouteserviceReply>({
    path: "",
    asDocumented: { kind: "answer" },
    queryOf,
    reply(response, how, query) {
      if (how.kind === "status") replyStatus(response, how, how.text);
      else answer(response, query);
    },
  });
}

function queryOf(body: string, request: IncomingMessage, response: ServerResponse): string | null {
  if (request.method === "OPTIONS") {
    response.writeHead(204, HEADERS).end();
    return null;
  }
  if (request.headers.authorization !== KEY) {
    refuse(response, 403, "Access to this API has been disallowed");
    return null;
  }
  const { pathname } = new URL(request.url ?? "", "http://localhost");
  if (request.method === "POST" && pathname.startsWith(PATH)) return `${pathname.slice(PATH.length)} ${body}`;
  refuse(response, 404, "Not found");
  return null;
}

function answer(response: ServerResponse, query: string): void {
  const { locations, range } = JSON.parse(query.slice(query.indexOf(" "))) as {
    readonly locations: readonly (readonly [number, number])[];
    readonly range: readonly number[];
  };
  if (locations.length > MOST_LOCATIONS) {
    const message = `Parameter 'locations=${String(locations.length)}' is out of range: maximum possible value is ${String(MOST_LOCATIONS)}.`;
    refuse(response, 400, { code: 3004, message });
    return;
  }
  const tooLong = range.find((seconds) => seconds > LONGEST_SECONDS);
  if (tooLong !== undefined) {
    const message = `Parameter 'range=${String(tooLong)}' is out of range: maximum possible value is ${String(LONGEST_SECONDS)}.`;
    refuse(response, 400, { code: 3004, message });
    return;
  }
  if (locations.some(([lon]) => isAtSea(lon))) {
    refuse(response, 500, { code: 3099, message: "Unable to build an isochrone map." });
    return;
  }
  const features = locations.flatMap(([lon, lat], group) =>
    range.map((value) => ({
      type: "Feature",
      properties: { group_index: group, value, center: [lon, lat] },
      geometry: { type: "Polygon", coordinates: [squareAround({ lon, lat }, value * 10)] },
    })),
  );
  const metadata = { attribution: "openrouteservice.org | OpenStreetMap contributors", engine: { version: "9.1.0" } };
  response
    .writeHead(200, { ...HEADERS, "Content-Type": "application/geo+json" })
    .end(JSON.stringify({ type: "FeatureCollection", metadata, features }));
}

function squareAround(point: { readonly lon: number; readonly lat: number }, meters: number) {
  return [45, 315, 225, 135, 45].map((azimuth) => {
    const { lon, lat } = destination(point, azimuth, meters);
    return [lon, lat];
  });
}

function refuse(response: ServerResponse, status: number, error: unknown): void {
  response.writeHead(status, { ...HEADERS, "Content-Type": "application/json" }).end(JSON.stringify({ error }));
}
