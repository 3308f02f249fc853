import type { AskedArea } from "#domain/workspace/table.ts";
import { MUSEUM, SITE_CLASSES } from "./site-classes.ts";

export type AskedBox = Extract<AskedArea, { readonly kind: "box" }>;

/** Items of one answer. */
export const PAGE_SIZE = 500;

/** After the wanted language, the one most items are named in, then names of no language, then those of the region. */
const FALLBACKS = ["en", "mul", "de", "it", "hu", "sl", "hr", "cs", "pl", "sk", "fr", "nl", "sr", "ro", "es"];

/** Years stated more exactly than a decade: what is stated for a century has a year in it that means nothing. */
const YEAR_PRECISION = 9;

/**
 * SPARQL for the items of the site classes inside a box, one row an item, in the order of their addresses, from a place in
 * it on.
 * @param language ISO 639-1
 */
export function sitesQuery({ west, south, east, north }: AskedBox, language: string, offset: number): string {
  const languages = [language, ...FALLBACKS.filter((other) => other !== language)];
  return `PREFIX wd: <http://www.wikidata.org/entity/>
PREFIX wdt: <http://www.wikidata.org/prop/direct/>
PREFIX p: <http://www.wikidata.org/prop/>
PREFIX psv: <http://www.wikidata.org/prop/statement/value/>
PREFIX wikibase: <http://wikiba.se/ontology#>
PREFIX bd: <http://www.bigdata.com/rdf#>
PREFIX geo: <http://www.opengis.net/ont/geosparql#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT ?item ?itemLabel ?point ?classes ?kinds ?kindLabel ?country ?townLabel ?from ?to ?listings ?listingLabel ?states ?museum ?page WHERE {
  {
    SELECT ?item (SAMPLE(?at) AS ?point) (GROUP_CONCAT(DISTINCT STR(?class); SEPARATOR=" ") AS ?classes)
      (SAMPLE(?type) AS ?kind) (GROUP_CONCAT(DISTINCT COALESCE(?typeWord, ""); SEPARATOR="|") AS ?kinds) (SAMPLE(?code) AS ?country)
      (SAMPLE(?place) AS ?town) (MIN(?inception) AS ?from) (MAX(?end) AS ?to)
      (GROUP_CONCAT(DISTINCT COALESCE(STR(?designation), ""); SEPARATOR=" ") AS ?listings) (SAMPLE(?designation) AS ?listing)
      (GROUP_CONCAT(DISTINCT COALESCE(?stateWord, ""); SEPARATOR="|") AS ?states) (COUNT(?exhibit) > 0 AS ?museum) (SAMPLE(?site) AS ?page)
    WHERE {
      SERVICE wikibase:box {
        ?item wdt:P625 ?at .
        bd:serviceParam wikibase:cornerSouthWest "Point(${degrees(west)} ${degrees(south)})"^^geo:wktLiteral .
        bd:serviceParam wikibase:cornerNorthEast "Point(${degrees(east)} ${degrees(north)})"^^geo:wktLiteral .
      }
      VALUES ?class { ${SITE_CLASSES.map(({ item }) => `wd:${item}`).join(" ")} }
      ?item wdt:P31 ?type .
      ?type wdt:P279* ?class .
      OPTIONAL { ?type rdfs:label ?typeWord . FILTER(LANG(?typeWord) = "en") }
      OPTIONAL { ?item wdt:P17/wdt:P297 ?code }
      OPTIONAL { ?item wdt:P131 ?place }
      OPTIONAL { ?item p:P571/psv:P571 [ wikibase:timeValue ?inception ; wikibase:timePrecision ?fromExact ] . FILTER(?fromExact >= ${String(YEAR_PRECISION)}) }
      OPTIONAL { ?item p:P576/psv:P576 [ wikibase:timeValue ?end ; wikibase:timePrecision ?toExact ] . FILTER(?toExact >= ${String(YEAR_PRECISION)}) }
      OPTIONAL { ?item wdt:P1435 ?designation }
      OPTIONAL { ?item wdt:P5816|wdt:P5817 ?state . ?state rdfs:label ?stateWord . FILTER(LANG(?stateWord) = "en") }
      OPTIONAL { ?item wdt:P31 ?exhibit . ?exhibit wdt:P279* wd:${MUSEUM} }
      OPTIONAL { ?item wdt:P856 ?site }
    }
    GROUP BY ?item
    ORDER BY ?item
    LIMIT ${String(PAGE_SIZE)}
    OFFSET ${String(offset)}
  }
  SERVICE wikibase:label { bd:serviceParam wikibase:language "${languages.join(",")}" . }
}`;
}

/** Never with an exponent, which the literal does not know. */
function degrees(value: number): string {
  return value.toFixed(7).replace(/\.?0+$/, "");
}
