import react from "@vitejs/plugin-react";
import { IntlMessageFormat } from "intl-messageformat";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";
import { PARSING } from "./src/i18n/parsing.ts";
import { headersWhenBuilt, workerFile } from "./src/tooling/headers.ts";
import { installable } from "./src/tooling/installable.ts";
import { createLicenceList } from "./src/tooling/licence-list.ts";
import manifest from "./package.json" with { type: "json" };

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

const licences = createLicenceList();

export default defineConfig({
  base: "./",
  plugins: [react(), headersWhenBuilt(), messagesParsedWhenBuilt(), licences.page(), installable(manifest.description)],
  define: { __APP_VERSION__: JSON.stringify(manifest.version) },
  build: {
    target: "es2022",
    sourcemap: true,
    manifest: true,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
  },
  worker: {
    format: "es",
    plugins: () => [messagesParsedWhenBuilt(), licences.worker()],
    rolldownOptions: { output: { entryFileNames: workerFile } },
  },
  test: {
    include: ["tests/unit/**/*.test.{ts,tsx}", "tests/property/**/*.test.ts"],
    setupFiles: ["tests/helpers/messages.ts", "tests/helpers/property-runs.ts"],
    // Tests are not timed: a slow machine may take long over a property.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    benchmark: { include: ["tests/bench/**/*.bench.ts"] },
  },
});
