/**
 * A coordinate reference system of the EPSG registry; written by `src/tooling/write-crs-definitions.mjs`. `code` is
 * `EPSG:n`, `area` where it is used: west, south, east, north, degrees.
 */
export interface CrsDefinition {
  readonly code: string;
  readonly name: string;
  readonly proj: string;
  readonly area: readonly [number, number, number, number];
}

export const CRS_DEFINITIONS: readonly CrsDefinition[] = [
  { code: "EPSG:4326", name: "WGS 84", proj: "+proj=longlat +datum=WGS84 +no_defs", area: [-180, -90, 180, 90] },
  {
    code: "EPSG:4258",
    name: "ETRS89",
    proj: "+proj=longlat +ellps=GRS80 +no_defs",
    area: [-16.1, 32.88, 40.18, 84.73],
  },
  {
    code: "EPSG:3857",
    name: "WGS 84 / Pseudo-Mercator",
    proj: "+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +wktext +no_defs",
    area: [-180, -85.06, 180, 85.06],
  },
  {
    code: "EPSG:3035",
    name: "ETRS89-extended / LAEA Europe",
    proj: "+proj=laea +lat_0=52 +lon_0=10 +x_0=4321000 +y_0=3210000 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs",
    area: [-35.58, 24.6, 44.83, 84.73],
  },
  {
    code: "EPSG:3034",
    name: "ETRS89-extended / LCC Europe",
    proj: "+proj=lcc +lat_0=52 +lon_0=10 +lat_1=35 +lat_2=65 +x_0=4000000 +y_0=2800000 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs",
    area: [-35.58, 24.6, 44.83, 84.73],
  },
  {
    code: "EPSG:25832",
    name: "ETRS89 / UTM zone 32N",
    proj: "+proj=utm +zone=32 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs",
    area: [6, 0, 12, 84],
  },
  {
    code: "EPSG:25833",
    name: "ETRS89 / UTM zone 33N",
    proj: "+proj=utm +zone=33 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs",
    area: [12, 0, 18, 84],
  },
  {
    code: "EPSG:25834",
    name: "ETRS89 / UTM zone 34N",
    proj: "+proj=utm +zone=34 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs",
    area: [18, 0, 24, 84],
  },
  {
    code: "EPSG:25831",
    name: "ETRS89 / UTM zone 31N",
    proj: "+proj=utm +zone=31 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs",
    area: [0, 0, 6, 84],
  },
  {
    code: "EPSG:25835",
    name: "ETRS89 / UTM zone 35N",
    proj: "+proj=utm +zone=35 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs",
    area: [24, 0, 30, 84],
  },
  {
    code: "EPSG:4647",
    name: "ETRS89 / UTM zone 32N (zE-N)",
    proj: "+proj=tmerc +lat_0=0 +lon_0=9 +k=0.9996 +x_0=32500000 +y_0=0 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs",
    area: [6, 0, 12, 84],
  },
  {
    code: "EPSG:5650",
    name: "ETRS89 / UTM zone 33N (zE-N)",
    proj: "+proj=tmerc +lat_0=0 +lon_0=15 +k=0.9996 +x_0=33500000 +y_0=0 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs",
    area: [12, 0, 18, 84],
  },
  {
    code: "EPSG:32631",
    name: "WGS 84 / UTM zone 31N",
    proj: "+proj=utm +zone=31 +datum=WGS84 +units=m +no_defs",
    area: [0, 0, 6, 84],
  },
  {
    code: "EPSG:32632",
    name: "WGS 84 / UTM zone 32N",
    proj: "+proj=utm +zone=32 +datum=WGS84 +units=m +no_defs",
    area: [6, 0, 12, 84],
  },
  {
    code: "EPSG:32633",
    name: "WGS 84 / UTM zone 33N",
    proj: "+proj=utm +zone=33 +datum=WGS84 +units=m +no_defs",
    area: [12, 0, 18, 84],
  },
  {
    code: "EPSG:32634",
    name: "WGS 84 / UTM zone 34N",
    proj: "+proj=utm +zone=34 +datum=WGS84 +units=m +no_defs",
    area: [18, 0, 24, 84],
  },
  {
    code: "EPSG:32635",
    name: "WGS 84 / UTM zone 35N",
    proj: "+proj=utm +zone=35 +datum=WGS84 +units=m +no_defs",
    area: [24, 0, 30, 84],
  },
  {
    code: "EPSG:31466",
    name: "DHDN / 3-degree Gauss-Kruger zone 2",
    proj: "+proj=tmerc +lat_0=0 +lon_0=6 +k=1 +x_0=2500000 +y_0=0 +ellps=bessel +towgs84=598.1,73.7,418.2,0.202,0.045,-2.455,6.7 +units=m +no_defs",
    area: [5.86, 49.11, 7.5, 53.81],
  },
  {
    code: "EPSG:31467",
    name: "DHDN / 3-degree Gauss-Kruger zone 3",
    proj: "+proj=tmerc +lat_0=0 +lon_0=9 +k=1 +x_0=3500000 +y_0=0 +ellps=bessel +towgs84=598.1,73.7,418.2,0.202,0.045,-2.455,6.7 +units=m +no_defs",
    area: [7.5, 47.27, 10.51, 55.09],
  },
  {
    code: "EPSG:31468",
    name: "DHDN / 3-degree Gauss-Kruger zone 4",
    proj: "+proj=tmerc +lat_0=0 +lon_0=12 +k=1 +x_0=4500000 +y_0=0 +ellps=bessel +towgs84=598.1,73.7,418.2,0.202,0.045,-2.455,6.7 +units=m +no_defs",
    area: [10.5, 47.39, 13.51, 54.59],
  },
  {
    code: "EPSG:31469",
    name: "DHDN / 3-degree Gauss-Kruger zone 5",
    proj: "+proj=tmerc +lat_0=0 +lon_0=15 +k=1 +x_0=5500000 +y_0=0 +ellps=bessel +towgs84=598.1,73.7,418.2,0.202,0.045,-2.455,6.7 +units=m +no_defs",
    area: [13.5, 48.51, 15.04, 54.72],
  },
  {
    code: "EPSG:3398",
    name: "RD/83 / 3-degree Gauss-Kruger zone 4",
    proj: "+proj=tmerc +lat_0=0 +lon_0=12 +k=1 +x_0=4500000 +y_0=0 +ellps=bessel +towgs84=612.4,77,440.2,-0.054,0.057,-2.797,2.55 +units=m +no_defs",
    area: [11.89, 50.2, 13.51, 51.66],
  },
  {
    code: "EPSG:3399",
    name: "RD/83 / 3-degree Gauss-Kruger zone 5",
    proj: "+proj=tmerc +lat_0=0 +lon_0=15 +k=1 +x_0=5500000 +y_0=0 +ellps=bessel +towgs84=612.4,77,440.2,-0.054,0.057,-2.797,2.55 +units=m +no_defs",
    area: [13.5, 50.62, 15.04, 51.58],
  },
  {
    code: "EPSG:2397",
    name: "Pulkovo 1942(83) / 3-degree Gauss-Kruger zone 3",
    proj: "+proj=tmerc +lat_0=0 +lon_0=9 +k=1 +x_0=3500000 +y_0=0 +ellps=krass +towgs84=24.9,-126.4,-93.2,-0.063,-0.247,-0.041,1.01 +units=m +no_defs",
    area: [9.92, 50.35, 10.5, 51.56],
  },
  {
    code: "EPSG:2398",
    name: "Pulkovo 1942(83) / 3-degree Gauss-Kruger zone 4",
    proj: "+proj=tmerc +lat_0=0 +lon_0=12 +k=1 +x_0=4500000 +y_0=0 +ellps=krass +towgs84=24.9,-126.4,-93.2,-0.063,-0.247,-0.041,1.01 +units=m +no_defs",
    area: [10.5, 48.97, 13.5, 54.74],
  },
  {
    code: "EPSG:2399",
    name: "Pulkovo 1942(83) / 3-degree Gauss-Kruger zone 5",
    proj: "+proj=tmerc +lat_0=0 +lon_0=15 +k=1 +x_0=5500000 +y_0=0 +ellps=krass +towgs84=24.9,-126.4,-93.2,-0.063,-0.247,-0.041,1.01 +units=m +no_defs",
    area: [13.5, 46.54, 16.5, 54.72],
  },
  {
    code: "EPSG:31254",
    name: "MGI / Austria GK West",
    proj: "+proj=tmerc +lat_0=0 +lon_0=10.3333333333333 +k=1 +x_0=0 +y_0=-5000000 +ellps=bessel +towgs84=577.326,90.129,463.919,5.137,1.474,5.297,2.4232 +units=m +no_defs",
    area: [9.53, 46.77, 11.84, 47.61],
  },
  {
    code: "EPSG:31255",
    name: "MGI / Austria GK Central",
    proj: "+proj=tmerc +lat_0=0 +lon_0=13.3333333333333 +k=1 +x_0=0 +y_0=-5000000 +ellps=bessel +towgs84=577.326,90.129,463.919,5.137,1.474,5.297,2.4232 +units=m +no_defs",
    area: [11.83, 46.4, 14.84, 48.79],
  },
  {
    code: "EPSG:31256",
    name: "MGI / Austria GK East",
    proj: "+proj=tmerc +lat_0=0 +lon_0=16.3333333333333 +k=1 +x_0=0 +y_0=-5000000 +ellps=bessel +towgs84=577.326,90.129,463.919,5.137,1.474,5.297,2.4232 +units=m +no_defs",
    area: [14.83, 46.56, 17.17, 49.02],
  },
  {
    code: "EPSG:31257",
    name: "MGI / Austria GK M28",
    proj: "+proj=tmerc +lat_0=0 +lon_0=10.3333333333333 +k=1 +x_0=150000 +y_0=-5000000 +ellps=bessel +towgs84=577.326,90.129,463.919,5.137,1.474,5.297,2.4232 +units=m +no_defs",
    area: [9.53, 46.77, 11.84, 47.61],
  },
  {
    code: "EPSG:31258",
    name: "MGI / Austria GK M31",
    proj: "+proj=tmerc +lat_0=0 +lon_0=13.3333333333333 +k=1 +x_0=450000 +y_0=-5000000 +ellps=bessel +towgs84=577.326,90.129,463.919,5.137,1.474,5.297,2.4232 +units=m +no_defs",
    area: [11.83, 46.4, 14.84, 48.79],
  },
  {
    code: "EPSG:31259",
    name: "MGI / Austria GK M34",
    proj: "+proj=tmerc +lat_0=0 +lon_0=16.3333333333333 +k=1 +x_0=750000 +y_0=-5000000 +ellps=bessel +towgs84=577.326,90.129,463.919,5.137,1.474,5.297,2.4232 +units=m +no_defs",
    area: [14.83, 46.56, 17.17, 49.02],
  },
  {
    code: "EPSG:31287",
    name: "MGI / Austria Lambert",
    proj: "+proj=lcc +lat_0=47.5 +lon_0=13.3333333333333 +lat_1=49 +lat_2=46 +x_0=400000 +y_0=400000 +ellps=bessel +towgs84=577.326,90.129,463.919,5.137,1.474,5.297,2.4232 +units=m +no_defs",
    area: [9.53, 46.4, 17.17, 49.02],
  },
  {
    code: "EPSG:3416",
    name: "ETRS89 / Austria Lambert",
    proj: "+proj=lcc +lat_0=47.5 +lon_0=13.3333333333333 +lat_1=49 +lat_2=46 +x_0=400000 +y_0=400000 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs",
    area: [9.53, 46.4, 17.17, 49.02],
  },
  {
    code: "EPSG:3794",
    name: "Slovenia 1996 / Slovene National Grid",
    proj: "+proj=tmerc +lat_0=0 +lon_0=15 +k=0.9999 +x_0=500000 +y_0=-5000000 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs",
    area: [13.38, 45.42, 16.61, 46.88],
  },
  {
    code: "EPSG:3912",
    name: "MGI 1901 / Slovene National Grid",
    proj: "+proj=tmerc +lat_0=0 +lon_0=15 +k=0.9999 +x_0=500000 +y_0=-5000000 +ellps=bessel +towgs84=409.545,72.164,486.872,3.085957,5.46911,-11.020289,17.919665 +units=m +no_defs",
    area: [13.38, 45.42, 16.61, 46.88],
  },
  {
    code: "EPSG:3765",
    name: "HTRS96 / Croatia TM",
    proj: "+proj=tmerc +lat_0=0 +lon_0=16.5 +k=0.9999 +x_0=500000 +y_0=0 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs",
    area: [13.43, 42.34, 19.43, 46.54],
  },
  {
    code: "EPSG:8677",
    name: "MGI 1901 / Balkans zone 5",
    proj: "+proj=tmerc +lat_0=0 +lon_0=15 +k=0.9999 +x_0=5500000 +y_0=0 +ellps=bessel +towgs84=489.88,183.912,533.711,5.76545,4.69994,-12.58211,1.00646 +units=m +no_defs",
    area: [13.38, 42.95, 16.5, 46.88],
  },
  {
    code: "EPSG:8678",
    name: "MGI 1901 / Balkans zone 6",
    proj: "+proj=tmerc +lat_0=0 +lon_0=18 +k=0.9999 +x_0=6500000 +y_0=0 +ellps=bessel +towgs84=489.88,183.912,533.711,5.76545,4.69994,-12.58211,1.00646 +units=m +no_defs",
    area: [16.5, 41.79, 19.51, 46.55],
  },
  {
    code: "EPSG:23700",
    name: "HD72 / EOV",
    proj: "+proj=somerc +lat_0=47.1443937222222 +lon_0=19.0485717777778 +k_0=0.99993 +x_0=650000 +y_0=200000 +ellps=GRS67 +towgs84=52.17,-71.82,-14.9,0,0,0,0 +units=m +no_defs",
    area: [16.11, 45.74, 22.9, 48.58],
  },
  {
    code: "EPSG:3003",
    name: "Monte Mario / Italy zone 1",
    proj: "+proj=tmerc +lat_0=0 +lon_0=9 +k=0.9996 +x_0=1500000 +y_0=0 +ellps=intl +towgs84=-104.1,-49.1,-9.9,0.971,-2.917,0.714,-11.68 +units=m +no_defs",
    area: [5.93, 36.53, 12, 47.04],
  },
  {
    code: "EPSG:3004",
    name: "Monte Mario / Italy zone 2",
    proj: "+proj=tmerc +lat_0=0 +lon_0=15 +k=0.9996 +x_0=2520000 +y_0=0 +ellps=intl +towgs84=-104.1,-49.1,-9.9,0.971,-2.917,0.714,-11.68 +units=m +no_defs",
    area: [12, 34.76, 18.99, 47.1],
  },
  {
    code: "EPSG:6707",
    name: "RDN2008 / UTM zone 32N (N-E)",
    proj: "+proj=utm +zone=32 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs",
    area: [5.93, 36.53, 12, 47.04],
  },
  {
    code: "EPSG:6708",
    name: "RDN2008 / UTM zone 33N (N-E)",
    proj: "+proj=utm +zone=33 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs",
    area: [12, 34.79, 18, 47.1],
  },
  {
    code: "EPSG:6709",
    name: "RDN2008 / UTM zone 34N (N-E)",
    proj: "+proj=utm +zone=34 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs",
    area: [17.99, 34.76, 18.99, 41.64],
  },
  {
    code: "EPSG:7794",
    name: "RDN2008 / Italy zone (E-N)",
    proj: "+proj=tmerc +lat_0=0 +lon_0=12 +k=0.9985 +x_0=7000000 +y_0=0 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs",
    area: [5.93, 34.76, 18.99, 47.1],
  },
  {
    code: "EPSG:5514",
    name: "S-JTSK / Krovak East North",
    proj: "+proj=krovak +lat_0=49.5 +lon_0=24.8333333333333 +alpha=30.2881397527778 +k=0.9999 +x_0=0 +y_0=0 +ellps=bessel +towgs84=572.213,85.334,461.94,4.9732,1.529,5.2484,3.5378 +units=m +no_defs",
    area: [12.09, 47.73, 22.56, 51.06],
  },
  {
    code: "EPSG:2180",
    name: "ETRF2000-PL / CS92",
    proj: "+proj=tmerc +lat_0=0 +lon_0=19 +k=0.9993 +x_0=500000 +y_0=-5300000 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs",
    area: [14.14, 49, 24.15, 55.93],
  },
  {
    code: "EPSG:2176",
    name: "ETRF2000-PL / CS2000/15",
    proj: "+proj=tmerc +lat_0=0 +lon_0=15 +k=0.999923 +x_0=5500000 +y_0=0 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs",
    area: [14.14, 50.26, 16.5, 55.35],
  },
  {
    code: "EPSG:2177",
    name: "ETRF2000-PL / CS2000/18",
    proj: "+proj=tmerc +lat_0=0 +lon_0=18 +k=0.999923 +x_0=6500000 +y_0=0 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs",
    area: [16.5, 49.39, 19.5, 55.93],
  },
  {
    code: "EPSG:2178",
    name: "ETRF2000-PL / CS2000/21",
    proj: "+proj=tmerc +lat_0=0 +lon_0=21 +k=0.999923 +x_0=7500000 +y_0=0 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs",
    area: [19.5, 49.09, 22.5, 54.55],
  },
  {
    code: "EPSG:2179",
    name: "ETRF2000-PL / CS2000/24",
    proj: "+proj=tmerc +lat_0=0 +lon_0=24 +k=0.999923 +x_0=8500000 +y_0=0 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs",
    area: [22.5, 49, 24.15, 54.41],
  },
  {
    code: "EPSG:2056",
    name: "CH1903+ / LV95",
    proj: "+proj=somerc +lat_0=46.9524055555556 +lon_0=7.43958333333333 +k_0=1 +x_0=2600000 +y_0=1200000 +ellps=bessel +towgs84=674.374,15.056,405.346,0,0,0,0 +units=m +no_defs",
    area: [5.96, 45.82, 10.49, 47.81],
  },
  {
    code: "EPSG:21781",
    name: "CH1903 / LV03",
    proj: "+proj=somerc +lat_0=46.9524055555556 +lon_0=7.43958333333333 +k_0=1 +x_0=600000 +y_0=200000 +ellps=bessel +towgs84=674.374,15.056,405.346,0,0,0,0 +units=m +no_defs",
    area: [5.96, 45.82, 10.49, 47.81],
  },
];
