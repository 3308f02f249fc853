import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** How a host answers: as a static host with ranges, or with one of the faults that hosts show. */
export type Hosting =
  | { readonly kind: "ranges" }
  /** Other pages may ask, but not see sizes and versions. */
  | { readonly kind: "hides-headers" }
  /** The whole file, whatever was asked for. */
  | { readonly kind: "whole" }
  | { readonly kind: "no-cors" }
  | { readonly kind: "status"; readonly status: number }
  | { readonly kind: "redirect"; readonly to: string }
  /** From the given request on, the answers end halfway. */
  | { readonly kind: "cut"; readonly from: number }
  /** From the given request on, the connection ends within the answer. */
  | { readonly kind: "drop"; readonly from: number }
  /** From the given request on, another version of the file. */
  | { readonly kind: "changed"; readonly from: number }
  /** From the given request on, no answer. */
  | { readonly kind: "hang"; readonly from: number };

export interface RangeServer {
  readonly origin: string;
  /** Address of a file. */
  address(name: string): string;
  put(name: string, bytes: Uint8Array): void;
  host(how: Hosting): void;
  /** The ranges that were asked for, and bytes that were sent. */
  readonly asked: readonly string[];
  sentBytes(): number;
  close(): Promise<void>;
}

/** A local static host of a few files that answers requests for ranges of bytes. */
export async function startRangeServer(): Promise<RangeServer> {
  const files = new Map<string, Uint8Array>();
  const asked: string[] = [];
  let sent = 0;
  let hosting: Hosting = { kind: "ranges" };
  const server: Server = createServer((request, response) => {
    if (request.method === "OPTIONS") {
      response.writeHead(204, CORS).end();
      return;
    }
    asked.push(request.headers.range ?? "all");
    const file = files.get(decodeURIComponent(request.url ?? ""));
    sent += answer(request, response, file, hosting, asked.length);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  return {
    origin,
    asked,
    address: (name) => `${origin}/data/${encodeURIComponent(name)}`,
    put(name, bytes) {
      files.set(`/data/${name}`, bytes);
    },
    host(how) {
      hosting = how;
      asked.length = 0;
      sent = 0;
    },
    sentBytes: () => sent,
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

const CORS = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Allow-Headers": "Range",
  "Access-Control-Expose-Headers": "Content-Range, ETag",
};

/** @returns bytes that were sent */
function answer(
  request: IncomingMessage,
  response: ServerResponse,
  file: Uint8Array | undefined,
  how: Hosting,
  count: number,
): number {
  const { "Access-Control-Expose-Headers": exposed, ...allowed } = CORS;
  const headers =
    how.kind === "no-cors"
      ? {}
      : how.kind === "hides-headers"
        ? allowed
        : { ...allowed, "Access-Control-Expose-Headers": exposed };
  if (how.kind === "status" || file === undefined) {
    response.writeHead(how.kind === "status" ? how.status : 404, headers).end();
    return 0;
  }
  if (how.kind === "redirect") {
    response.writeHead(302, { ...headers, Location: how.to }).end();
    return 0;
  }
  if (how.kind === "hang" && count >= how.from) return 0;
  const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? "") ?? [];
  if (from === undefined || to === undefined || how.kind === "whole") {
    response.writeHead(200, { ...headers, "Content-Length": file.length }).end(file);
    return file.length;
  }
  const first = Number(from);
  if (first >= file.length) {
    response.writeHead(416, { ...headers, "Content-Range": `bytes */${String(file.length)}` }).end();
    return 0;
  }
  const part = file.subarray(first, Math.min(file.length, Number(to) + 1));
  const isLate = "from" in how && count >= how.from;
  const body = isLate && how.kind === "cut" ? part.subarray(0, Math.floor(part.length / 2)) : part;
  response.writeHead(206, {
    ...headers,
    "Content-Length": body.length,
    // Left out where they are hidden: Node reads what a browser would not.
    ...(how.kind !== "hides-headers" && {
      "Content-Range": `bytes ${String(first)}-${String(first + part.length - 1)}/${String(file.length)}`,
      ETag: isLate && how.kind === "changed" ? '"second"' : '"first"',
    }),
  });
  if (isLate && how.kind === "drop") {
    response.write(body.subarray(0, 10));
    setTimeout(() => response.destroy(), 20);
    return 10;
  }
  response.end(body);
  return body.length;
}
