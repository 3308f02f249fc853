import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

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

export interface SparqlServer {
  readonly address: string;
  readonly origin: string;
  readonly queries: readonly string[];
  /** Answers for the next requests, in order; after them every request is answered as documented. */
  next(...replies: readonly SparqlReply[]): void;
  close(): Promise<void>;
}

const CORS = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Allow-Headers": "*",
  "Access-Control-Expose-Headers": "Retry-After",
};
const TRACE = `SPARQL-QUERY: queryStr=SELECT ...
java.util.concurrent.TimeoutException
	at java.util.concurrent.FutureTask.get(FutureTask.java:205)
	at com.bigdata.rdf.sail.webapp.BigdataServlet.submitApiTask(BigdataServlet.java:292)`;

/** A local server that answers as Wikidata's query service does. */
export async function startSparql(): Promise<SparqlServer> {
  const queries: string[] = [];
  const waiting: SparqlReply[] = [];
  const server: Server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      const form = new URLSearchParams(body);
      const query = form.get("query") ?? "";
      queries.push(query);
      if (form.get("format") !== "json") response.writeHead(406, CORS).end("format=json is missing");
      else reply(response, waiting.shift() ?? { kind: "answer" }, query);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  return {
    address: `${origin}/sparql`,
    origin,
    queries,
    next(...replies) {
      waiting.push(...replies);
    },
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
      });
    },
  };
}

function reply(response: ServerResponse, how: SparqlReply, query: string): void {
  switch (how.kind) {
    case "answer":
      response
        .writeHead(200, { ...CORS, "Content-Type": "application/sparql-results+json;charset=utf-8" })
        .end(resultsOf(how.rows ?? itemsInside(query)));
      return;
    case "status":
      response
        .writeHead(how.status, { ...CORS, ...(how.retryAfter !== undefined && { "Retry-After": how.retryAfter }) })
        .end(how.text ?? "<html><body><h1>Wikimedia Error</h1></body></html>");
      return;
    case "timeout":
      response.writeHead(500, { ...CORS, "Content-Type": "text/plain" }).end(TRACE);
      return;
    case "late-timeout":
      response.writeHead(200, CORS).end(`${resultsOf(itemsInside(query)).slice(0, -30)}${TRACE}`);
      return;
    case "html":
      response.writeHead(200, { ...CORS, "Content-Type": "text/html" }).end("<html><body>Sign in</body></html>");
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
