import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { CRS_DEFINITIONS } from "#data/recognise/crs-definitions.ts";
import { crsByCode, recogniseCrs, toWgs84 } from "#data/recognise/crs.ts";
import { geodesicMeters } from "#domain/geo/geodesic.ts";
import { crsSystems, type EpsgEntry } from "../../../../src/tooling/crs-systems.ts";

describe("the definitions", () => {
  it("hold the figures of the EPSG registry as epsg-index has them", () => {
    const file = createRequire(import.meta.url).resolve("epsg-index/all.json");
    const index = JSON.parse(readFileSync(file, "utf8")) as Record<string, EpsgEntry>;
    expect(CRS_DEFINITIONS).toEqual(crsSystems(index));
  });

  it("need no grid file", () => {
    expect(CRS_DEFINITIONS.filter(({ proj }) => /nadgrids=(?!@null)/.test(proj))).toEqual([]);
  });
});

/** `gdaltransform -s_srs EPSG:4326 -t_srs EPSG:n -output_xy` (GDAL 3.6.2) of the longitude and latitude; tolerance in metres. */
const TRANSFORMED: readonly (readonly [string, number, number, number, number, number])[] = [
  ["EPSG:3857", 1485002.01, 6605389.18, 13.34, 50.91, 1],
  ["EPSG:3035", 4555825.21, 3094091.65, 13.34, 50.91, 1],
  ["EPSG:3034", 4226760.72, 2688016.0, 13.34, 50.91, 1],
  ["EPSG:4258", 13.34, 50.91, 13.34, 50.91, 1],
  ["EPSG:25831", 629351.91, 5803890.8, 4.9, 52.37, 1],
  ["EPSG:25832", 683691.37, 5064536.09, 11.36, 45.71, 1],
  ["EPSG:25833", 383296.59, 5641128.96, 13.34, 50.91, 1],
  ["EPSG:25834", 288566.08, 5118807.84, 18.26, 46.19, 1],
  ["EPSG:25835", 416843.79, 6674629.73, 25.5, 60.2, 1],
  ["EPSG:4647", 32667364.72, 5596885.76, 11.36, 50.5, 1],
  ["EPSG:5650", 33387318.17, 5817947.18, 13.34, 52.5, 1],
  ["EPSG:32631", 629351.91, 5803890.8, 4.9, 52.37, 1],
  ["EPSG:32632", 683691.37, 5064536.09, 11.36, 45.71, 1],
  ["EPSG:32633", 424890.78, 5094504.86, 14.03, 46.0, 1],
  ["EPSG:32634", 288566.08, 5118807.84, 18.26, 46.19, 1],
  ["EPSG:32635", 383017.69, 5050700.5, 25.5, 45.6, 1],
  ["EPSG:31466", 2562607.35, 5702094.34, 6.9, 51.45, 5],
  ["EPSG:31467", 3514768.21, 5406965.75, 9.2, 48.8, 5],
  ["EPSG:31468", 4507424.07, 5429189.93, 12.1, 49.0, 5],
  ["EPSG:31469", 5404446.23, 5396634.24, 13.7, 48.7, 5],
  ["EPSG:3398", 4594350.95, 5642487.66, 13.34, 50.91, 5],
  ["EPSG:3399", 5498737.92, 5668328.42, 14.98, 51.15, 5],
  ["EPSG:2397", 3591579.29, 5641917.79, 10.3, 50.9, 5],
  ["EPSG:2398", 4528024.76, 5685683.82, 12.4, 51.3, 5],
  ["EPSG:2399", 5498727.03, 5668914.97, 14.98, 51.15, 5],
  ["EPSG:31254", 80755.8, 236232.21, 11.4, 47.26, 1],
  ["EPSG:31255", 71777.53, 351756.6, 14.3, 48.3, 1],
  ["EPSG:31256", 2814.77, 340177.44, 16.37, 48.2, 1],
  ["EPSG:31257", 230755.8, 236232.21, 11.4, 47.26, 1],
  ["EPSG:31258", 521777.53, 351756.6, 14.3, 48.3, 1],
  ["EPSG:31259", 752814.77, 340177.44, 16.37, 48.2, 1],
  ["EPSG:31287", 471758.43, 489424.5, 14.3, 48.3, 1],
  ["EPSG:3416", 471699.14, 489369.11, 14.3, 48.3, 1],
  ["EPSG:3794", 424868.23, 96033.82, 14.03, 46.0, 1],
  ["EPSG:3912", 425239.7, 95546.68, 14.03, 46.0, 5],
  ["EPSG:3765", 312624.67, 4996092.07, 14.12, 45.08, 1],
  ["EPSG:8677", 5431090.43, 4993225.49, 14.12, 45.08, 5],
  ["EPSG:8678", 6484716.92, 5017306.33, 17.8, 45.3, 5],
  ["EPSG:23700", 589205.58, 94244.54, 18.26, 46.19, 1],
  ["EPSG:3003", 1683722.68, 5064555.97, 11.36, 45.71, 1],
  ["EPSG:3004", 2383873.93, 5102238.41, 13.24, 46.06, 1],
  ["EPSG:6707", 683691.37, 5064536.09, 11.36, 45.71, 1],
  ["EPSG:6708", 363867.27, 5102219.72, 13.24, 46.06, 1],
  ["EPSG:6709", 278375.76, 4442096.52, 18.4, 40.1, 1],
  ["EPSG:7794", 6950239.9, 5056456.02, 11.36, 45.71, 1],
  ["EPSG:5514", -742860.08, -1042721.36, 14.42, 50.09, 1],
  ["EPSG:2180", 501425.17, 265868.6, 19.02, 50.26, 1],
  ["EPSG:2176", 5500000.0, 5662774.58, 15.0, 51.1, 1],
  ["EPSG:2177", 6542745.74, 5573959.62, 18.6, 50.3, 1],
  ["EPSG:2178", 7500000.0, 5785151.91, 21.0, 52.2, 1],
  ["EPSG:2179", 8402155.98, 5674830.53, 22.6, 51.2, 1],
  ["EPSG:2056", 2683186.29, 1247156.74, 8.54, 47.37, 1],
  ["EPSG:21781", 683186.29, 247156.74, 8.54, 47.37, 1],
];

