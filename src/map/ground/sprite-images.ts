import type { StyleImageMetadata } from "maplibre-gl";
import { isFiniteNumber, isObject } from "#domain/shape.ts";
import type { GroundSupply, Sprite } from "./ground.ts";

/** A picture that a style names. */
export interface SpriteImage {
  readonly name: string;
  readonly data: ImageData;
  readonly options: Partial<StyleImageMetadata>;
}

/** The pictures of a sheet; none where it does not come or is none: the map is whole without them. */
export async function spriteImages(
  { id, address }: Sprite,
  supply: GroundSupply,
  signal: AbortSignal,
): Promise<readonly SpriteImage[]> {
  try {
    const end = devicePixelRatio > 1 ? "@2x" : "";
    const [list, picture] = await Promise.all(
      [".json", ".png"].map((extension) => supply.bytes(withEnd(address, `${end}${extension}`), signal)),
    );
    if (list === undefined || picture === undefined) return [];
    const json: unknown = JSON.parse(new TextDecoder().decode(list));
    const bitmap = await createImageBitmap(new Blob([picture]));
    const canvas = document.createElement("canvas");
    canvas.width = bitmap.width;
    canvas.height = bitmap.height;
    const context = canvas.getContext("2d", { willReadFrequently: true });
    if (context === null || !isObject(json)) return [];
    context.drawImage(bitmap, 0, 0);
    bitmap.close();
    return Object.entries(json).flatMap(([name, place]) => {
      const box = readBox(place, canvas);
      if (box === null) return [];
      const data = context.getImageData(box.x, box.y, box.width, box.height);
      return [{ name: id === "default" ? name : `${id}:${name}`, data, options: box.options }];
    });
  } catch {
    return [];
  }
}

/** The end goes before what an address asks for. */
function withEnd(address: string, end: string): string {
  const url = new URL(address);
  url.pathname += end;
  return url.href;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly options: Partial<StyleImageMetadata>;
}

function readBox(place: unknown, sheet: { readonly width: number; readonly height: number }): Box | null {
  if (!isObject(place)) return null;
  const { x, y, width, height, pixelRatio, sdf, stretchX, stretchY, content } = place;
  if (!isFiniteNumber(x) || !isFiniteNumber(y) || !isFiniteNumber(width) || !isFiniteNumber(height)) return null;
  const fits = x >= 0 && y >= 0 && width > 0 && height > 0 && x + width <= sheet.width && y + height <= sheet.height;
  if (!fits) return null;
  const stated = { sdf, stretchX, stretchY, content };
  const options = {
    pixelRatio: isFiniteNumber(pixelRatio) && pixelRatio > 0 ? pixelRatio : 1,
    ...Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== undefined)),
  };
  return { x, y, width, height, options };
}
