import type { StyleImageMetadata } from "maplibre-gl";
import { isCount, isFiniteNumber, isObject } from "#domain/shape.ts";
import type { GroundSupply, Sprite } from "./ground.ts";

/** A picture that a style names. */
export interface SpriteImage {
  readonly name: string;
  readonly data: ImageData;
  readonly options: Partial<StyleImageMetadata>;
}

/** The pictures of a sheet; none where it does not come or is none. */
export async function spriteImages(
  { id, address }: Sprite,
  supply: GroundSupply,
  signal: AbortSignal,
): Promise<readonly SpriteImage[]> {
  try {
    const end = devicePixelRatio > 1 ? "@2x" : "";
    const [list, picture] = await Promise.all(
      [".json", ".png"].map((extension) => supply.aside(withEnd(address, `${end}${extension}`), signal)),
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

/**
 * Where a picture stands on its sheet and how it is drawn, as the sheet's list states it. How it stretches is left out where
 * the map would not take it.
 * @returns `null` for what is no place on the sheet
 */
export function readBox(place: unknown, sheet: { readonly width: number; readonly height: number }): Box | null {
  if (!isObject(place)) return null;
  const { x, y, width, height, pixelRatio, sdf, stretchX, stretchY, content } = place;
  if (!isCount(x) || !isCount(y) || !isCount(width) || !isCount(height)) return null;
  const fits = width > 0 && height > 0 && x + width <= sheet.width && y + height <= sheet.height;
  if (!fits) return null;
  const options = {
    pixelRatio: isFiniteNumber(pixelRatio) && pixelRatio > 0 ? pixelRatio : 1,
    ...(typeof sdf === "boolean" && { sdf }),
    ...(areSpans(stretchX, width) && { stretchX }),
    ...(areSpans(stretchY, height) && { stretchY }),
    ...(isInside(content, width, height) && { content }),
  };
  return { x, y, width, height, options };
}

/** Whether these are spans of a side, one after another. */
function areSpans(value: unknown, side: number): value is [number, number][] {
  if (!Array.isArray(value)) return false;
  const spans: readonly unknown[] = value;
  const ends = spans.flatMap((span) => (isNumbers(span, 2) ? span : [NaN]));
  return ends.length > 0 && ends.every((end, index) => end >= (ends[index - 1] ?? 0) && end <= side);
}

/** Whether this is a box, [left, top, right, bottom], inside a picture. */
function isInside(value: unknown, width: number, height: number): value is [number, number, number, number] {
  if (!isNumbers(value, 4)) return false;
  const [left = NaN, top = NaN, right = NaN, bottom = NaN] = value;
  return left >= 0 && top >= 0 && right >= left && bottom >= top && right <= width && bottom <= height;
}

function isNumbers(value: unknown, count: number): value is readonly number[] {
  return Array.isArray(value) && value.length === count && value.every(isFiniteNumber);
}