describe("toWgs84", () => {
  it.each(TRANSFORMED)("%s: %d, %d is %d°, %d° (within %d m)", (...row) => {
    const [code, x, y, lon, lat, tolerance] = row;
    const point = toWgs84(code)?.(x, y);
    expect(geodesicMeters({ lon: point?.[0] ?? NaN, lat: point?.[1] ?? NaN }, { lon, lat })).toBeLessThan(tolerance);
  });

  it("covers every system of the list but WGS 84 itself", () => {
    const covered = new Set(TRANSFORMED.map(([code]) => code));
    expect(CRS_DEFINITIONS.map(({ code }) => code).filter((code) => !covered.has(code))).toEqual(["EPSG:4326"]);
  });

  it("gives no point more than a degree outside the area of the system", () => {
    const transform = toWgs84("EPSG:23700");
    expect(transform?.(650000, 238000)).not.toBeNull();
    expect(transform?.(238000, 650000)).toBeNull();
    expect(transform?.(5.6e6, 4.5e6)).toBeNull();
    expect(transform?.(NaN, 238000)).toBeNull();
    expect(transform?.(Infinity, 238000)).toBeNull();
  });

  it.each([
    ["Görlitz, zone 32", "EPSG:25832", 918640.472714411, 5684195.98820667, 14.9885, 51.1556],
    ["Görlitz, zone 32 with its number in front", "EPSG:4647", 32918640.472714411, 5684195.98820667, 14.9885, 51.1556],
    ["Lecce, zone 32", "EPSG:32632", 1279271.24896883, 4507168.80054881, 18.17, 40.35],
    ["Kirkenes, zone 33", "EPSG:25833", 1076794.36537638, 7807336.53226522, 30.05, 69.73],
    ["Florø, zone 33", "EPSG:25833", -39664.4333592486, 6872039.17127649, 4.8, 61.6],
  ])("takes %s, as the whole country is kept in one zone", (_, code, x, y, lon, lat) => {
    const [toLon = NaN, toLat = NaN] = toWgs84(code)?.(x, y) ?? [];
    expect(geodesicMeters({ lon: toLon, lat: toLat }, { lon, lat })).toBeLessThan(0.01);
  });

  it("knows no other system", () => {
    expect(toWgs84("EPSG:27700")).toBeNull();
    expect(crsByCode("EPSG:27700")).toBeNull();
  });
});

