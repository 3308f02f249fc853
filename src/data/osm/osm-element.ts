/** An object of OpenStreetMap with its tags. */
export interface OsmElement {
  readonly type: "node" | "way" | "relation";
  readonly id: number;
  /** Degrees; of ways and relations the middle of their bounding box. */
  readonly lon: number;
  readonly lat: number;
  readonly tags: Readonly<Record<string, string>>;
}
