export type Context = CanvasRenderingContext2D;

/** Around [0, 0]. */
export function fillCircle(context: Context, radius: number, color: string): void {
  context.beginPath();
  context.arc(0, 0, radius, 0, 2 * Math.PI);
  context.fillStyle = color;
  context.fill();
}

/** Around [0, 0]. */
export function strokeCircle(context: Context, radius: number, color: string, width: number): void {
  context.beginPath();
  context.arc(0, 0, radius, 0, 2 * Math.PI);
  context.strokeStyle = color;
  context.lineWidth = width;
  context.stroke();
}

/** The colour as the canvas understands it, with an opacity. */
export function withAlpha(context: Context, color: string, alpha: number): string {
  context.fillStyle = color;
  const normal = context.fillStyle;
  if (!normal.startsWith("#")) return color;
  return `${normal}${Math.round(alpha * 255)
    .toString(16)
    .padStart(2, "0")}`;
}
