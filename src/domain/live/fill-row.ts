import type { SiteRow } from "../workspace/edits.ts";

const FIELDS = [
  "nameLocal",
  "country",
  "municipality",
  "heritageClass",
  "industry",
  "builtFromYear",
  "closedInYear",
  "reuseStatus",
  "statusYear",
  "currentUse",
  "floorAreaSquareMeters",
  "protection",
  "website",
  "sourceUrl",
] as const satisfies readonly (keyof SiteRow)[];

/**
 * The row with what it lacks and the other states; what it states itself stays. A status and its year belong together, and
 * so do a position and what is said of it. An unnamed row is called as the other.
 */
export function fillRow(row: SiteRow, other: SiteRow): SiteRow {
  const filled = Object.fromEntries(
    FIELDS.filter((field) => isGap(row[field])).map((field) => [field, other[field]]),
  ) as Partial<SiteRow>;
  const { lon, lat, precision, positionSource } = other;
  return {
    ...row,
    ...filled,
    name: row.name === "" ? other.name : row.name,
    statusYear: isGap(row.reuseStatus) ? other.statusYear : row.statusYear,
    ...(row.lon === null && { lon, lat, precision, positionSource }),
  };
}

/** The row with one more part of its note; none that it has already. */
export function withNote(row: SiteRow, part: string): SiteRow {
  if (row.note === null || row.note === "") return { ...row, note: part };
  return row.note.split("; ").includes(part) ? row : { ...row, note: `${row.note}; ${part}` };
}

function isGap(value: SiteRow[keyof SiteRow]): boolean {
  return value === null || value === "unknown";
}
