import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";
import manifest from "./package.json" with { type: "json" };

/** The development server puts styles and its own client into the page, which the page's policy forbids. */
function policyOnlyWhenBuilt(): Plugin {
  return {
    name: "policy-only-when-built",
    apply: "serve",
    transformIndexHtml: (html) => html.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, ""),
  };
}

export default defineConfig({
  base: "./",
  plugins: [react(), policyOnlyWhenBuilt()],
  define: { __APP_VERSION__: JSON.stringify(manifest.version) },
  build: {
    target: "es2022",
    sourcemap: true,
    manifest: true,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
  },
  worker: { format: "es" },
  test: {
    include: ["tests/unit/**/*.test.{ts,tsx}", "tests/property/**/*.test.ts"],
    setupFiles: ["src/i18n/room-messages.ts", "tests/helpers/property-runs.ts"],
    // Tests are not timed: a slow machine may take long over a property.
    testTimeout: 120_000,
    benchmark: { include: ["tests/bench/**/*.bench.ts"] },
  },
});
