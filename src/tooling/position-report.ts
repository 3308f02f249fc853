import {
  MUNICIPALITY_LIMITS,
  SOURCE_LIMIT_METERS,
  type Gazetteer,
  type Misfit,
  type MisfitGroup,
  type Positioned,
} from "./positions.ts";

const SECTION_START = "<!-- positions: written by src/tooling/check-positions.ts --write -->";
const SECTION_END = "<!-- end of positions -->";

export interface CheckedTable {
  readonly name: string;
  readonly table: Positioned;
  readonly groups: readonly MisfitGroup[];
}

/** The report as Markdown, between the marks that stand around it in the README. */
export function reportPositions(tables: readonly CheckedTable[], gazetteer: Gazetteer): string {
  const parts = [
    SECTION_START,
    "<!-- prettier-ignore-start -->",
    ...tables.map(({ name, table }) => introduce(name, table, gazetteer)),
    section(
      tables,
      "outside-country",
      "Outside the country's outline",
      "Outlines: Natural Earth 1:10m, itself generalised by some hundred metres; so a point at a coast or border may stand right and still be listed.",
    ),
    section(
      tables,
      "far-from-municipality",
      "Far from the municipality",
      `Farther from the nearest GeoNames place with the municipality's name than ${kilometers(MUNICIPALITY_LIMITS.settlement)} (precision settlement) or ${kilometers(MUNICIPALITY_LIMITS.site)} (building, address, site). Mostly the point of another village of the same municipality; such a point is nearer to the record than the town's would be.`,
    ),
    section(
      tables,
      "not-at-its-source",
      "Not where its source is",
      `More than ${String(SOURCE_LIMIT_METERS)} m from the GeoNames place named as the point's source.`,
    ),
    section(
      tables,
      "unknown-municipality",
      "Municipality not found",
      "GeoNames lists no place of 500 people and more (nor a seat of administration) of that name in the country, so the distance could not be checked.",
    ),
    "<!-- prettier-ignore-end -->",
    SECTION_END,
  ];
  return parts.join("\n\n");
}

/**
 * A text with its report replaced.
 * @throws where the text has no place for it
 */
export function replaceReportSection(text: string, report: string): string {
  const start = text.indexOf(SECTION_START);
  const end = text.indexOf(SECTION_END, start);
  if (start < 0 || end < 0) throw new Error("the text has no marks for the report on positions");
  return text.slice(0, start) + report + text.slice(end + SECTION_END.length);
}

function introduce(name: string, table: Positioned, gazetteer: Gazetteer): string {
  const placed = table.lon.filter((lon) => !Number.isNaN(lon)).length;
  const atPlace = table.positionSource.filter((source) => source?.startsWith("geonames:") === true);
  const found = atPlace.filter((source) => gazetteer.byId.has(Number(source?.slice("geonames:".length)))).length;
  const withoutPoint = table.id.filter((_, index) => Number.isNaN(table.lon[index] ?? NaN));
  const missing =
    withoutPoint.length === 0 ? "" : ` Without a point: ${withoutPoint.map((id) => `\`${id}\``).join(", ")}.`;
  const compared = `${String(found)} of the ${String(atPlace.length)} that name a GeoNames place as their source were compared with it`;
  return `**${name}**: ${String(placed)} of ${String(table.count)} records have a point and were checked; ${compared}.${missing}`;
}

function section(tables: readonly CheckedTable[], kind: Misfit["kind"], title: string, explanation: string): string {
  const found = tables.map(({ name, groups }) => ({
    name,
    groups: groups.filter(({ misfit }) => misfit.kind === kind),
  }));
  const counts = found.map(({ name, groups }) => `${String(groups.flatMap(({ ids }) => ids).length)} ${name}`);
  const rows = found.flatMap(({ name, groups }) => groups.map((group) => row(name, group)));
  const table =
    rows.length === 0
      ? []
      : [
          "",
          "| table | municipality | point | precision, source | finding | records |",
          "| --- | --- | --- | --- | --- | --- |",
          ...rows,
        ];
  return [`### ${title}: ${counts.join(", ")}`, "", explanation, ...table].join("\n");
}

function row(table: string, group: MisfitGroup): string {
  const { misfit, lon, lat, country, municipality, precision, source, ids } = group;
  return `| ${table} | ${municipality}, ${country} | ${String(lat)}, ${String(lon)} | ${precision}, ${source} | ${describe(misfit)} | ${ids.join(" ")} |`;
}

function describe(misfit: Misfit): string {
  switch (misfit.kind) {
    case "outside-country":
      return `${distance(misfit.meters)} outside, in ${misfit.liesIn ?? "no country (water)"}`;
    case "far-from-municipality":
      return `${distance(misfit.meters)} from it`;
    case "not-at-its-source":
      return `${distance(misfit.meters)} from it`;
    case "unknown-municipality":
      return "not checked";
  }
}

/** Metres below one kilometre, as a point at the water's edge is not at distance 0. */
function distance(meters: number): string {
  return meters < 1000 ? `${String(Math.ceil(meters / 10) * 10)} m` : kilometers(meters);
}

function kilometers(meters: number): string {
  return `${(meters / 1000).toFixed(1)} km`;
}
