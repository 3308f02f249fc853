import type { ServerResponse } from "node:http";
import { CORS, replySignIn, replyStatus, startQueryServer, type QueryServer } from "./query-server.ts";

/** How one request is answered: as documented, or with one of the faults that public servers show. */
export type Reply =
  | { readonly kind: "answer"; readonly elements?: readonly object[] }
  | { readonly kind: "status"; readonly status: number; readonly retryAfter?: string }
  | { readonly kind: "remark"; readonly remark: string }
  | { readonly kind: "html" }
  | { readonly kind: "cut" }
  | { readonly kind: "hang" }
  | { readonly kind: "drop" };

export type OverpassServer = QueryServer<Reply>;

const AS_OF = "2026-11-20T08:30:00Z";

/** A local server that speaks the JSON of the Overpass API. */
export function startOverpass(): Promise<OverpassServer> {
  return startQueryServer<Reply>({
    path: "/api/interpreter",
    asDocumented: { kind: "answer" },
    queryOf(body, request, response) {
      if (request.method !== "OPTIONS") return new URLSearchParams(body).get("data") ?? body;
      response.writeHead(204, CORS).end();
      return null;
    },
    reply,
  });
}

const JSON_HEADERS = { ...CORS, "Content-Type": "application/json" };

function reply(response: ServerResponse, how: Reply, query: string): void {
  switch (how.kind) {
    case "answer":
      response.writeHead(200, JSON_HEADERS).end(JSON.stringify(answerOf(how.elements ?? elementsAround(query))));
      return;
    case "status":
      replyStatus(response, how, "<html><body>The server is probably too busy to handle your request.</body></html>");
      return;
    case "remark":
      response.writeHead(200, JSON_HEADERS).end(JSON.stringify({ ...answerOf([]), remark: how.remark }));
      return;
    case "html":
      replySignIn(response);
      return;
    case "cut":
      response.writeHead(200, JSON_HEADERS).end(JSON.stringify(answerOf(elementsAround(query))).slice(0, -40));
      return;
    case "drop":
      response.destroy();
      return;
    case "hang":
      return;
  }
}

function answerOf(elements: readonly object[]): object {
  return {
    version: 0.6,
    generator: "Overpass API 0.7.62",
    osm3s: {
      timestamp_osm_base: AS_OF,
      copyright: "The data included in this document is from www.openstreetmap.org.",
    },
    elements,
  };
}

/** Some elements near the first middle that a query names: four actors, one twice tagged, and two that are none. */
function elementsAround(query: string): readonly object[] {
  const [, lat = 45, lon = 14] = (/around:[\d.]+,(-?[\d.]+),(-?[\d.]+)/.exec(query) ?? []).map(Number);
  const at = (east: number, north: number) => ({ lat: lat + north, lon: lon + east });
  return [
    { type: "node", id: 1, ...at(0.001, 0.001), tags: { shop: "bakery", name: "Pekarna Čokolád" } },
    { type: "node", id: 2, ...at(0.002, 0), tags: { craft: "carpenter", shop: "furniture", name: "Tischlerei Groß" } },
    { type: "way", id: 3, center: at(0, 0.002), tags: { amenity: "theatre", name: "Színház", building: "yes" } },
    { type: "relation", id: 4, center: at(-0.001, 0), tags: { office: "company", name: "Società Elettrica" } },
    { type: "node", id: 5, ...at(0, -0.001), tags: { amenity: "bench" } },
    { type: "node", id: 6, ...at(0, -0.002), tags: { shop: "vacant", name: "Leer" } },
  ];
}
