import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A site of somebody else's, of one page. */
export interface HostServer {
  readonly origin: string;
  /** Has the page hold this HTML, between a heading and room to scroll. */
  put(html: string): void;
  close(): Promise<void>;
}

export async function startHost(): Promise<HostServer> {
  let body = "";
  const server = createServer((_, response) => {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(`<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>Town</title><link rel="icon" href="data:,"></head>
  <body>
    <h1>Town</h1>
    <button type="button">Button of the town</button>
    <script>
      const heard = [];
      addEventListener("message", ({ data, origin }) => heard.push({ data, origin }));
    </script>
    ${body}
    <div style="height: 2000px"></div>
  </body>
</html>`);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    put(html) {
      body = html;
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
