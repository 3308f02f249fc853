import type { ServerResponse } from "node:http";
import { CORS, replySignIn, replyStatus, startQueryServer, type QueryServer } from "./query-server.ts";

/** How one query is answered: by the format of SPARQL 1.1 results, or with a fault of Wikidata's query service. */
export type SparqlReply =
  | { readonly kind: "answer"; readonly rows?: readonly Readonly<Record<string, string>>[] }
  | { readonly kind: "status"; readonly status: number; readonly retryAfter?: string; readonly text?: string }
  /** Gives up after its limit of time: status 500 and a trace of Java. */
  | { readonly kind: "timeout" }
  /** The same, noticed only after the answer had begun. */
  | { readonly kind: "late-timeout" }
  | { readonly kind: "html" }
  | { readonly kind: "hang" }
  | { readonly kind: "drop" };

export type SparqlServer = QueryServer<SparqlReply>;

const TRACE = `SPARQL-QUERY: queryStr=SELECT ...
java.util.concurrent.TimeoutException
	at java.util.concurrent.FutureTask.get(FutureTask.java:205)
	at com.bigdata.rdf.sail.webapp.BigdataServlet.submitApiTask(BigdataServlet.java:292)`;

/** A local server that answers as Wikidata's query service does. */
export function startSparql(): Promise<SparqlServer> {
  return startQueryServer<SparqlReply>({
    path: "/sparql",
    asDocumented: { kind: "answer" },
    queryOf(body, _, response) {
      const form = new URLSearchParams(body);
      if (form.get("format") === "json") return form.get("query") ?? "";
      response.writeHead(406, CORS).end("format=json is missing");
      return null;
    },
    reply,
  });
}

function reply(response: ServerResponse, how: SparqlReply, query: string): void {
  switch (how.kind) {
    case "answer":
      response
        .writeHead(200, { ...CORS, "Content-Type": "application/sparql-results+json;charset=utf-8" })
        .end(resultsOf(how.rows ?? itemsInside(query)));
      return;
    case "status":
      replyStatus(response, how, how.text ?? "<html><body><h1>Wikimedia Error</h1></body></html>");
      return;
    case "timeout":
      response.writeHead(500, { ...CORS, "Content-Type": "text/plain" }).end(TRACE);
      return;
    case "late-timeout":
      response.writeHead(200, CORS).end(`${resultsOf(itemsInside(query)).slice(0, -30)}${TRACE}`);
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

function resultsOf(rows: readonly Readonly<Record<string, string>>[]): string {
  const bindings = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [name, { type: "literal", value }])),
  );
  return JSON.stringify({ head: { vars: Object.keys(rows[0] ?? { item: "" }) }, results: { bindings } });
}

/** The middle of the box that a query asks for. */
function middleOf(query: string): { readonly lon: number; readonly lat: number } {
  const [[west = 0, south = 0], [east = 0, north = 0]] = ["SouthWest", "NorthEast"].map((corner) =>
    (new RegExp(`corner${corner} "Point\\((\\S+) (\\S+)\\)"`).exec(query) ?? []).slice(1).map(Number),
  ) as [number[], number[]];
  return { lon: (west + east) / 2, lat: (south + north) / 2 };
}

/** Three items near the middle: a mine with all its facts, one that OpenStreetMap has, too, and one without a label. */
function itemsInside(query: string): readonly Readonly<Record<string, string>>[] {
  const { lon, lat } = middleOf(query);
  const item = (id: number, label: string, kind: string, east: number) => ({
    item: `http://www.wikidata.org/entity/Q${String(id)}`,
    itemLabel: label,
    point: `Point(${String(lon + east)} ${String(lat + 0.02)})`,
    classes: `http://www.wikidata.org/entity/${kind}`,
    listings: "",
    states: "",
    museum: "false",
  });
  return [
    {
      ...item(9001, "Rudnik Čokolád", "Q820477", 0.02),
      kinds: "mine",
      kindLabel: "mine",
      country: "SI",
      townLabel: "Idrija",
      from: "1490-01-01T00:00:00Z",
      to: "1995-01-01T00:00:00Z",
      listings: "http://www.wikidata.org/entity/Q9259",
      listingLabel: "UNESCO World Heritage Site",
      page: "https://mine.example/",
    },
    { ...item(9002, "Upper mill", "Q44494", 0.04), kinds: "mill", kindLabel: "mill", from: "1850-01-01T00:00:00Z" },
    { ...item(9003, "Q9003", "Q83405", 0.05), kinds: "factory" },
  ];
}
