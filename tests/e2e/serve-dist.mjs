import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize, resolve, sep } from "node:path";

/** Serves the built page under a sub-path, as a static host does that reads its file of headers. */
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

/** Patterns of paths, with `*` for whatever is there, and the headers of each. */
const RULES = [];
for (const line of readFileSync(join(DIST, "_headers"), "utf8").split("\n")) {
  const [, name, value] = /^\s+([^:]+): (.*)$/.exec(line) ?? [];
  if (name !== undefined) RULES.at(-1).headers.push([name, value]);
  else if (line.startsWith("/")) RULES.push({ pattern: toPattern(line), headers: [] });
}

function toPattern(path) {
  return new RegExp(
    `^${path
      .split("*")
      .map((text) => text.replaceAll(".", "\\."))
      .join(".*")}$`,
  );
}

/** A header that several rules give has all their values. */
function headersOf(path) {
  const headers = new Headers();
  for (const rule of RULES) {
    if (rule.pattern.test(path)) for (const [name, value] of rule.headers) headers.append(name, value);
  }
  return Object.fromEntries(headers);
}

createServer((request, response) => {
  const { pathname } = new URL(request.url ?? "/", "http://localhost");
  const inside = pathname.startsWith(base) ? pathname.slice(base.length) : null;
  const file =
    inside === null ? null : join(DIST, inside === "" ? "index.html" : normalize(decodeURIComponent(inside)));
  if (file === null || !(file + sep).startsWith(DIST + sep) || !existsSync(file) || !statSync(file).isFile()) {
    response.writeHead(404, { "content-type": "text/plain" }).end("not found");
    return;
  }
  const type = TYPES[extname(file)] ?? "application/octet-stream";
  response.writeHead(200, { ...headersOf(`/${inside}`), "content-type": type });
  createReadStream(file).pipe(response);
}).listen(Number(port), () => {
  process.stdout.write(`http://localhost:${port}${base}\n`);
});
