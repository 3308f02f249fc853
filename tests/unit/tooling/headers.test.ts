import { describe, expect, it } from "vitest";
import { ASKING_POLICY, HOST_FILES, PAGE_POLICY, workerFile } from "#tooling/headers.ts";

const file = (name: string) => HOST_FILES.get(name) ?? "";

/** Paths of each kind that a host is asked for. */
const PAGE_PATHS = ["/", "/index.html", "/generated/licences.json", "/sw.js"];
const ASSET_PATH = "/assets/analysis.worker-B7CNPDVC.js";
const ASKING_PATH = `/${workerFile({ name: "sources.worker" }).replace("[name]-[hash]", "sources.worker-EjfiRtZC")}`;

type Headers = Readonly<Record<string, string>>;

/** What a host of a kind sends for a path: its settings, read as its manual says. */
const HOSTS: Readonly<Record<string, (path: string) => Headers>> = {
  "Netlify, Cloudflare Pages": (path) => joinAll(readHeadersFile().filter(({ source }) => fits(source, "*", path))),
  Vercel: (path) => joinAll(readJson("vercel.json").headers.filter(({ source }) => fits(source, "(.*)", path))),
  Firebase: (path) =>
    joinAll(readJson("hosting/firebase.json").hosting.headers.filter(({ source }) => fits(source, "**", path))),
  Azure: (path) => {
    const { globalHeaders, routes } = readJson("staticwebapp.config.json");
    return { ...globalHeaders, ...routes.find(({ route }) => fits(route, "*", path))?.headers };
  },
  Apache: (path) => {
    // The file of each folder on the way, of which a later one sets anew what it names.
    const folders = [...path.matchAll(/\//g)].map(({ index }) => path.slice(1, index + 1));
    const settings = folders.map((folder) => file(`${folder}.htaccess`)).join("\n");
    return readLines(settings, /^\s*Header set (\S+) "(.*)"$/gm);
  },
  nginx: (path) => {
    const [common = "", ...locations] = file("hosting/nginx.conf").split(/^location /m);
    const own = locations.find((each) => path.startsWith(/^\^~ (\S+) \{/.exec(each)?.[1] ?? "none"));
    return readLines(own ?? common, /^\s*add_header (\S+) "(.*)";$/gm);
  },
  Caddy: (path) => {
    const folders = /^@page not path (.*)$/m.exec(file("hosting/Caddyfile"))?.[1]?.split(" ") ?? [];
    const blocks = file("hosting/Caddyfile")
      .split(/^header /m)
      .slice(1);
    const own = blocks.filter((block) => {
      const matcher = /^(?:(\S+) )?\{/.exec(block)?.[1];
      if (matcher === undefined) return true;
      return matcher === "@page" ? !folders.some((folder) => fits(folder, "*", path)) : fits(matcher, "*", path);
    });
    return joinAll(own.map((block) => ({ headers: readLines(block, /^ {2}(\S+) "(.*)"$/gm) })));
  },
};

interface Rule {
  readonly source: string;
  readonly headers: Headers;
}

function readHeadersFile(): readonly Rule[] {
  return file("_headers")
    .split("\n\n")
    .map((block) => ({ source: block.split("\n")[0] ?? "", headers: readLines(block, /^ {2}(\S+): (.*)$/gm) }));
}

interface HostJson {
  readonly headers: readonly Rule[];
  readonly hosting: { readonly headers: readonly Rule[] };
  readonly globalHeaders: Headers;
  readonly routes: readonly { readonly route: string; readonly headers: Headers }[];
}

function readJson(name: string): HostJson {
  return JSON.parse(file(name), (key, value: unknown) =>
    key === "headers" && Array.isArray(value) && "key" in (value[0] as object)
      ? Object.fromEntries((value as { key: string; value: string }[]).map((each) => [each.key, each.value]))
      : value,
  ) as HostJson;
}

function readLines(text: string, line: RegExp): Headers {
  return Object.fromEntries([...text.matchAll(line)].map(([, name = "", value = ""]) => [name, value]));
}

function fits(source: string, wildcard: string, path: string): boolean {
  return source.endsWith(wildcard) ? path.startsWith(source.slice(0, -wildcard.length)) : path === source;
}

/** As hosts do where several rules fit: all values of a header. */
function joinAll(rules: readonly { readonly headers: Headers }[]): Headers {
  const all = new Headers();
  for (const { headers } of rules) for (const [name, value] of Object.entries(headers)) all.append(name, value);
  return Object.fromEntries(all);
}

const lowerCase = (headers: Headers) => joinAll([{ headers }]);

describe("the policy", () => {
  it("allows no inline script or style, no eval, and asks nobody else", () => {
    for (const policy of [PAGE_POLICY, ASKING_POLICY]) {
      expect(policy).not.toMatch(/'unsafe-inline'|'unsafe-eval'|\*/);
      expect(policy).toMatch(/^default-src 'none'; script-src 'self' 'wasm-unsafe-eval';/);
    }
    expect(PAGE_POLICY).toContain("; connect-src 'self';");
    expect(ASKING_POLICY.replace("connect-src 'self' https: http:", "connect-src 'self'")).toBe(PAGE_POLICY);
  });

  it("leaves open who may embed the page", () => {
    for (const [name, settings] of HOST_FILES) expect(settings, name).not.toMatch(/frame-ancestors|X-Frame-Options/i);
  });
});

it("the settings of Apache know no paths: a folder of the site may have any name", () => {
  for (const [name, settings] of HOST_FILES)
    if (name.endsWith(".htaccess")) expect(settings).not.toMatch(/REQUEST_URI|<(If|Location|Directory|Files)(Match)? /);
});

describe.each(Object.entries(HOSTS))("the settings of %s", (_, headersOf) => {
  const sent = (path: string) => lowerCase(headersOf(path));

  it("send the page's policy with the page and with every file but one", () => {
    for (const path of [...PAGE_PATHS, ASSET_PATH, "/assets/sources.worker-EjfiRtZC.js"]) {
      expect(sent(path)["content-security-policy"], path).toBe(PAGE_POLICY);
    }
  });

  it("send the open policy with the worker that asks other hosts", () => {
    expect(sent(ASKING_PATH)["content-security-policy"]).toBe(ASKING_POLICY);
  });

  it("keep what has a hash in its name, and ask again for the rest", () => {
    for (const path of PAGE_PATHS) expect(sent(path)["cache-control"], path).toBe("no-cache");
    for (const path of [ASSET_PATH, ASKING_PATH]) {
      expect(sent(path)["cache-control"], path).toBe("public, max-age=31536000, immutable");
    }
  });

  it("send the other headers with everything, each once", () => {
    for (const path of [...PAGE_PATHS, ASSET_PATH, ASKING_PATH]) {
      expect(sent(path), path).toMatchObject({
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
        "cross-origin-opener-policy": "same-origin",
        "permissions-policy": expect.stringMatching(
          /^geolocation=\(self\), clipboard-write=\(self\), .*camera=\(\)/,
        ) as string,
      });
    }
  });
});

it("no line of the headers' file is longer than Cloudflare reads", () => {
  for (const line of file("_headers").split("\n")) expect(line.length).toBeLessThan(2000);
});
