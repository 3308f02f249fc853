/** A closed ring of [lon, lat], degrees. */
export type Ring = readonly (readonly [number, number])[];

/** The ring around a box that does not cross the antimeridian, as GeoJSON winds it. */
export function boxRing({
  west,
  south,
  east,
  north,
}: Readonly<Record<"west" | "south" | "east" | "north", number>>): Ring {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
}
