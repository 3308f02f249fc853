import react from "@vitejs/plugin-react";
import { IntlMessageFormat } from "intl-messageformat";
import type { Plugin } from "vite";
import { VitePWA } from "vite-plugin-pwa";
import { defineConfig } from "vitest/config";
import { PARSING } from "./src/i18n/parsing.ts";
import manifest from "./package.json" with { type: "json" };

/** The development server puts styles and its own client into the page, which the page's policy forbids. */
function policyOnlyWhenBuilt(): Plugin {
  return {
    name: "policy-only-when-built",
    apply: "serve",
    transformIndexHtml: (html) => html.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, ""),
  };
}

const PARSER = "@formatjs/icu-messageformat-parser";

/** The built page has its messages parsed, so that it needs no parser; everything else parses them when they are first said. */
function messagesParsedWhenBuilt(): Plugin {
  return {
    name: "messages-parsed-when-built",
    apply: "build",
    enforce: "pre",
    config: () => ({ resolve: { alias: [{ find: PARSER, replacement: `${PARSER}/no-parser.js` }] } }),
    transform: {
      filter: { id: /\/i18n\/messages\/[^/]+\.json$/ },
      handler(code) {
        const messages = Object.entries(JSON.parse(code) as Record<string, string>);
        const parsed = messages.map(([key, text]) => [
          key,
          new IntlMessageFormat(text, undefined, undefined, PARSING).getAst(),
        ]);
        return { code: JSON.stringify(Object.fromEntries(parsed)), map: null };
      },
    },
  };
}

/** The page can be installed, and its files are kept by the browser; `src/app/offline.ts` says when a newer version is there. */
const installable = VitePWA({
  injectRegister: null,
  manifest: {
    id: "./",
    name: "REFREsh Atlas",
    short_name: "REFREsh Atlas",
    description: manifest.description,
    lang: "en",
    start_url: "./",
    scope: "./",
    display: "standalone",
    theme_color: "#f6f2ea",
    background_color: "#f6f2ea",
    categories: ["education", "government", "navigation"],
    icons: [
      { src: "favicon.svg", sizes: "any", type: "image/svg+xml" },
      { src: "icons/icon-192.png", sizes: "192x192", type: "image/png" },
      { src: "icons/icon-512.png", sizes: "512x512", type: "image/png" },
      { src: "icons/maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
  },
  workbox: {
    globPatterns: ["index.html", "favicon.svg", "icons/*.png", "assets/*.{js,css,woff2,wasm}", "generated/**/*"],
    maximumFileSizeToCacheInBytes: 8_000_000,
    // Names of built files change with what is in them; the address says the view, which no file depends on.
    dontCacheBustURLsMatching: /\/?assets\//,
    ignoreURLParametersMatching: [/./],
    navigateFallback: null,
    clientsClaim: true,
    cleanupOutdatedCaches: true,
    inlineWorkboxRuntime: true,
    sourcemap: false,
  },
});

export default defineConfig({
  base: "./",
  plugins: [react(), policyOnlyWhenBuilt(), messagesParsedWhenBuilt(), installable],
  define: { __APP_VERSION__: JSON.stringify(manifest.version) },
  build: {
    target: "es2022",
    sourcemap: true,
    manifest: true,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
  },
  worker: { format: "es", plugins: () => [messagesParsedWhenBuilt()] },
  test: {
    include: ["tests/unit/**/*.test.{ts,tsx}", "tests/property/**/*.test.ts"],
    setupFiles: ["tests/helpers/messages.ts", "tests/helpers/property-runs.ts"],
    // Tests are not timed: a slow machine may take long over a property.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    benchmark: { include: ["tests/bench/**/*.bench.ts"] },
  },
});
