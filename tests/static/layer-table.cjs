/**
 * Who may import whom, folder by folder, and which packages only they may use. The same table stands in
 * src/ARCHITECTURE.md for people; tests/unit/architecture.test.ts keeps the two alike.
 */
const LAYERS = {
  domain: { folders: [], packages: ["@turf/turf", "geographiclib-geodesic"] },
  design: { folders: ["domain"], packages: [] },
  data: {
    folders: ["domain"],
    packages: [
      "papaparse",
      "proj4",
      "polylabel",
      "fflate",
      "@tmcw/togeojson",
      "@xmldom/xmldom",
      "flatbuffers",
      "flatgeobuf",
      "sql.js",
      "read-excel-file",
      "@mapbox/vector-tile",
      "pbf",
      "pmtiles",
      "ical.js",
    ],
  },
  storage: { folders: ["domain"], packages: ["idb"] },
  i18n: { folders: ["domain"], packages: ["intl-messageformat"] },
  state: { folders: ["domain"], packages: ["zustand"] },
  workers: { folders: ["domain", "data", "i18n"], packages: ["@maplibre/vt-pbf"] },
  map: {
    folders: ["domain", "state", "i18n", "design"],
    packages: [
      "maplibre-gl",
      "@maplibre/maplibre-gl-style-spec",
      "d3-geo",
      "terra-draw",
      "terra-draw-maplibre-gl-adapter",
      "zustand",
    ],
  },
  ui: {
    folders: ["domain", "state", "i18n", "design"],
    packages: ["react", "react-dom", "d3-array", "@observablehq/plot"],
  },
  cli: { folders: ["domain", "data", "i18n"], packages: ["pbf", "pmtiles", "@maplibre/vt-pbf"] },
  app: {
    folders: ["domain", "design", "data", "storage", "i18n", "state", "workers", "map", "ui"],
    packages: ["react", "react-dom", "@fontsource/ibm-plex-sans", "qr"],
  },
};

module.exports = LAYERS;
