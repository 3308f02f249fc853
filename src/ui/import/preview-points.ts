import type { Point } from "#domain/geo/points.ts";
import type { Preview } from "#domain/ingest/report.ts";

/** The points that were read among the first rows, and of how many rows. */
export function previewPoints(preview: Preview | null): { readonly points: readonly Point[]; readonly rows: number } {
  if (preview === null) return { points: [], rows: 0 };
  const points = preview.rows.flatMap(({ cells }) => {
    const read = (field: string) => {
      const text = cells.find((cell) => cell.field === field)?.read ?? null;
      return text === null || text === "" ? NaN : Number(text);
    };
    const point = { lon: read("lon"), lat: read("lat") };
    return Number.isFinite(point.lon) && Number.isFinite(point.lat) ? [point] : [];
  });
  return { points, rows: preview.rows.length };
}
