import type { Element } from "@xmldom/xmldom";
import type { RawTable } from "../ingest/raw-table.ts";
import type { JsonObject } from "../json.ts";
import { batchesOf, createFeatureTable, featurePlaces } from "./feature-table.ts";
import type { Refused } from "./opened.ts";
import { childElements, parseXml } from "./parse-xml.ts";

/** Elements of GPX that become a feature each. */
const FEATURES: ReadonlySet<string | null> = new Set(["wpt", "rte", "trk"]);
/** Parts of a feature that are its geometry. */
const POINTS: ReadonlySet<string | null> = new Set(["rtept", "trkseg"]);

/** Opens GPX: waypoints as points, routes and tracks as lines, in the order of the file; `gpx` says which each is. */
export async function openGpx(text: string, file: string): Promise<RawTable | Refused> {
  const parsed = parseXml(text, file);
  if ("issues" in parsed) return parsed;
  const root = parsed.document.documentElement;
  const elements = root === null ? [] : childElements(root).filter(({ localName }) => FEATURES.has(localName));
  return createFeatureTable({
    ...featurePlaces(file),
    file,
    issues: [],
    crs: "EPSG:4326",
    batches: () =>
      batchesOf(elements, (element, number) => ({
        number,
        id: undefined,
        properties: propertiesOf(element),
        geometry: geometryOf(element),
        fault: null,
        warnings: [],
      })),
  });
}

function propertiesOf(element: Element): JsonObject {
  const properties: Record<string, unknown> = { gpx: element.localName };
  const add = (key: string, value: string): void => {
    properties[key] = Object.hasOwn(properties, key) ? `${String(properties[key])}; ${value}` : value;
  };
  const addMembers = (parent: Element, prefix: string): void => {
    for (const child of childElements(parent)) {
      const key = prefix + (child.localName ?? child.tagName);
      if (prefix === "" && POINTS.has(child.localName)) continue;
      const href = child.getAttribute("href");
      if (href !== null) add(key, href);
      else if (childElements(child).length === 0) add(key, child.textContent?.trim() ?? "");
      else addMembers(child, child.localName === "extensions" ? prefix : `${key}.`);
    }
  };
  addMembers(element, "");
  return properties;
}

/** Positions as they are written, a coordinate that is no number as its text; `null` where there is none. */
function geometryOf(element: Element): unknown {
  if (element.localName === "wpt") return { type: "Point", coordinates: position(element) };
  const parts = element.localName === "rte" ? [element] : childrenNamed(element, "trkseg");
  const pointName = element.localName === "rte" ? "rtept" : "trkpt";
  const lines = parts.map((part) => childrenNamed(part, pointName).map(position));
  const long = lines.filter((line) => line.length > 1);
  if (long.length > 0)
    return long.length === 1
      ? { type: "LineString", coordinates: long[0] }
      : { type: "MultiLineString", coordinates: long };
  const points = lines.flat();
  return points.length === 0 ? null : { type: "MultiPoint", coordinates: points };
}

function childrenNamed(element: Element, name: string): Element[] {
  return childElements(element).filter(({ localName }) => localName === name);
}

function position(element: Element): (number | string)[] {
  return ["lon", "lat"].map((name) => {
    const text = element.getAttribute(name)?.trim() ?? "";
    const value = Number(text);
    return text === "" || Number.isNaN(value) ? text : value;
  });
}
