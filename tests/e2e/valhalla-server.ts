import type { IncomingMessage, ServerResponse } from "node:http";
import { messageOf, type RoutingActor, type RoutingLimits } from "#cli/routing/engine.ts";
import { destination } from "#domain/geo/geodesic.ts";
import { CORS, replySignIn, replyStatus, startQueryServer, type QueryServer } from "./query-server.ts";

/** How one request is answered: as documented, or with one of the faults that public servers show. */
export type ValhallaReply =
  | { readonly kind: "answer"; readonly delayMilliseconds?: number }
  | { readonly kind: "status"; readonly status: number; readonly retryAfter?: string }
  /** An error of Valhalla's own. */
  | { readonly kind: "error"; readonly code: number; readonly message: string }
  | { readonly kind: "json"; readonly json: unknown }
  | { readonly kind: "html" }
  | { readonly kind: "cut" }
  | { readonly kind: "hang" }
  | { readonly kind: "drop" };

export type ValhallaServer = QueryServer<ValhallaReply>;

/** What Valhalla allows unless told otherwise, and the public server. */
export const PUBLIC_LIMITS: RoutingLimits = { contours: 4, minutes: 120 };

/** Answers a question with the JSON of Valhalla. @throws {Error} with Valhalla's own message */
type Answer = (query: string) => Promise<string>;

/** Valhalla's own codes by the beginning of their messages, all of status 400 but for the last. */
const ERRORS = [
  [100, "Failed to parse json request"],
  [110, "Insufficiently specified required parameter 'locations'"],
  [113, "Insufficiently specified required parameter 'contours'"],
  [125, "No costing method found"],
  [130, "Failed to parse location"],
  [150, "Exceeded max locations"],
  [151, "Exceeded max time"],
  [152, "Exceeded max contours"],
  [171, "No suitable edges near location"],
  [199, ""],
] as const;
const UNKNOWN_ERROR = 199;
const WRONG_PATH = 106;
/** What `/status` tells. */
export const STATUS = { version: "3.5.1", tileset_last_modified: 1_795_000_000, available_actions: ["isochrone"] };
const JSON_HEADERS = { ...CORS, "Content-Type": "application/json" };

/**
 * A local server that speaks as Valhalla does, under its path, by GET with `json` and by POST.
 * @param actor the real engine, opened with {@link PUBLIC_LIMITS}; `null`: circles in its place, for any point but those in
 * the open sea of {@link isAtSea}
 */
export function startValhalla(actor: Pick<RoutingActor, "isochrone"> | null): Promise<ValhallaServer> {
  const answer: Answer = actor === null ? circlesFor : (query) => actor.isochrone(query);
  return startQueryServer<ValhallaReply>({
    path: "/isochrone",
    asDocumented: { kind: "answer" },
    queryOf,
    reply(response, how, query) {
      void reply(response, how, query, answer);
    },
  });
}

function queryOf(body: string, request: IncomingMessage, response: ServerResponse): string | null {
  if (request.method === "OPTIONS") {
    response.writeHead(204, CORS).end();
    return null;
  }
  const { pathname, searchParams } = new URL(request.url ?? "", "http://localhost");
  if (pathname === "/status") {
    response.writeHead(200, JSON_HEADERS).end(JSON.stringify(STATUS));
    return null;
  }
  if (pathname !== "/isochrone") {
    replyError(response, WRONG_PATH, "Try any of: '/isochrone' ", 404);
    return null;
  }
  return request.method === "POST" ? body : (searchParams.get("json") ?? "");
}

async function reply(response: ServerResponse, how: ValhallaReply, query: string, answer: Answer): Promise<void> {
  switch (how.kind) {
    case "answer":
    case "cut": {
      if (how.kind === "answer" && how.delayMilliseconds !== undefined) await passed(how.delayMilliseconds);
      try {
        const text = await answer(query);
        response.writeHead(200, JSON_HEADERS).end(how.kind === "cut" ? text.slice(0, -40) : text);
      } catch (error) {
        const message = messageOf(error);
        const [code] = ERRORS.find(([, beginning]) => message.startsWith(beginning))!;
        replyError(response, code, message, code === UNKNOWN_ERROR ? 500 : 400);
      }
      return;
    }
    case "status":
      replyStatus(response, how, "<html><body>Too many requests, or too busy.</body></html>");
      return;
    case "error":
      replyError(response, how.code, how.message, 400);
      return;
    case "json":
      response.writeHead(200, JSON_HEADERS).end(JSON.stringify(how.json));
      return;
    case "html":
      replySignIn(response);
      return;
    case "drop":
      response.destroy();
      return;
    case "hang":
      return;
  }
}

function passed(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

const STATUS_WORDS: Readonly<Record<number, string>> = {
  400: "Bad Request",
  404: "Not Found",
  500: "Internal Server Error",
};

function replyError(response: ServerResponse, code: number, message: string, status: number): void {
  const json = { error_code: code, error: message, status_code: status, status: STATUS_WORDS[status] ?? "" };
  response.writeHead(status, JSON_HEADERS).end(JSON.stringify(json));
}

interface Question {
  readonly locations?: readonly { readonly lon: number; readonly lat: number }[];
  readonly costing?: string;
  readonly contours?: readonly { readonly time: number }[];
}

/** Metres that a minute takes one away in the place of the engine. */
const METERS_A_MINUTE: Readonly<Record<string, number>> = { auto: 700, bicycle: 220, pedestrian: 70 };
const CORNERS = 48;

/** Where the stand-in knows no road: west of Ireland. */
export function isAtSea(lon: number): boolean {
  return lon < -11;
}

/** Circles in the form of Valhalla's answer, the longest time first, with its limits and its errors. */
function circlesFor(query: string): Promise<string> {
  const { locations = [], costing = "", contours = [] } = questionIn(query);
  const [location] = locations;
  const speed = METERS_A_MINUTE[costing];
  if (location === undefined) throw new Error("Insufficiently specified required parameter 'locations'");
  if (contours.length === 0) throw new Error("Insufficiently specified required parameter 'contours'");
  if (speed === undefined) throw new Error(`No costing method found: '${costing}'`);
  if (locations.length > 1) throw new Error("Exceeded max locations: 1");
  const { contours: most, minutes: longest } = PUBLIC_LIMITS;
  if (contours.length > most) throw new Error(`Exceeded max contours: ${String(most)}`);
  if (contours.some(({ time }) => time > longest)) throw new Error(`Exceeded max time: ${String(longest)}`);
  if (isAtSea(location.lon)) throw new Error("No suitable edges near location");
  const features = contours
    .toSorted((a, b) => b.time - a.time)
    .map(({ time }) => {
      const ring = Array.from({ length: CORNERS + 1 }, (_, corner) => {
        const { lon, lat } = destination(location, -((corner % CORNERS) * 360) / CORNERS, time * speed);
        return [Number(lon.toFixed(6)), Number(lat.toFixed(6))];
      });
      return {
        properties: {
          fill: "#bf4040",
          "fill-opacity": 0.33,
          fillOpacity: 0.33,
          color: "#bf4040",
          contour: time,
          metric: "time",
        },
        geometry: { coordinates: [ring], type: "Polygon" },
        type: "Feature",
      };
    });
  return Promise.resolve(JSON.stringify({ features, type: "FeatureCollection" }));
}

function questionIn(query: string): Question {
  try {
    return JSON.parse(query) as Question;
  } catch {
    throw new Error("Failed to parse json request");
  }
}
