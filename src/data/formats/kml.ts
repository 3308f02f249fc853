import { kmlWithFolders, type F, type Folder, type Root } from "@tmcw/togeojson";
import type { Element } from "@xmldom/xmldom";
import type { RawTable } from "../ingest/raw-table.ts";
import { isJsonObject, quoted, type JsonObject } from "../json.ts";
import { batchesOf, createFeatureTable, featurePlaces } from "./feature-table.ts";
import type { Refused } from "./opened.ts";
import { parseXml } from "./parse-xml.ts";
import { windRings } from "./wind-rings.ts";

/** Elements of KML that become a feature each. */
const FEATURES = new Set(["Placemark", "GroundOverlay", "NetworkLink"]);

interface KmlFeature {
  readonly feature: F;
  /** Names of the folders it lies in, from the outermost. */
  readonly folders: readonly string[];
  readonly element: Element | undefined;
}

/**
 * Opens KML. Extended data become properties, the folders that a feature lies in the property `folder`.
 * @param texts one document, or all those of a KMZ, by their paths in it; links between them are followed, not listed
 */
export async function openKml(texts: ReadonlyMap<string, string>, file: string): Promise<RawTable | Refused> {
  const features: KmlFeature[] = [];
  for (const text of texts.values()) {
    const parsed = parseXml(text, file);
    if ("issues" in parsed) return parsed;
    const elements = Array.from(parsed.document.getElementsByTagName("*")).filter(({ tagName }) =>
      FEATURES.has(tagName),
    );
    const found = featuresIn(kmlWithFolders(parsed.document), []);
    for (const [index, { feature, folders }] of found.entries()) {
      const { "@geometry-type": kind, href } = feature.properties ?? {};
      if (kind === "networklink" && typeof href === "string" && texts.has(href)) continue;
      features.push({ feature, folders, element: elements[index] });
    }
  }
  const places = featurePlaces(file);
  return createFeatureTable({
    ...places,
    file,
    issues: [],
    crs: "EPSG:4326",
    batches: () =>
      batchesOf(features, ({ feature, folders, element }, number) => {
        const unread = feature.geometry === null ? unreadCoordinates(element) : null;
        return {
          number,
          id: feature.id,
          properties: propertiesOf(feature, folders),
          geometry: feature.geometry && windRings(feature.geometry),
          fault:
            unread === null
              ? null
              : {
                  severity: "error",
                  place: places.geometryPlace(number, ""),
                  code: "unreadable-shape",
                  params: { reason: quoted(unread) },
                },
          warnings: [],
        };
      }),
  });
}

function featuresIn(folder: Root | Folder, folders: readonly string[]): Omit<KmlFeature, "element">[] {
  return folder.children.flatMap((child) => {
    if (child.type === "Feature") return [{ feature: child, folders }];
    const { name } = child.meta;
    return featuresIn(child, typeof name === "string" ? [...folders, name] : folders);
  });
}

function propertiesOf({ properties }: F, folders: readonly string[]): JsonObject {
  const all: Record<string, unknown> =
    folders.length > 0 ? { folder: folders.join(" / "), ...properties } : { ...properties };
  const description = all["description"];
  if (isJsonObject(description) && "value" in description) all["description"] = description["value"];
  return all;
}

/** Coordinates of an element that gave no geometry; `null` where it states none. */
function unreadCoordinates(element: Element | undefined): string | null {
  const text = element?.getElementsByTagName("coordinates")[0]?.textContent?.trim() ?? "";
  return text === "" ? null : text;
}
