import { success } from "#domain/result.ts";
import { isJsonObject, parseJson } from "../json.ts";
import { readValhalla, valhallaProblem } from "./read-valhalla.ts";
import type { EngineFacts, RoutingProvider } from "./routing-provider.ts";
import { valhallaRequests } from "./valhalla-request.ts";

/** A server of Valhalla, asked by GET: without a preflight, which the server itself does not answer. */
export const valhalla: RoutingProvider = {
  request({ endpoint }, { points, profile, minutes }) {
    const [request] = valhallaRequests(points[0]!, profile, minutes, minutes.length);
    return ask(`${endpoint}/isochrone?${new URLSearchParams({ json: JSON.stringify(request) }).toString()}`);
  },
  read(text, { minutes }) {
    const read = readValhalla(text, minutes);
    return read.ok ? success({ contours: [read.value], engine: null, dataDate: null }) : read;
  },
  problem: (status, text) => valhallaProblem(status, text, null),
  status: { request: ({ endpoint }) => ask(`${endpoint}/status`), read: readStatus },
};

function ask(address: string) {
  return { method: "GET", address, headers: {}, body: null } as const;
}

/** The answer of `/status`: a version, and when the routing tiles were made, in seconds of Unix time. */
function readStatus(text: string): EngineFacts {
  const parsed = parseJson(text);
  if (!parsed.ok || !isJsonObject(parsed.value)) return { engine: null, dataDate: null };
  const { version, tileset_last_modified: made } = parsed.value as {
    readonly version?: unknown;
    readonly tileset_last_modified?: unknown;
  };
  if (typeof version !== "string" || version === "") return { engine: null, dataDate: null };
  const date = typeof made === "number" && made > 0 ? new Date(made * 1000) : null;
  const isDate = date !== null && !Number.isNaN(date.getTime());
  return {
    engine: `Valhalla ${version}${isDate ? `, routing tiles of ${date.toISOString().slice(0, 10)}` : ""}`,
    // The tiles are younger than the data of which they were made, and nothing tells by how much.
    dataDate: null,
  };
}
