import { validateStyleMin } from "@maplibre/maplibre-gl-style-spec";
import type { StyleSpecification } from "maplibre-gl";
import { describe, expect, it } from "vitest";
import { readText } from "#data/ingest/read-file.ts";
import { NO_PROGRAMME_FILTERS } from "#domain/programme/programme-filters.ts";
import { createFormat } from "#i18n/format.ts";
import { createTranslate } from "#i18n/translate.ts";
import { activityFeatures } from "#map/activities.ts";
import { NO_FEATURES } from "#map/features.ts";
import { ACTIVITY_SOURCE, activityLayer } from "#map/layers/activity-layers.ts";

const words = { translate: createTranslate("en"), format: createFormat("en") };
const { records: sites } = await readText("sites", "id,lon,lat\nmill,14,45\nghost,,\n", "s.csv");
const { records: activities } = await readText(
  "activities",
  `id,type,title,site_id,place,country,lon,lat,date_from,date_to,source_url
a,open_day,Later,mill,Town,HR,,,2020-09,2020-09,https://a.example
b,workshop,Earlier,,Town,HR,14,45,2019,2019,javascript:alert(1)
c,workshop,Elsewhere,,,DE,13,50,,,
d,workshop,Nowhere,ghost,,DE,,,2020,2020,
e,workshop,Unknown site,gone,,DE,,,2020,2020,`,
  "a.csv",
);

const shown = (filters = {}) =>
  activityFeatures({ sites, activities }, { ...NO_PROGRAMME_FILTERS, ...filters }, words).features.map(
    ({ geometry, properties }) => ({
      at: geometry.coordinates,
      count: properties.count,
      ...(JSON.parse(properties.words) as object),
    }),
  );

describe("the flags of activities", () => {
  it("stand on their own points or those of their sites, one a point; what has neither is not drawn", () => {
    expect(shown()).toEqual([
      {
        at: [14, 45],
        count: 2,
        title: "2 activities here",
        activities: [
          { title: "Earlier", lines: ["Workshop · 2019", "Town, Croatia"], link: null },
          {
            title: "Later",
            lines: ["Open day · September 2020", "Town, Croatia"],
            link: { href: "https://a.example/", host: "a.example", isPage: true },
          },
        ],
      },
      {
        at: [13, 50],
        count: 1,
        title: "1 activity here",
        activities: [{ title: "Elsewhere", lines: ["Workshop · date not stated", "Germany"], link: null }],
      },
    ]);
  });

  it("are those that the programme shows", () => {
    expect(shown({ types: ["open_day"] }).map(({ count }) => count)).toEqual([1]);
    expect(shown({ countries: ["SI"] })).toEqual([]);
  });

  it("are a layer that the style specification allows", () => {
    const style: StyleSpecification = {
      version: 8,
      sources: { [ACTIVITY_SOURCE]: { type: "geojson", data: NO_FEATURES } },
      glyphs: "https://a.example/{fontstack}/{range}",
      layers: [activityLayer({ onFlag: "#fff" })],
    };
    expect(validateStyleMin(style)).toEqual([]);
  });
});
