import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { pmtilesOf, STREETS } from "../helpers/ground-tiles.ts";

/** A picture of one green pixel. */
const PICTURE = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkqPxfDwADgAHqZ8T6kQAAAABJRU5ErkJggg==",
  "base64",
);

/** It lists a layer twice, as some do. */
const ARCHIVE = pmtilesOf(STREETS, ["water", "water", "landcover", "transportation", "place"], 5);

export interface GroundServer {
  readonly origin: string;
  readonly host: string;
  /** Paths that were asked for, with the range where one was. */
  readonly asked: readonly string[];
  /** From now on paths with this beginning are refused with a status; `null` ends that. */
  refuse(beginning: string | null): void;
  close(): Promise<void>;
}

/**
 * A local host of maps as such hosts are: a style, the description of its tiles, vector and picture tiles, sheets of pictures,
 * and a PMTiles file of which ranges are given.
 * @param tilesFrom the origin that the description names for its tiles; `null`: this one
 */
export async function startGroundServer(tilesFrom: string | null = null): Promise<GroundServer> {
  const asked: string[] = [];
  let refused: string | null = null;
  const server: Server = createServer((request, response) => {
    const cors = {
      "Access-Control-Allow-Origin": "*",
      "Access-Control-Allow-Headers": "Range",
      "Cache-Control": "no-store",
    };
    if (request.method === "OPTIONS") {
      response.writeHead(204, cors).end();
      return;
    }
    const path = request.url ?? "";
    const { range } = request.headers;
    asked.push(range === undefined ? path : `${path} ${range}`);
    const send = (status: number, type: string, body: string | Uint8Array, more: Record<string, string> = {}) => {
      response.writeHead(status, { ...cors, ...more, "Content-Type": type }).end(body);
    };
    const origin = `http://${request.headers.host ?? ""}`;
    if (refused !== null && path.startsWith(refused)) send(503, "text/plain", "");
    else if (/^\/styles\/\w+$/.test(path)) send(200, "application/json", JSON.stringify(styleOf(origin, path)));
    else if (path === "/tiles.json") send(200, "application/json", JSON.stringify(tilesAt(tilesFrom ?? origin)));
    else if (path === "/boundary.json") send(200, "application/json", JSON.stringify(BOUNDARY));
    else if (/^\/vector\/\d+\/\d+\/\d+$/.test(path)) send(200, "application/x-protobuf", STREETS);
    else if (/^\/pictures\/\d+\/\d+\/\d+\.png$/.test(path)) send(200, "image/png", PICTURE);
    else if (/^\/sprite(@2x)?\.json$/.test(path)) send(200, "application/json", JSON.stringify(SPRITE));
    else if (/^\/sprite(@2x)?\.png$/.test(path)) send(200, "image/png", PICTURE);
    else if (path === "/map.pmtiles" && range !== undefined) {
      const [, from = "0", to = "0"] = /^bytes=(\d+)-(\d+)$/.exec(range) ?? [];
      const part = ARCHIVE.subarray(Number(from), Number(to) + 1);
      const place = `bytes ${from}-${String(Number(from) + part.length - 1)}/${String(ARCHIVE.length)}`;
      send(206, "application/octet-stream", part, { "Content-Range": place });
    } else send(404, "text/plain", "");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const host = `127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  return {
    origin: `http://${host}`,
    host,
    asked,
    refuse(beginning) {
      refused = beginning;
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

/** The PMTiles file of the server. */
export function groundArchive(): Uint8Array {
  return ARCHIVE;
}

/** What it says of stretching is no such thing. */
const SPRITE = { dot: { x: 0, y: 0, width: 1, height: 1, pixelRatio: 1, sdf: "no", stretchX: 3, content: [9] } };

const BOUNDARY = {
  type: "LineString",
  coordinates: [
    [13, 45],
    [15, 47],
  ],
};

function tilesAt(origin: string) {
  return {
    tilejson: "3.0.0",
    tiles: [`${origin}/vector/{z}/{x}/{y}`],
    maxzoom: 5,
    attribution: '<a href="https://maps.example/about">Test maps</a> <img src="x" onerror="alert(1)">',
  };
}

/** A style with the traits of real ones; `/styles/odd` holds what cannot be drawn, too. */
function styleOf(origin: string, path: string) {
  const water = {
    id: "water",
    type: "fill",
    source: "streets",
    "source-layer": "water",
    paint: { "fill-color": "#3399ff" },
  };
  return {
    version: 8,
    sources: {
      streets: { type: "vector", url: `${origin}/tiles.json` },
      ...(path.endsWith("odd") && {
        film: { type: "video", urls: [`${origin}/film.mp4`] },
        boundary: { type: "geojson", data: `${origin}/boundary.json` },
        unused: { type: "vector", url: `${origin}/unused.json` },
      }),
    },
    sprite: `${origin}/sprite`,
    glyphs: "https://letters.example/{fontstack}/{range}.pbf",
    layers: [
      { id: "background", type: "background", paint: { "background-color": "#fff4d6" } },
      water,
      {
        id: "roads",
        type: "line",
        source: "streets",
        "source-layer": "transportation",
        paint: { "line-color": "#d9480f", "line-width": ["match", ["get", "class"], "motorway", 4, 1.5] },
      },
      {
        id: "places",
        type: "symbol",
        source: "streets",
        "source-layer": "place",
        layout: { "text-field": "{name}", "text-font": ["Noto Sans Regular"], "icon-image": "dot" },
      },
      ...(path.endsWith("odd")
        ? [
            { ...water, id: "wrong", paint: { "fill-color": "no colour at all" } },
            { id: "film", type: "raster", source: "film" },
            { id: "veil", type: "line", source: "boundary" },
          ]
        : []),
    ],
  };
}
