import type { Plugin } from "vite";

/** Whom a script may ask is all that the policies of the page's files differ in. */
function writePolicy(connectSources: string): string {
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "worker-src 'self' blob:",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src ${connectSources}`,
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

/** Of the page and all its workers but one. Who may embed the page is left open. */
export const PAGE_POLICY = writePolicy("'self'");

/** Of the worker that asks other hosts when the user asks: a worker has the policy that its own file came with. */
export const ASKING_POLICY = writePolicy("'self' https: http:");

/** What that worker is called, and the folder that its file has for itself: hosts tell files apart by folders best. */
const ASKING_WORKER = "sources.worker";
const ASKING_FOLDER = "live";

/** Where the build puts the file of a worker. */
export function workerFile({ name }: { readonly name: string }): string {
  return `${name === ASKING_WORKER ? ASKING_FOLDER : "assets"}/[name]-[hash].js`;
}

/** What the page asks a browser for, and nothing of what it never needs. */
const PERMISSIONS = {
  self: ["geolocation", "clipboard-write"],
  none: [
    "accelerometer",
    "autoplay",
    "camera",
    "display-capture",
    "encrypted-media",
    "fullscreen",
    "gamepad",
    "gyroscope",
    "hid",
    "idle-detection",
    "local-fonts",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "picture-in-picture",
    "publickey-credentials-get",
    "screen-wake-lock",
    "serial",
    "usb",
    "window-management",
    "xr-spatial-tracking",
  ],
} as const;

type Headers = Readonly<Record<string, string>>;

/** Of every file. */
const EVERYWHERE: Headers = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Permissions-Policy": [
    ...PERMISSIONS.self.map((feature) => `${feature}=(self)`),
    ...PERMISSIONS.none.map((feature) => `${feature}=()`),
  ].join(", "),
  "Cross-Origin-Opener-Policy": "same-origin",
};

/** Files with a hash of their content in their name never change. */
const NEVER_CHANGES = "public, max-age=31536000, immutable";

/** Of everything that is not in a folder of {@link FOLDERS}. */
const PAGE: Headers = { "Content-Security-Policy": PAGE_POLICY, "Cache-Control": "no-cache" };

const FOLDERS: Readonly<Record<string, Headers>> = {
  assets: { "Content-Security-Policy": PAGE_POLICY, "Cache-Control": NEVER_CHANGES },
  [ASKING_FOLDER]: { "Content-Security-Policy": ASKING_POLICY, "Cache-Control": NEVER_CHANGES },
};

/** A pattern is a path, or a folder's with `*` for what is in it. */
interface HeaderRule {
  readonly pattern: string;
  readonly headers: Headers;
}

/**
 * For hosts that give a file the headers of all rules that fit it: no header is in two rules that fit one file, as such hosts
 * would send both, and of two policies a browser keeps to the stricter.
 */
const RULES: readonly HeaderRule[] = [
  { pattern: "/*", headers: EVERYWHERE },
  ...["/", "/index.html", "/favicon.svg", "/icons/*", "/generated/*", "/sw.js", "/manifest.webmanifest"].map(
    (pattern) => ({
      pattern,
      headers: PAGE,
    }),
  ),
  ...Object.entries(FOLDERS).map(([folder, headers]) => ({ pattern: `/${folder}/*`, headers })),
];

/** What is worth packing on its way; fonts, and images that are not text, are packed already. */
const PACKED_TYPES = [
  "text/html",
  "text/css",
  "text/csv",
  "text/javascript",
  "application/javascript",
  "application/json",
  "application/manifest+json",
  "application/wasm",
  "application/octet-stream",
  "image/svg+xml",
];

const APACHE = "# Apache 2.4, with mod_headers";
const SUBFOLDER = "for a page in a folder of the site, put the folder before each path";

/** The settings of common hosts, by their place in the build. */
export const HOST_FILES: ReadonlyMap<string, string> = new Map([
  ["_headers", writeHeadersFile()],
  [".htaccess", writeApache()],
  ...Object.entries(FOLDERS).map(([folder, headers]) => [`${folder}/.htaccess`, writeApacheFolder(headers)] as const),
  ["staticwebapp.config.json", writeAzure()],
  ["vercel.json", writeVercel()],
  ["hosting/firebase.json", writeFirebase()],
  ["hosting/nginx.conf", writeNginx()],
  ["hosting/Caddyfile", writeCaddy()],
]);

/** Netlify and Cloudflare Pages. */
function writeHeadersFile(): string {
  const rules = RULES.map(({ pattern, headers }) => [
    pattern,
    ...lines(headers, (name, value) => `  ${name}: ${value}`),
  ]);
  return text([`# Netlify, Cloudflare Pages: ${SUBFOLDER}`], ...rules);
}

/** Stands in the page's folder and knows no paths above it. */
function writeApache(): string {
  return text(
    [APACHE],
    ["AddType application/wasm .wasm", "AddType application/manifest+json .webmanifest"],
    apacheHeaders({ ...EVERYWHERE, ...PAGE }),
    ["<IfModule mod_deflate.c>", `  AddOutputFilterByType DEFLATE ${PACKED_TYPES.join(" ")}`, "</IfModule>"],
  );
}

/** Stands in a folder of the page: what it sets is put in the place of what the page's own file sets. */
function writeApacheFolder(headers: Headers): string {
  return text([APACHE], apacheHeaders(headers));
}

function apacheHeaders(headers: Headers): readonly string[] {
  const set = lines(headers, (name, value) => `  Header set ${name} "${value}"`);
  return ["<IfModule mod_headers.c>", ...set, "</IfModule>"];
}

/** A location that sets a header has none of those around it. */
function writeNginx(): string {
  const add = (name: string, value: string) => `add_header ${name} "${value}";`;
  const folders = Object.entries(FOLDERS).map(([folder, headers]) => [
    `location ^~ /${folder}/ {`,
    ...lines({ ...EVERYWHERE, ...headers }, (name, value) => `  ${add(name, value)}`),
    "}",
  ]);
  return text(
    ["# nginx: include this in the server block whose root is the page;", `# ${SUBFOLDER}`],
    lines({ ...EVERYWHERE, ...PAGE }, add),
    ...folders,
    ["gzip on;", "gzip_vary on;", `gzip_types ${PACKED_TYPES.filter((type) => type !== "text/html").join(" ")};`],
  );
}

function writeCaddy(): string {
  const folders = Object.keys(FOLDERS).map((folder) => `/${folder}/*`);
  const block = (matcher: string, headers: Headers) => [
    `header ${matcher}{`,
    ...lines(headers, (name, value) => `  ${name} "${value}"`),
    "}",
  ];
  return text(
    ["# Caddy: import this in the site block whose root is the page;", `# ${SUBFOLDER}`],
    block("", EVERYWHERE),
    [`@page not path ${folders.join(" ")}`, ...block("@page ", PAGE)],
    ...Object.entries(FOLDERS).map(([folder, headers]) => block(`/${folder}/* `, headers)),
    ["encode zstd gzip"],
  );
}

/** The first route that fits a file adds to the global headers and puts its own in their place. */
function writeAzure(): string {
  return json({
    globalHeaders: { ...EVERYWHERE, ...PAGE },
    routes: Object.entries(FOLDERS).map(([folder, headers]) => ({ route: `/${folder}/*`, headers })),
    mimeTypes: { ".bin": "application/octet-stream", ".wasm": "application/wasm" },
  });
}

function writeVercel(): string {
  return json({
    headers: RULES.map(({ pattern, headers }) => ({
      source: pattern.replace("*", "(.*)"),
      headers: keysAndValues(headers),
    })),
  });
}

/** Beside the folder `dist`, whose files it publishes. */
function writeFirebase(): string {
  return json({
    hosting: {
      public: "dist",
      ignore: ["**/.*", "**/.*/**", "_headers", "hosting/**", "staticwebapp.config.json", "vercel.json"],
      headers: RULES.map(({ pattern, headers }) => ({
        source: pattern.replace("*", "**"),
        headers: keysAndValues(headers),
      })),
    },
  });
}

function lines(headers: Headers, write: (name: string, value: string) => string): string[] {
  return Object.entries(headers).map(([name, value]) => write(name, value));
}

function keysAndValues(headers: Headers) {
  return Object.entries(headers).map(([key, value]) => ({ key, value }));
}

function text(...blocks: readonly (readonly string[])[]): string {
  return `${blocks.map((block) => block.join("\n")).join("\n\n")}\n`;
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/**
 * The built page has its policy in itself, as not every host can send headers, and the settings of hosts beside it. The
 * development server has none: it puts styles and its own client into the page, which the policy forbids.
 */
export function headersWhenBuilt(): Plugin {
  return {
    name: "headers-when-built",
    apply: "build",
    transformIndexHtml: () => [
      {
        tag: "meta",
        attrs: { "http-equiv": "Content-Security-Policy", content: PAGE_POLICY },
        injectTo: "head-prepend",
      },
    ],
    generateBundle() {
      for (const [fileName, source] of HOST_FILES) this.emitFile({ type: "asset", fileName, source });
    },
  };
}
