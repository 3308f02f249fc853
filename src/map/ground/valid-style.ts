import { validateStyleMin } from "@maplibre/maplibre-gl-style-spec";
import type { LayerSpecification, SourceSpecification } from "maplibre-gl";

/** What can be drawn of a style, and what not, in the words of the specification. */
export interface ValidStyle {
  readonly sources: Readonly<Record<string, SourceSpecification>>;
  readonly layers: readonly LayerSpecification[];
  readonly leftOut: readonly string[];
}

/** How long layers are looked through before others have their turn, milliseconds. */
const SLICE = 12;

/** Leaves out the sources and layers that the specification does not allow, and layers whose source is not there. */
export async function validStyle(
  sources: Readonly<Record<string, SourceSpecification>>,
  layers: readonly LayerSpecification[],
): Promise<ValidStyle> {
  const leftOut: string[] = [];
  const faults = (checked: { sources: ValidStyle["sources"]; layers: LayerSpecification[] }) =>
    validateStyleMin({ version: 8, ...checked });
  const badSources = new Set<string>();
  for (const [name, source] of Object.entries(sources)) {
    const [fault] = faults({ sources: { [name]: source }, layers: [] });
    if (fault === undefined) continue;
    badSources.add(name);
    leftOut.push(fault.message);
  }
  const good = Object.fromEntries(Object.entries(sources).filter(([name]) => !badSources.has(name)));
  // A style may hold much GeoJSON of its own, which is looked through once.
  const known = Object.fromEntries(
    Object.entries(good).map(([name, source]) => [name, source.type === "geojson" ? { ...source, data: "" } : source]),
  );
  const ids = new Set<string>();
  const drawn: LayerSpecification[] = [];
  let since = performance.now();
  for (const layer of layers) {
    if (performance.now() - since > SLICE) {
      await new Promise((resolve) => setTimeout(resolve));
      since = performance.now();
    }
    const isKnown = !("source" in layer) || (typeof layer.source === "string" && layer.source in good);
    const [fault] = isKnown ? faults({ sources: known, layers: [layer] }) : [];
    if (isKnown && fault === undefined && !ids.has(layer.id)) {
      ids.add(layer.id);
      drawn.push(layer);
    } else {
      leftOut.push(fault?.message.replace("layers[0]", layer.id) ?? layer.id);
    }
  }
  return { sources: good, layers: drawn, leftOut };
}
