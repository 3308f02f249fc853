import type { DecimalMark } from "#domain/ingest/mapping.ts";
import type { TableKind } from "#domain/workspace/table.ts";

/** A table as registers write it, and what shall be found in it; cells are parted by "|". */
interface NationalTable {
  readonly language: string;
  readonly title: string;
  readonly fileName: string;
  readonly text: string;
  readonly kind: TableKind;
  /** Headers by field. */
  readonly fields: Readonly<Record<string, string>>;
  readonly values?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly decimalMark?: DecimalMark;
  readonly crs?: string;
  readonly swapped?: boolean;
  readonly crsCandidates?: readonly string[];
}

/** Layouts follow public registers of each country; the rows are made up. */
export const NATIONAL_TABLES: readonly NationalTable[] = [
  {
    language: "German",
    title: "monuments with Gauß-Krüger coordinates",
    fileName: "kulturdenkmale.csv",
    text: `Obj.-Dok.-Nr.|Bezeichnung|Gemeinde|Straße|Rechtswert|Hochwert|Baujahr|Denkmalschutz|Nutzungszustand|Kurzcharakteristik
9301|Spinnerei Muster|Flöha|Hauptstr. 1|4575123,5|5636456,2|1809|Kulturdenkmal|leerstehend|Dreigeschossiger Bau
9302|Maschinenfabrik Muster|Chemnitz|Bahnstr. 2|4567890,1|5633210,9|1872|Einzeldenkmal|umgenutzt|Backstein
9303|Gasanstalt|Freiberg|Werkweg 3|4594350,9|5642487,7|1901|Kulturdenkmal|teilweise genutzt|
9304|Wollkämmerei|Zwickau|Am Fluss 4|4534500,0|5621900,0|1888|kein Denkmal|leerstehend|`,
    kind: "sites",
    fields: {
      id: "Obj.-Dok.-Nr.",
      name: "Bezeichnung",
      municipality: "Gemeinde",
      lon: "Rechtswert",
      lat: "Hochwert",
      built_from: "Baujahr",
      protection: "Denkmalschutz",
      reuse_status: "Nutzungszustand",
      note: "Kurzcharakteristik",
    },
    values: {
      protection: { kulturdenkmal: "regional", einzeldenkmal: "regional", "kein denkmal": "none" },
      reuse_status: { leerstehend: "unused", umgenutzt: "reused", "teilweise genutzt": "partial" },
    },
    decimalMark: "comma",
    crs: "EPSG:31468",
    crsCandidates: ["EPSG:31468"],
  },
  {
    language: "German",
    title: "businesses of a chamber",
    fileName: "Unternehmen_2024.csv",
    text: `Firma|Branche|Straße|PLZ|Ort|Land|Internet|Längengrad|Breitengrad
Bäckerei Beispiel|Bäckerei|Markt 1|09599|Freiberg|Deutschland|www.beispiel-baecker.de|13,3412|50,9178
Architekturbüro B|Architekturbüro|Burgstr. 2|09599|Freiberg|Deutschland|https://beispiel-b.de|13,3398|50,9190
Hotel C|Hotel|Am Bahnhof 3|09569|Oederan|Deutschland||13,1680|50,8606`,
    kind: "actors",
    fields: {
      name: "Firma",
      category: "Branche",
      address: "Straße",
      municipality: "Ort",
      country: "Land",
      website: "Internet",
      lon: "Längengrad",
      lat: "Breitengrad",
    },
    values: { category: { backerei: "retail_food", architekturburo: "architecture", hotel: "accommodation" } },
    decimalMark: "comma",
  },
  {
    language: "Hungarian",
    title: "protected buildings with EOV coordinates",
    fileName: "muemlekjegyzek.csv",
    text: `Törzsszám|Megnevezés|Település|Cím|EOV X|EOV Y|Védettség|Eredeti funkció|Állapot
2501|Aknatorony|Komló|Fő u. 1.|94244|589205|műemlék|bánya|használaton kívül
2502|Sörgyár|Budapest|Kő u. 2.|238000|650000|helyi védelem|sörgyár|hasznosított
2503|Malom|Debrecen|Malom köz 3.|247000|845000|műemlék|malom|romos
2504|Fonoda|Győr|Gyár u. 4.|262500|545000|helyi védelem|fonoda|lebontva`,
    kind: "sites",
    fields: {
      id: "Törzsszám",
      name: "Megnevezés",
      municipality: "Település",
      lon: "EOV Y",
      lat: "EOV X",
      protection: "Védettség",
      industry: "Eredeti funkció",
      reuse_status: "Állapot",
    },
    values: {
      protection: { muemlek: "national", "helyi vedelem": "regional" },
      industry: { banya: "mining", sorgyar: "food_drink", malom: "food_drink", fonoda: "textile" },
      reuse_status: { "hasznalaton kivul": "unused", hasznositott: "reused", romos: "unused", lebontva: "lost" },
    },
    crs: "EPSG:23700",
    crsCandidates: ["EPSG:23700"],
  },
  {
    language: "Hungarian",
    title: "lodgings of a tourism register",
    fileName: "szallashelyek.csv",
    text: `Regisztrációs szám|Szálláshely neve|Szálláshely típusa|Település|Székhely címe|Honlap|Szélesség|Hosszúság
MA1|Panzió A|panzió|Komló|Fő u. 1.|https://panzio-a.hu|46.1912|18.2610
MA2|Vendégház B|vendégház|Pécs|Kert u. 2.|www.vendeghaz-b.hu|46.0712|18.2331
MA3|Hotel C|szálloda|Pécs|Tér u. 3.||46.0760|18.2280`,
    kind: "actors",
    fields: {
      id: "Regisztrációs szám",
      name: "Szálláshely neve",
      category: "Szálláshely típusa",
      municipality: "Település",
      address: "Székhely címe",
      website: "Honlap",
      lat: "Szélesség",
      lon: "Hosszúság",
    },
    values: { category: { panzio: "accommodation", vendeghaz: "accommodation", szalloda: "accommodation" } },
  },
  {
    language: "Slovenian",
    title: "heritage register with D96 coordinates",
    fileName: "rkd.csv",
    text: `EŠD|Ime enote|Občina|Naselje|D96_E|D96_N|Leto gradnje|Pomen|Stanje rabe|Opis
180|Topilnica|Idrija|Idrija|424868|96033|1962|spomenik državnega pomena|opuščeno|Opis A
181|Predilnica|Tržič|Tržič|447100|135400|1885|spomenik lokalnega pomena|v prenovi|Opis B
182|Skladišče soli|Piran|Portorož|389900|41200|1824|spomenik državnega pomena|ponovna raba|Opis C`,
    kind: "sites",
    fields: {
      id: "EŠD",
      name: "Ime enote",
      municipality: "Občina",
      lon: "D96_E",
      lat: "D96_N",
      built_from: "Leto gradnje",
      protection: "Pomen",
      reuse_status: "Stanje rabe",
      note: "Opis",
    },
    values: {
      protection: { "spomenik drzavnega pomena": "national", "spomenik lokalnega pomena": "regional" },
      reuse_status: { opusceno: "unused", "v prenovi": "planned", "ponovna raba": "reused" },
    },
    crs: "EPSG:3794",
    crsCandidates: ["EPSG:3794"],
  },
  {
    language: "Slovenian",
    title: "companies by SKD",
    fileName: "podjetja.csv",
    text: `Matična številka|Popolno ime|Naslov|Kraj|Dejavnost|Spletna stran|Zemljepisna širina|Zemljepisna dolžina
5000001|Gostilna A|Trg 1|Idrija|gostilna|www.gostilna-a.si|46,0012|14,0301
5000002|Mizarstvo B|Cesta 2|Cerkno|mizarstvo||46,1288|13,9911
5000003|Galerija C|Ulica 3|Idrija|galerija|https://galerija-c.si|46,0030|14,0290`,
    kind: "actors",
    fields: {
      id: "Matična številka",
      name: "Popolno ime",
      address: "Naslov",
      municipality: "Kraj",
      category: "Dejavnost",
      website: "Spletna stran",
      lat: "Zemljepisna širina",
      lon: "Zemljepisna dolžina",
    },
    values: { category: { gostilna: "gastronomy", mizarstvo: "craft_trade", galerija: "visual_arts" } },
    decimalMark: "comma",
  },
  {
    language: "Croatian",
    title: "register of cultural goods with HTRS96 coordinates",
    fileName: "kulturna_dobra.csv",
    text: `Oznaka dobra|Naziv|Mjesto|Pravni status|Vrijeme nastanka|HTRS96_E|HTRS96_N|Stanje objekta
Z-1001|Tvornica papira|Rijeka|zaštićeno kulturno dobro|1821|338900|5023200|napušteno
Z-1002|Rudnik|Labin|preventivno zaštićeno dobro|1937|312624|4996092|djelomično u uporabi
Z-1003|Tvornica duhana|Rovinj|zaštićeno kulturno dobro|1872|272400|4998900|prenamijenjeno`,
    kind: "sites",
    fields: {
      id: "Oznaka dobra",
      name: "Naziv",
      municipality: "Mjesto",
      protection: "Pravni status",
      built_from: "Vrijeme nastanka",
      lon: "HTRS96_E",
      lat: "HTRS96_N",
      reuse_status: "Stanje objekta",
    },
    values: {
      protection: { "zasticeno kulturno dobro": "national", "preventivno zasticeno dobro": "national" },
      reuse_status: { napusteno: "unused", "djelomicno u uporabi": "partial", prenamijenjeno: "reused" },
    },
    crs: "EPSG:3765",
    crsCandidates: ["EPSG:3765"],
  },
  {
    language: "Croatian",
    title: "residents of towns",
    fileName: "popis.csv",
    text: `Grad/općina|Država|Zemljopisna širina|Zemljopisna dužina|Broj stanovnika
Rijeka|Hrvatska|45,3271|14,4422|107.964
Labin|Hrvatska|45,0950|14,1197|10.424
Delnice|Hrvatska|45,4008|14,7989|5.135`,
    kind: "population",
    fields: {
      name: "Grad/općina",
      country: "Država",
      lat: "Zemljopisna širina",
      lon: "Zemljopisna dužina",
      residents: "Broj stanovnika",
    },
    decimalMark: "comma",
  },
  {
    language: "Italian",
    title: "industrial archaeology of a region",
    fileName: "archeologia_industriale.csv",
    text: `Codice bene|Denominazione|Comune|Indirizzo|Est (Gauss-Boaga)|Nord (Gauss-Boaga)|Settore produttivo|Anno di costruzione|Anno dismissione|Stato d'uso|Vincolo
VI01|Filanda A|Schio|Via Roma 1|1683722|5064555|filanda|1861|1967|dismesso|vincolato
VI02|Cartiera B|Lugo|Via Po 2|1694100|5069800|cartiera|1780|1985|riutilizzato|nessuno
VI03|Fornace C|Asolo|Via Brenta 3|1725400|5073900|fornace|1890|1970|abbandonato|non vincolato`,
    kind: "sites",
    fields: {
      id: "Codice bene",
      name: "Denominazione",
      municipality: "Comune",
      lon: "Est (Gauss-Boaga)",
      lat: "Nord (Gauss-Boaga)",
      industry: "Settore produttivo",
      built_from: "Anno di costruzione",
      closed_in: "Anno dismissione",
      reuse_status: "Stato d'uso",
      protection: "Vincolo",
    },
    values: {
      industry: { filanda: "textile", cartiera: "paper_print", fornace: "building_materials" },
      reuse_status: { dismesso: "unused", riutilizzato: "reused", abbandonato: "unused" },
      protection: { vincolato: "national", nessuno: "none", "non vincolato": "none" },
    },
    crs: "EPSG:3003",
    crsCandidates: ["EPSG:3003"],
  },
  {
    language: "Italian",
    title: "businesses, coordinates in one cell",
    fileName: "imprese.csv",
    text: `Partita IVA|Ragione sociale|Attività|Sede legale|Comune|Sito web|Coordinate
01234|Trattoria A|trattoria|Via Roma 1|Schio|www.trattoria-a.it|45,7136; 11,3565
01235|Falegnameria B|falegnameria|Via Po 2|Thiene||45,7071; 11,4797
01236|Museo C|museo|Piazza 3|Schio|https://museo-c.it|45,7150; 11,3600`,
    kind: "actors",
    fields: {
      id: "Partita IVA",
      name: "Ragione sociale",
      category: "Attività",
      address: "Sede legale",
      municipality: "Comune",
      website: "Sito web",
      position: "Coordinate",
    },
    values: { category: { trattoria: "gastronomy", falegnameria: "craft_trade", museo: "museum_heritage" } },
    decimalMark: "comma",
  },
  {
    language: "English",
    title: "export of OpenStreetMap",
    fileName: "export.csv",
    text: `@id|@lat|@lon|name|tourism|addr:street|addr:city|contact:website|check_date
node/1|46.3671|14.1087|Park A|hotel|Cesta 1|Bled|https://park-a.si|2021-05-01
way/2|46.3690|14.1140|Museum B|museum|Cesta 2|Bled||2022
node/3|46.3650|14.1100|Hostel C|hostel|Cesta 3|Bled|http://hostel-c.si|2020`,
    kind: "actors",
    fields: {
      id: "@id",
      lat: "@lat",
      lon: "@lon",
      name: "name",
      category: "tourism",
      address: "addr:street",
      municipality: "addr:city",
      website: "contact:website",
      seen_year: "check_date",
    },
    values: { category: { hotel: "accommodation", museum: "museum_heritage", hostel: "accommodation" } },
  },
  {
    language: "English",
    title: "rooms to let",
    fileName: "rooms.csv",
    text: `Site ID|Room|Floor space|Clear height|Rent per m2|Available from|Contact person
hu-1|Hall 1|445|6.5|3.20|2025-04|A. Person
hu-1|Hall 2|1,250|7|2.80|2025-06-01|A. Person
hu-2|Office|85.5|3|6.50|2025|B. Person`,
    kind: "spaces",
    fields: {
      site_id: "Site ID",
      name: "Room",
      area_m2: "Floor space",
      height_m: "Clear height",
      price_eur_m2_month: "Rent per m2",
      available_from: "Available from",
      contact: "Contact person",
    },
  },
  {
    language: "German",
    title: "events",
    fileName: "termine.csv",
    text: `Veranstaltung|Veranstaltungsart|Veranstaltungsort|Beginn|Ende|Quelle
Tag des offenen Denkmals|Führung|Freiberg|08.09.2024|08.09.2024|https://beispiel.de/1
Zukunftswerkstatt|Workshop|Zwickau|12.10.2024|13.10.2024|https://beispiel.de/2
Messe|Messe|Leipzig|01.03.2025|04.03.2025|https://beispiel.de/3`,
    kind: "activities",
    fields: {
      title: "Veranstaltung",
      type: "Veranstaltungsart",
      place: "Veranstaltungsort",
      date_from: "Beginn",
      date_to: "Ende",
      source_url: "Quelle",
    },
  },
];
