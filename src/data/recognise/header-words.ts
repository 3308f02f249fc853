import type { TableKind } from "#domain/workspace/table.ts";
import { ACTIVITY_WORDS } from "./activity-header-words.ts";
import { ACTOR_WORDS } from "./actor-header-words.ts";
import { COUNTRY, ID, LAT, LON, MUNICIPALITY, NAME, POSITION, SOURCE, type Words } from "./common-header-words.ts";
import { SITE_WORDS } from "./site-header-words.ts";
import { SPACE_WORDS } from "./space-header-words.ts";

const POPULATION: Words = {
  name: [...NAME, ...MUNICIPALITY, "district, region, cell, grid cell, grd_id, cell id, nuts name"],
  country: COUNTRY,
  lon: LON,
  lat: LAT,
  residents: [
    "population, pop, inhabitants, people, residents total, total population, population total, persons",
    "Einwohner, Einwohnerzahl, Bevölkerung, Einwohnerinnen und Einwohner, Bevölkerungszahl, EW, Bewohner, Einwohner insgesamt",
    "lakosság, lakosságszám, népesség, lakosok, lakosok száma, lakónépesség, népességszám, lélekszám",
    "prebivalci, prebivalstvo, število prebivalcev, št. prebivalcev, prebivalcev",
    "stanovnici, stanovništvo, broj stanovnika, stanovnika, ukupno stanovnika",
    "abitanti, popolazione, residenti, popolazione residente, numero abitanti, popolazione totale, n. abitanti",
    "tot_p, tot_p_2021, tot_p_2018, obs_value_t, pop_max, pop2021, pop_2021",
  ],
};

const AREAS: Words = {
  id: [
    "ags, ars, rs, nuts_id, lau_id, gisco_id, lau code, nuts code, admin code, shapeid, geoid, gkz, gemeindeschlüssel, gemeindekennziffer, gemeindenummer, bfs-nr, ksh kód, ksh_kod, ob_id, ob_mid, sifra obcine, maticni broj, pro_com, pro_com_t, cod_com, codice istat, istat, insee_com, code_insee, kod, teryt, jpt_kod_je, lan_kod, kommunkod, kommunenummer",
    ...ID,
  ],
  name: [
    "area, area name, region, region name, district, district name, county, county name, province, nuts name, name_latn, lau name, admin name, shapename, gen",
    "Gemeindename, Gemeinde, Gebiet, Region, Kreis, Landkreis, Kreisname, Bezirk, Bundesland, Gebietsname",
    "településnév, település, járás, megye, vármegye, terület",
    "občina, ime občine, ob_uime, regija, območje, statistična regija",
    "općina, naziv općine, županija, naziv županije, područje",
    "comune, den_com, den_prov, den_reg, den_uts, provincia, regione, ambito",
    "nazev, jpt_nazwa_, nom, kommunnamn, lan_namn, kommunenavn, name_1, name_2, name_3",
    ...NAME,
    ...MUNICIPALITY,
  ],
  country: COUNTRY,
  source_url: SOURCE,
  geometry: ["wkt, geom, the_geom, wkb_geometry, shape, polygon, geojson, wkt_geom, geometry_wkt, outline, boundary"],
};

const ISOCHRONES: Words = {
  id: ID,
  site_id: ["site, site id, siteid, search_id, standort, standort_id"],
  minutes: [
    "mins, min, aa_mins, contour, tobreak, travel_time_min, time_min, isochrone_min, minuten, perc, minute, minut",
  ],
  seconds: [
    "secs, sec, travel_time, traveltime, travel_time_s, time_s, isochrone_s, sekunden, másodperc, sekunde, secondi",
  ],
  center: ["centre, center_point, start, start point, startpunkt, kezdőpont, izhodišče, polazište, centro"],
  metric: ["range_type, metric type, measure, messgröße, mérték, mera, mjera, misura"],
  profile: [
    "aa_mode, mode, costing, transportation, transport, travel mode, Verkehrsmittel, Profil, közlekedési mód, način, mezzo",
  ],
  lon: ["center_lon", ...LON],
  lat: ["center_lat", ...LAT],
  provider: ["service, dienst, anbieter, szolgáltató, ponudnik, fornitore, pružatelj"],
  engine: ["software, program, routing engine, version, programm, motor"],
  osm_date: ["data_date, data date, date of data, osm data, datenstand, adatok dátuma, datum podatkov"],
  computed: ["computed on, calculated, created, berechnet am, erstellt am, számítva, izračunano, calcolato"],
  attribution: ["credit, credits, copyright, licence text, quellenangabe, forrás, navedba vira, attribuzione"],
  geometry: AREAS["geometry"]!,
};

const HEADER_WORDS: Readonly<Record<TableKind, Words>> = {
  sites: { ...SITE_WORDS, position: POSITION },
  actors: { ...ACTOR_WORDS, position: POSITION },
  spaces: SPACE_WORDS,
  activities: { ...ACTIVITY_WORDS, position: POSITION },
  population: { ...POPULATION, position: POSITION },
  areas: AREAS,
  isochrones: { ...ISOCHRONES, position: POSITION },
};

/**
 * Headers taken for a field besides its own name, as they are usually written; the first ones win where a table has several.
 * `position`: both coordinates in one cell.
 */
export function headerWords(kind: TableKind, field: string): readonly string[] {
  return (HEADER_WORDS[kind][field] ?? []).flatMap((words) => words.split(", "));
}
