/* Headers of columns that several kinds of table have; written as in `header-words.ts`. */

/** Headers by field, parted by ", ": English, German, Hungarian, Slovenian, Croatian, Italian, then exports of programs. */
export type Words = Readonly<Record<string, readonly string[]>>;

export const ID = [
  "identifier, site no, number, reference, ref, uid, uuid, code, record id, inventory number, key",
  "Kennung, Objekt-ID, Objektnummer, Objekt-Nr, Obj.-Dok.-Nr., Denkmalnummer, Denkmal-ID, ID-Nr, Lfd. Nr., lfdnr, Nr, Aktennummer, Registernummer, Handelsregisternummer, Objektkennung",
  "azonosító, törzsszám, műemléki törzsszám, KÖH azonosító, műemlék azonosító, sorszám, cégjegyzékszám, adószám, regisztrációs szám, nyilvántartási szám",
  "EŠD, evidenčna številka, evidenčna številka dediščine, šifra, oznaka, ID enote, matična številka, davčna številka, zaporedna številka, zap. št.",
  "oznaka dobra, broj registra, Z broj, broj Z, registarski broj, oznaka, šifra, OIB, MBS, matični broj, redni broj, rbr",
  "codice, identificativo, ID bene, codice bene, codice identificativo, NCTN, codice univoco, partita IVA, codice fiscale, numero REA, progressivo, n. ord.",
  "@id, item, osm_id, osmid, full_id, fid, ogc_fid, objectid, object id, gid, geonameid, wikidata, qid, global id, globalid",
];
export const NAME = [
  "title, label, itemLabel, names.primary, primary name, official name, object, objectname",
  "Bezeichnung, Objekt, Objektname, Objektbezeichnung, Titel, Benennung, Denkmalname, Kurzbezeichnung, Bez.",
  "név, megnevezés, elnevezés, objektum neve, műemlék neve, cím és név, objektum",
  "ime, ime enote, naziv, naziv enote, ime objekta, ime dediščine, poimenovanje, uradno ime",
  "naziv, ime, naziv dobra, naziv kulturnog dobra, naziv objekta, naziv lokaliteta",
  "nome, denominazione, titolo, oggetto, nome bene, denominazione bene, nome sito, denominazi, bene",
];
export const NAME_LOCAL = [
  "local name, original name, name in local language, alternative name, alt name, other name",
  "Originalname, Eigenname, ursprünglicher Name, historischer Name",
  "eredeti név, helyi név",
  "izvirno ime, lokalno ime, domače ime",
  "izvorni naziv, lokalni naziv",
  "nome originale, nome locale, altra denominazione",
  "name:local, alt_name, loc_name, old_name",
];
export const COUNTRY = [
  "country code, countrycode, iso, iso2, iso code, iso3166, iso_a2, iso3, nation, ctry, cntr, cntr_code, cntr_id",
  "Land, Staat, Ländercode, Länderkürzel, Staatscode",
  "ország, országkód, ország kód",
  "država, koda države",
  "država, zemlja, kod države",
  "paese, nazione, stato, codice paese, codice nazione",
  "země, krajina, addr:country, addresses.country",
];
export const MUNICIPALITY = [
  "town, city, commune, village, settlement, locality, place, place name, lau, lau name, municipality name",
  "Gemeinde, Ort, Stadt, Ortschaft, Gemeindename, Ortsname, Wohnort, Sitz, Standortgemeinde, Stadt/Gemeinde, Ort/Gemeinde, Kommune, PLZ Ort",
  "település, helység, község, város, településnév, település neve, székhely település",
  "občina, naselje, kraj, ime naselja, ime občine, mesto, pošta",
  "općina, grad, mjesto, naselje, općina/grad, grad/općina, sjedište, mjesto/naselje",
  "comune, località, città, nome comune, comune sede, comune di appartenenza, denominazione comune, sede",
  "addr:city, addr:town, addr:village, contact:city, is_in:city, addresses.locality",
];
export const ADDRESS = [
  "street, street address, location address, full address, address line, postal address, street name",
  "Adresse, Anschrift, Straße, Strasse, Straße und Hausnummer, Straße Hausnummer, Lage, Straße/Nr., Postanschrift, Straßenname",
  "cím, utca, lakcím, telephely, székhely, utca házszám, telephely címe, székhely címe, pontos cím",
  "naslov, ulica, ulica in hišna številka, lokacija, naslov objekta",
  "adresa, ulica, ulica i kućni broj, lokacija, adresa objekta",
  "indirizzo, via, ubicazione, sede legale, indirizzo completo, indirizzo sede",
  "addr:street, addr:full, contact:street, addresses.freeform",
];
export const LON = [
  "lng, long, longitude, x, x coord, x coordinate, xcoord, coord x, coordx, lon wgs84, long wgs84, wgs84 lon, wgs84 long, easting, east, e, gps lon, geo lon, geo_longitude, point x, pointx",
  "Länge, Laenge, Längengrad, Laengengrad, geographische Länge, geogr. Länge, östl. Länge, Rechtswert, Ostwert, Ost, x-Koordinate, Koordinate x, X-Wert, GK Rechtswert, RW",
  "hosszúság, hosszúsági fok, földrajzi hosszúság, EOV Y, EOVY, Y EOV, keleti hosszúság, GPS hosszúság",
  "dolžina, zemljepisna dolžina, geografska dolžina, D96 E, E D96, D96_E, e koordinata, koordinata e, x koordinata, koordinata x, vzhod",
  "dužina, geografska dužina, zemljopisna dužina, HTRS96 E, E HTRS96, HTRS96_E, e koordinata, x koordinata, istok",
  "longitudine, coord. X, coordinata X, est, coordinata est, longitudin, lon gradi",
  "@lon, _longitude, center_lon, centroid lon, lon centroid, xm, longdd, lon_dd",
];
export const LAT = [
  "latitude, y, y coord, y coordinate, ycoord, coord y, coordy, lat wgs84, wgs84 lat, northing, north, n, gps lat, geo lat, geo_latitude, point y, pointy",
  "Breite, Breitengrad, geographische Breite, geogr. Breite, nördl. Breite, Hochwert, Nordwert, Nord, y-Koordinate, Koordinate y, Y-Wert, GK Hochwert, HW",
  "szélesség, szélességi fok, földrajzi szélesség, EOV X, EOVX, X EOV, északi szélesség, GPS szélesség",
  "širina, zemljepisna širina, geografska širina, D96 N, N D96, D96_N, n koordinata, koordinata n, y koordinata, koordinata y, sever",
  "širina, geografska širina, zemljopisna širina, HTRS96 N, N HTRS96, HTRS96_N, n koordinata, y koordinata, sjever",
  "latitudine, coord. Y, coordinata Y, nord, coordinata nord, lat gradi",
  "@lat, _latitude, center_lat, centroid lat, lat centroid, ym, latdd, lat_dd",
];
export const POSITION = [
  "position, coordinates, location coordinates, latlon, lat lon, lat/lon, latlong, lat long, latlng, lat lng, gps, gps coordinates, geolocation, coords, geo coordinates",
  "Koordinaten, Koordinate, GPS-Koordinaten, Geokoordinaten, Georeferenz, Geoposition",
  "koordináták, koordináta, GPS koordináták, GPS koordináta, GPS-koordináta",
  "koordinate, koordinata, GPS koordinate",
  "koordinate, koordinata, GPS koordinate",
  "coordinate, coordinata, coordinate GPS, coordinate geografiche, georeferenziazione",
  "wkt, wkt_geom, geom, geometry, the_geom, point, geopoint, geo point, geo_point_2d, geo, coord, shape, ewkt",
];
export const PRECISION = [
  "precision, position precision, accuracy, location accuracy, positional accuracy, geocoding accuracy, geocode level",
  "Genauigkeit, Lagegenauigkeit, Koordinatengenauigkeit, Verortungsgenauigkeit",
  "pontosság, helymeghatározás pontossága",
  "natančnost, točnost, natančnost lokacije",
  "točnost, preciznost, točnost lokacije",
  "precisione, accuratezza, precisione posizione",
];
export const POSITION_SOURCE = [
  "position source, coordinate source, coordinates from, geocoder, location source",
  "Koordinatenquelle, Herkunft der Koordinaten",
  "koordináta forrása",
  "vir koordinat",
  "izvor koordinata",
  "fonte coordinate, origine coordinate",
];
export const WEBSITE = [
  "web, homepage, web site, web address, web page, webpage, www, url, internet address, site web, websites",
  "Webseite, Internet, Internetseite, Internetadresse, Internetauftritt, Webadresse",
  "weboldal, honlap, internetcím, webcím",
  "spletna stran, splet, spletni naslov",
  "web stranica, mrežna stranica, internet stranica, web-stranica, internetska stranica",
  "sito web, sito internet, indirizzo web, pagina web, sito, sitoweb",
  "contact:website, contact:url, brand:website, operator:website",
];
export const SOURCE = [
  "source, source link, source page, reference url, record url, link, permalink, detail url, info url",
  "Quelle, Quellenlink, Link, Nachweis, Datenblatt, Quellen-URL, Quellenangabe",
  "forrás, forrás url, hivatkozás, adatlap",
  "vir, povezava, vir podatkov, url vira",
  "izvor, poveznica, izvor podataka, kartica dobra",
  "fonte, collegamento, scheda, link scheda, fonte dati, url scheda",
  "source:url, source_ref, wikipedia",
];
export const NOTE = [
  "notes, remark, remarks, comment, comments, description, details, abstract",
  "Bemerkung, Bemerkungen, Anmerkung, Anmerkungen, Beschreibung, Kurzcharakteristik, Kurzbeschreibung, Hinweis, Notiz, Erläuterung",
  "megjegyzés, leírás, megjegyzések, rövid leírás, ismertetés",
  "opomba, opombe, opis, opis enote, kratek opis",
  "napomena, napomene, opis, kratki opis, opis dobra",
  "nota, note, annotazioni, descrizione, osservazioni, commenti, descrizione breve",
];
export const AREA = [
  "floor area, area, area m2, usable area, size, surface, gross floor area, floor space, square metres, sqm, gfa",
  "Fläche, Flaeche, Nutzfläche, Geschossfläche, Bruttogeschossfläche, BGF, Grundfläche, Gebäudefläche, Fläche qm, Fläche in m2, Fläche m2",
  "alapterület, terület, hasznos alapterület, alapterület m2, területe, nm, szintterület",
  "površina, uporabna površina, površina m2, neto površina, tlorisna površina, kvadratura",
  "površina, korisna površina, površina m2, neto površina, bruto površina, kvadratura",
  "superficie, superficie m2, superficie mq, superficie coperta, superficie utile, mq, superficie lorda, metri quadri",
];
export const SITE_ID = [
  "site, site no, site identifier, site code, building id",
  "Standort-ID, Standort, Objekt-ID, Gebäude-ID",
  "helyszín azonosító, helyszín",
  "ID lokacije, lokacija, ID objekta",
  "ID lokacije, lokacija, ID objekta",
  "ID sito, sito, codice sito",
];
