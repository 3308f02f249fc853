import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize, resolve, sep } from "node:path";

/** Serves the built page under a sub-path, as the plainest static host does. */
const [port = "4178", base = "/"] = process.argv.slice(2);
/** Another folder than the built one stands in for a version of the page. */
const DIST = resolve(process.env["ATLAS_DIST"] ?? join(import.meta.dirname, "../../dist"));
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
  ".woff": "font/woff",
  ".csv": "text/csv; charset=utf-8",
  ".wasm": "application/wasm",
};

if (!existsSync(join(DIST, "index.html"))) throw new Error("build the page first: npm run build");

createServer((request, response) => {
  const { pathname } = new URL(request.url ?? "/", "http://localhost");
  const inside = pathname.startsWith(base) ? normalize(decodeURIComponent(pathname.slice(base.length))) : null;
  const file = inside === null ? null : join(DIST, inside === "" || inside === "." ? "index.html" : inside);
  if (file === null || !(file + sep).startsWith(DIST + sep) || !existsSync(file) || !statSync(file).isFile()) {
    response.writeHead(404, { "content-type": "text/plain" }).end("not found");
    return;
  }
  response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" });
  createReadStream(file).pipe(response);
}).listen(Number(port), () => {
  process.stdout.write(`http://localhost:${port}${base}\n`);
});
