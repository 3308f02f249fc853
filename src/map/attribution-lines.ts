import type { DataSource } from "#domain/data-source.ts";
import type { IsochroneOrigin } from "#domain/travel/isochrone-table.ts";

/** Sources that are on the page but not on the map. */
const NOT_MAPPED: readonly string[] = ["ibm-plex"];

/**
 * The attribution lines of what is mapped, once each; free of markup, as the control would read it as such.
 * @param origins of the loaded isochrones
 */
export function attributionLines(
  sources: readonly DataSource[],
  origins: readonly Pick<IsochroneOrigin, "attribution">[],
): readonly string[] {
  const mapped = sources.filter(({ id }) => !NOT_MAPPED.includes(id));
  const lines = [...mapped, ...origins]
    .map(({ attribution }) => attribution?.trim() ?? "")
    .filter((line) => line !== "");
  return [...new Set(lines)].map((line) =>
    line.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;"),
  );
}
