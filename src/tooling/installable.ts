import type { Plugin } from "vite";
import { VitePWA } from "vite-plugin-pwa";

/** The page can be installed, and its files are kept by the browser; `src/app/offline.ts` says when a newer version is there. */
export function installable(description: string): Plugin[] {
  return VitePWA({
    injectRegister: null,
    // They are among the patterns below.
    includeManifestIcons: false,
    manifest: {
      id: "./",
      name: "REFREsh Atlas",
      short_name: "REFREsh Atlas",
      description,
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
      globPatterns: [
        "index.html",
        "favicon.svg",
        "icons/*.png",
        "{assets,live}/*.{js,css,woff2,wasm}",
        "generated/**/*",
      ],
      maximumFileSizeToCacheInBytes: 8_000_000,
      // Names of built files change with what is in them; the address says the view, which no file depends on.
      dontCacheBustURLsMatching: /\/?(assets|live)\//,
      ignoreURLParametersMatching: [/./],
      navigateFallback: null,
      clientsClaim: true,
      // Cleaning up after older kinds of caches is left out: it takes those of copies of the page in folders below for its own.
      cleanupOutdatedCaches: false,
      inlineWorkboxRuntime: true,
      sourcemap: false,
    },
  });
}
