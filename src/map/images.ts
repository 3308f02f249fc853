import { HYPOTHETICAL_CORNERS, SECTOR_AREAS, SYMBOL_BOX } from "#design/symbols.ts";
import { SECTORS, type Sector } from "#domain/actor/actor.ts";
import { fillCircle, strokeCircle, withAlpha, type Context } from "./canvas.ts";
import { drawSite, drawTownRing, readSiteName, type SiteImage } from "./site-image.ts";
import type { MapTheme } from "./theme.ts";

/** What the name of an image asks for; see the layers for the names. */
export type ImageRequest =
  | SiteImage
  | { readonly kind: "site-halo" | "site-ring" | "town-dot" | "place-mark" | "hatch" }
  | { readonly kind: "hypothetical" | "hypothetical-wide" }
  | { readonly kind: "stem"; readonly length: number }
  | { readonly kind: "actor"; readonly sector: Sector; readonly atTown: boolean }
  | { readonly kind: "actor-focus"; readonly sector: Sector }
  | { readonly kind: "mix"; readonly steps: readonly number[] };

const ACTOR_NAME = new RegExp(`^actor-(focus-)?(${SECTORS.join("|")})(-town)?$`);
const MIX_NAME = /^mix-(\d+)-(\d+)-(\d+)$/;
const STEM_NAME = /^stem-(\d{1,3}(?:\.\d+)?)$/;
const PLAIN_NAMES = [
  "site-halo",
  "site-ring",
  "town-dot",
  "place-mark",
  "hatch",
  "hypothetical",
  "hypothetical-wide",
] as const;

/** Reads the name of an image; `null` for names that are none of the map's. */
export function readImageName(name: string): ImageRequest | null {
  const plain = PLAIN_NAMES.find((candidate) => candidate === name);
  if (plain !== undefined) return { kind: plain };
  const site = readSiteName(name);
  if (site !== null) return site;
  const actor = ACTOR_NAME.exec(name);
  if (actor !== null) {
    const [, focus, sector, town] = actor;
    if (focus !== undefined) return { kind: "actor-focus", sector: sector as Sector };
    return { kind: "actor", sector: sector as Sector, atTown: town !== undefined };
  }
  const stem = STEM_NAME.exec(name);
  if (stem !== null) return { kind: "stem", length: Number(stem[1]) };
  const mix = MIX_NAME.exec(name);
  return mix === null ? null : { kind: "mix", steps: mix.slice(1).map(Number) };
}

/** A picture for the map, and for one pixel of the map as many of its own. */
export interface MapImage {
  readonly data: ImageData;
  readonly pixelRatio: number;
}

/** Draws an image in the theme's colours; `null` for names that are none of the map's. */
export function drawImage(name: string, theme: MapTheme, pixelRatio: number): MapImage | null {
  const request = readImageName(name);
  if (request === null) return null;
  const side = imageSide(request);
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(side * pixelRatio);
  canvas.height = canvas.width;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (context === null) return null;
  context.scale(pixelRatio, pixelRatio);
  if (request.kind !== "hatch") context.translate(side / 2, side / 2);
  draw(context, request, theme);
  return { data: context.getImageData(0, 0, canvas.width, canvas.height), pixelRatio };
}

const HATCH_SIDE = 8;

function imageSide(request: ImageRequest): number {
  switch (request.kind) {
    case "site":
      return request.atTown ? 35 : 28;
    case "site-halo":
    case "site-ring":
    case "hypothetical":
      return 48;
    case "hypothetical-wide":
      return 56;
    case "actor":
      return request.atTown ? 20 : 14;
    case "actor-focus":
      return 26;
    case "stem":
      return Math.ceil(request.length) * 2;
    case "mix":
      return 33;
    case "town-dot":
      return 6;
    case "place-mark":
      return 24;
    case "hatch":
      return HATCH_SIDE;
  }
}

