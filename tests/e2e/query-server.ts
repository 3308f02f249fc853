import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A local server in the place of a public one that answers queries. */
export interface QueryServer<Reply> {
  readonly address: string;
  readonly origin: string;
  /** The queries that were asked. */
  readonly queries: readonly string[];
  /** Answers for the next requests, in order; after them every request is answered as documented. */
  next(...replies: readonly Reply[]): void;
  close(): Promise<void>;
}

/** What one kind of server does with a request. */
interface Service<Reply> {
  /** Where it is asked. */
  readonly path: string;
  readonly asDocumented: Reply;
  /** The query of a request; `null`: there is none, and the request has been answered. */
  readonly queryOf: (body: string, request: IncomingMessage, response: ServerResponse) => string | null;
  readonly reply: (response: ServerResponse, how: Reply, query: string) => void;
}

/** Any page may ask. */
export const CORS = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Allow-Headers": "*",
  "Access-Control-Expose-Headers": "Retry-After",
};

export async function startQueryServer<Reply>(service: Service<Reply>): Promise<QueryServer<Reply>> {
  const queries: string[] = [];
  const waiting: Reply[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      const query = service.queryOf(body, request, response);
      if (query === null) return;
      queries.push(query);
      service.reply(response, waiting.shift() ?? service.asDocumented, query);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  return {
    address: `${origin}${service.path}`,
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

/** Answers with a status that is no success. */
export function replyStatus(
  response: ServerResponse,
  { status, retryAfter }: { readonly status: number; readonly retryAfter?: string },
  text: string,
): void {
  response.writeHead(status, { ...CORS, ...(retryAfter !== undefined && { "Retry-After": retryAfter }) }).end(text);
}

/** Answers as a network does that wants its user to sign in first. */
export function replySignIn(response: ServerResponse): void {
  response.writeHead(200, { ...CORS, "Content-Type": "text/html" }).end("<html><body>Sign in</body></html>");
}