describe("recogniseCrs", () => {
  it.each([
    ["EPSG:25833", "EPSG:25833"],
    ["epsg: 25833", "EPSG:25833"],
    ["EPSG 25833", "EPSG:25833"],
    ["25833", "EPSG:25833"],
    ["urn:ogc:def:crs:EPSG::25833", "EPSG:25833"],
    ["urn:ogc:def:crs:EPSG:6.9:25833", "EPSG:25833"],
    ["http://www.opengis.net/def/crs/EPSG/0/3035", "EPSG:3035"],
    ["http://www.opengis.net/gml/srs/epsg.xml#31468", "EPSG:31468"],
    ["urn:ogc:def:crs:OGC:1.3:CRS84", "EPSG:4326"],
    ["OGC:CRS84", "EPSG:4326"],
    ["CRS84", "EPSG:4326"],
    ["WGS84", "EPSG:4326"],
    ["HD72 / EOV", "EPSG:23700"],
    ["EPSG:900913", "EPSG:3857"],
    ["EPSG:31275", "EPSG:8677"],
    ["EPSG:27700", null],
    ["", null],
    ["Zwickau", null],
  ])("takes %j for %s", (statement, code) => {
    expect(recogniseCrs(statement)).toBe(code);
  });

  it.each([
    [
      'PROJCS["Hungarian_1972_Egyseges_Orszagos_Vetuleti",GEOGCS["GCS_Hungarian_1972",DATUM["D_Hungarian_1972",SPHEROID["GRS_1967",6378160.0,298.247167427]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Hotine_Oblique_Mercator_Azimuth_Center"],PARAMETER["False_Easting",650000.0],PARAMETER["False_Northing",200000.0],PARAMETER["Scale_Factor",0.99993],PARAMETER["Azimuth",90.0],PARAMETER["Longitude_Of_Center",19.0485717777778],PARAMETER["Latitude_Of_Center",47.1443937222222],UNIT["Meter",1.0]]',
      "EPSG:23700",
    ],
    [
      'PROJCS["DHDN_3_Degree_Gauss_Zone_4",GEOGCS["GCS_Deutsches_Hauptdreiecksnetz",DATUM["D_Deutsches_Hauptdreiecksnetz",SPHEROID["Bessel_1841",6377397.155,299.1528128]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",4500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",12.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]',
      "EPSG:31468",
    ],
    [
      'PROJCS["RD/83_3_Degree_Gauss_Zone_4",GEOGCS["RD/83",DATUM["D_Rauenberg_Datum_83",SPHEROID["Bessel_1841",6377397.155,299.1528128]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",4500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",12.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]',
      "EPSG:3398",
    ],
    [
      'PROJCS["ETRS_1989_UTM_Zone_33N",GEOGCS["GCS_ETRS_1989",DATUM["D_ETRS_1989",SPHEROID["GRS_1980",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",15.0],PARAMETER["Scale_Factor",0.9996],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]',
      "EPSG:25833",
    ],
    [
      'PROJCS["WGS_1984_Web_Mercator_Auxiliary_Sphere",GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Mercator_Auxiliary_Sphere"],PARAMETER["False_Easting",0.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",0.0],PARAMETER["Standard_Parallel_1",0.0],PARAMETER["Auxiliary_Sphere_Type",0.0],UNIT["Meter",1.0]]',
      "EPSG:3857",
    ],
    [
      'PROJCS["WGS_1984_World_Mercator",GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Mercator"],PARAMETER["False_Easting",0.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",0.0],PARAMETER["Standard_Parallel_1",0.0],UNIT["Meter",1.0]]',
      null,
    ],
    [
      'PROJCS["ED_1950_UTM_Zone_33N",GEOGCS["GCS_European_1950",DATUM["D_European_1950",SPHEROID["International_1924",6378388.0,297.0]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",15.0],PARAMETER["Scale_Factor",0.9996],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]',
      null,
    ],
    [
      'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]',
      "EPSG:4326",
    ],
    [
      'GEOGCS["MGI",DATUM["Militar_Geographische_Institute",SPHEROID["Bessel 1841",6377397.155,299.1528128],TOWGS84[577.326,90.129,463.919,5.137,1.474,5.297,2.4232]],UNIT["degree",0.0174532925199433]]',
      null,
    ],
    ["+proj=utm +zone=32 +ellps=GRS80 +units=m +no_defs", "EPSG:25832"],
    ["+proj=longlat +datum=WGS84 +no_defs", "EPSG:4326"],
    ["+proj=longlat +ellps=bessel +towgs84=577.3,90.1,463.9,5.1,1.5,5.3,2.4 +no_defs", null],
    ["+proj=tmerc +lat_0=0 +lon_0=16.5 +k=0.9999 +x_0=500000 +y_0=0 +ellps=GRS80 +units=m", "EPSG:3765"],
  ])("reads %s", (statement, code) => {
    expect(recogniseCrs(statement)).toBe(code);
  });

  it("takes the code of the projected system, not that of the degrees it rests on", () => {
    const projected =
      'PROJCS["x",GEOGCS["WGS 84",AUTHORITY["EPSG","4326"]],PROJECTION["Unheard_Of"],UNIT["metre",1]AUTHORITY_END]';
    expect(recogniseCrs(projected.replace("AUTHORITY_END", ',AUTHORITY["EPSG","32633"]'))).toBe("EPSG:32633");
    expect(recogniseCrs(projected.replace("AUTHORITY_END", ""))).toBeNull();
  });
});
