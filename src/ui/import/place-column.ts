import type { Place } from "#domain/issue.ts";

const PROPERTY = /\/properties\/([^/]*)/;

/** Header or property of the cell where an issue stands; `null` for a row, a point or a source as a whole. */
export function placeColumn(place: Place): string | null {
  switch (place.kind) {
    case "cell":
      return place.column;
    case "feature":
      return place.property;
    case "pointer": {
      const name = PROPERTY.exec(place.pointer)?.[1];
      return name === undefined ? null : name.replaceAll("~1", "/").replaceAll("~0", "~");
    }
    case "row":
    case "file":
    case "link":
      return null;
  }
}
