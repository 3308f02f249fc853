import { addProtocol, type LayerSpecification, type Map as MapLibreMap } from "maplibre-gl";
import { readImageName } from "../images.ts";
import { CLOSE_ZOOM, MAX_ZOOM } from "../style.ts";
import type { MapTheme } from "../theme.ts";
import { askSupply, GROUND_PROTOCOL, type Ground, type GroundDrawing } from "./ground.ts";
import { spriteImages, type SpriteImage } from "./sprite-images.ts";

/** Surfaces and lines of the basemap lie under the coverage, its names under those of the built-in map. */
export const ABOVE_SURFACES = "undeclared";
export const ABOVE_NAMES = "village-names";
/** What of the built-in map gives way to a basemap; the rest of it lies under its surfaces. */
export const GIVES_WAY = ["borders", "village-names", "town-names", "country-names"];
const NOTHING = new ArrayBuffer(0);
/** Without the prefix, so that no layer of a style is called so. */
const VEIL = "veil";
/** How long pictures are waited for before what names them is drawn without, milliseconds. */
const PICTURE_PATIENCE = 2500;

/** Draws basemaps into a map, one at a time. */
export interface GroundDrawer {
  /** `null` brings the built-in map back. */
  readonly show: (ground: Ground | null) => void;
  readonly setTheme: (theme: MapTheme) => void;
  /** The map is gone, with all that was drawn into it. */
  readonly forget: () => void;
}

/** @param drawOwnImage adds an image of the page's own, where the name is one of its names */
export function createGroundDrawer(
  map: MapLibreMap,
  first: MapTheme,
  drawOwnImage: (name: string) => void,
): GroundDrawer {
  let theme = first;
  let ground: Ground | null = null;
  let drawn: DrawnGround | null = null;
  const draw = () => {
    if (drawn !== null && (drawn.drawing !== ground?.drawing || drawn.theme !== theme)) {
      drawn.end();
      drawn = null;
    }
    if (drawn !== null && ground !== null) drawn.update(ground);
    else if (ground !== null) drawn = drawGround(map, ground, theme, drawOwnImage);
  };
  return {
    show(next) {
      ground = next;
      // Between two basemaps the map stays where it is.
      map.setMaxZoom(next === null ? MAX_ZOOM : CLOSE_ZOOM);
      draw();
    },
    setTheme(next) {
      theme = next;
      draw();
    },
    forget: () => drawn?.forget(),
  };
}

interface DrawnGround {
  readonly drawing: GroundDrawing;
  readonly theme: MapTheme;
  update(ground: Ground): void;
  /** Takes the basemap away, and all that it brought. */
  end(): void;
  forget(): void;
}

/** Draws a basemap under all that is the page's own. It is seen once it is said to be there. */
function drawGround(
  map: MapLibreMap,
  first: Ground,
  theme: MapTheme,
  drawOwnImage: (name: string) => void,
): DrawnGround {
  const { drawing, supply } = first;
  const ended = new AbortController();
  let ground = first;
  const images = new Set<string>();
  /** What stands in for pictures that no sheet holds, or none that has come. */
  const blanks = new Set<string>();

  // It is never taken back: tiles that are on their way would then be asked for at an address that is none.
  addProtocol(GROUND_PROTOCOL, async ({ url, type }, { signal }) => {
    if (ended.signal.aborted) return { data: NOTHING };
    const bytes = await askSupply(supply, url, signal);
    return { data: type === "json" ? (JSON.parse(new TextDecoder().decode(bytes)) as object) : bytes };
  });
  const addImages = (found: readonly SpriteImage[]) => {
    if (ended.signal.aborted) return;
    for (const { name, data, options } of found) {
      if (readImageName(name) !== null) continue;
      if (blanks.delete(name)) map.removeImage(name);
      if (map.hasImage(name)) continue;
      map.addImage(name, data, options);
      images.add(name);
    }
  };
  // Pictures hold up nothing but what names them, and that not for long; those that come late are put in then.
  const sheets = drawing.sprites.map((sprite) => spriteImages(sprite, supply, ended.signal).then(addImages));
  const pictures = Promise.race([Promise.all(sheets), wait(PICTURE_PATIENCE)]);
  // An image that a style names and no sheet holds is left out in silence.
  map.setMissingStyleImageResolver(async (name) => {
    drawOwnImage(name);
    if (map.hasImage(name)) return;
    await pictures;
    if (ended.signal.aborted || map.hasImage(name)) return;
    map.addImage(name, { width: 1, height: 1, data: new Uint8Array(4) });
    blanks.add(name);
    images.add(name);
  });
  const show = () => {
    const { isThere, look } = ground;
    for (const id of GIVES_WAY) {
      if (map.getLayer(id) === undefined) continue;
      map.setLayoutProperty(id, "visibility", isThere && !look.ownNames ? "none" : "visible");
    }
    // A background covers the built-in map before any tile has come.
    for (const { id, type, layout } of layers) {
      if (type !== "background" || layout?.visibility === "none") continue;
      map.setLayoutProperty(id, "visibility", isThere ? "visible" : "none");
    }
    if (map.getLayer(VEIL) !== undefined) {
      map.setPaintProperty(VEIL, "background-opacity", look.muted);
    }
  };
  for (const [name, source] of Object.entries(drawing.sources)) map.addSource(name, source);
  const veil: LayerSpecification = { id: VEIL, type: "background", paint: { "background-color": theme.land } };
  const layers = [...drawing.layers(theme), veil];
  for (const layer of layers) {
    if (map.getLayer(layer.id) !== undefined) continue;
    map.addLayer(layer, layer.type === "symbol" ? ABOVE_NAMES : ABOVE_SURFACES);
  }
  show();

  return {
    drawing,
    theme,
    update(next) {
      ground = next;
      show();
    },
    forget() {
      ended.abort();
    },
    end() {
      ended.abort();
      ground = { ...ground, isThere: false };
      show();
      for (const { id } of layers) if (map.getLayer(id) !== undefined) map.removeLayer(id);
      for (const name of Object.keys(drawing.sources)) if (map.getSource(name) !== undefined) map.removeSource(name);
      for (const name of images) if (map.hasImage(name)) map.removeImage(name);
      map.setMissingStyleImageResolver(drawOwnImage);
    },
  };
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