/** Draws around [0, 0], the hatch from its corner. */
function draw(context: Context, request: ImageRequest, theme: MapTheme): void {
  switch (request.kind) {
    case "site":
      drawSite(context, request, theme);
      break;
    case "site-halo":
      fillCircle(context, 19, withAlpha(context, theme.brick, 0.2));
      strokeCircle(context, 19, theme.brick, 1.5);
      break;
    case "site-ring":
      strokeCircle(context, 19, theme.labelHalo, 5);
      strokeCircle(context, 19, theme.brick, 2.4);
      break;
    case "hypothetical":
      drawCorners(context, 36, theme);
      break;
    case "hypothetical-wide":
      drawCorners(context, 48, theme);
      break;
    case "actor":
      if (request.atTown) drawTownRing(context, 8.4, theme.sectors[request.sector]);
      drawSector(context, request.sector, 9, theme);
      break;
    case "actor-focus":
      fillCircle(context, 11, theme.panel);
      strokeCircle(context, 11, theme.brick, 2);
      drawSector(context, request.sector, 10.5, theme);
      break;
    case "stem":
      context.fillStyle = theme.label;
      context.fillRect(-0.6, -request.length, 1.2, request.length);
      break;
    case "mix":
      drawMix(context, request.steps, theme);
      break;
    case "town-dot":
      fillCircle(context, 2, theme.label);
      break;
    case "place-mark":
      strokeCircle(context, 7, theme.labelHalo, 5);
      strokeCircle(context, 7, theme.brick, 2.4);
      fillCircle(context, 2.4, theme.brick);
      break;
    case "hatch":
      drawHatch(context, theme);
      break;
  }
}

/** @param size side of the box that the mark fills */
function drawSector(context: Context, sector: Sector, size: number, theme: MapTheme): void {
  context.save();
  const scale = size / SYMBOL_BOX;
  context.scale(scale, scale);
  context.translate(-SYMBOL_BOX / 2, -SYMBOL_BOX / 2);
  const area = new Path2D(SECTOR_AREAS[sector]);
  context.lineJoin = "round";
  context.strokeStyle = theme.panel;
  context.lineWidth = 2.4 / scale;
  context.stroke(area);
  context.fillStyle = theme.sectors[sector];
  context.fill(area);
  context.restore();
}

/** Four corners around what is supposed, in the colour of ink. @param side of the square that they span */
function drawCorners(context: Context, side: number, theme: MapTheme): void {
  context.save();
  const scale = side / SYMBOL_BOX;
  context.scale(scale, scale);
  context.translate(-SYMBOL_BOX / 2, -SYMBOL_BOX / 2);
  const corners = new Path2D(HYPOTHETICAL_CORNERS);
  for (const [color, width] of [
    [theme.labelHalo, 5],
    [theme.ink, 2.2],
  ] as const) {
    context.strokeStyle = color;
    context.lineWidth = width / scale;
    context.stroke(corners);
  }
  context.restore();
}

/** A ring with an arc for each sector, clockwise from the top, around room for the count. */
function drawMix(context: Context, steps: readonly number[], theme: MapTheme): void {
  const total = steps.reduce((sum, value) => sum + value, 0);
  fillCircle(context, 16, theme.panel);
  if (total === 0) return;
  const gap = steps.filter((value) => value > 0).length > 1 ? 0.09 : 0;
  let from = -Math.PI / 2;
  for (const [position, value] of steps.entries()) {
    const to = from + (2 * Math.PI * value) / total;
    if (value > 0) {
      context.beginPath();
      context.arc(0, 0, 13.4, from + gap / 2, to - gap / 2);
      context.strokeStyle = theme.sectors[SECTORS[position]!];
      context.lineWidth = 3;
      context.stroke();
    }
    from = to;
  }
}

/** One diagonal line that meets itself at the edges of the tile. */
function drawHatch(context: Context, theme: MapTheme): void {
  context.strokeStyle = withAlpha(context, theme.lineStrong, 0.22);
  context.lineWidth = 0.8;
  context.beginPath();
  for (const shift of [-HATCH_SIDE, 0, HATCH_SIDE]) {
    context.moveTo(shift - 1, HATCH_SIDE + 1);
    context.lineTo(shift + HATCH_SIDE + 1, -1);
  }
  context.stroke();
}
