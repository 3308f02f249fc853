import { foldWords } from "./word-index.ts";

/** ISO 3166-1 of Europe and its neighbours: alpha-2, alpha-3, numeric. */
const CODES =
  "AD AND 020,AL ALB 008,AM ARM 051,AT AUT 040,AZ AZE 031,BA BIH 070,BE BEL 056,BG BGR 100,BY BLR 112,CH CHE 756,CY CYP 196,CZ CZE 203,DE DEU 276,DK DNK 208,EE EST 233,ES ESP 724,FI FIN 246,FO FRO 234,FR FRA 250,GB GBR 826,GE GEO 268,GI GIB 292,GR GRC 300,HR HRV 191,HU HUN 348,IE IRL 372,IS ISL 352,IT ITA 380,LI LIE 438,LT LTU 440,LU LUX 442,LV LVA 428,MC MCO 492,MD MDA 498,ME MNE 499,MK MKD 807,MT MLT 470,NL NLD 528,NO NOR 578,PL POL 616,PT PRT 620,RO ROU 642,RS SRB 688,RU RUS 643,SE SWE 752,SI SVN 705,SK SVK 703,SM SMR 674,TR TUR 792,UA UKR 804,VA VAT 336";

const LANGUAGES = ["en", "de", "hu", "sl", "hr", "it"] as const;

/** Names beside those of CLDR: official and older ones, what a country calls itself, and plates of cars where registers use them. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  AT: "Republik Österreich, Republic of Austria, A",
  BA: "Bosnia, BiH, Bosnia Herzegovina",
  BE: "Belgique, België",
  CH: "Suisse, Svizzera, Schweizerische Eidgenossenschaft",
  CZ: "Czech Republic, Tschechische Republik, Cseh Köztársaság, Češka republika, Repubblica Ceca, Česko, Česká republika",
  DE: "Bundesrepublik Deutschland, BRD, Federal Republic of Germany, GER, D",
  DK: "Danmark",
  ES: "España",
  GB: "UK, U.K., Great Britain, England, Scotland, Wales, Großbritannien, Gran Bretagna, Velika Britanija, Nagy-Britannia",
  GR: "EL, Hellas",
  HR: "Republika Hrvatska, Republic of Croatia, RH, CRO",
  HU: "Magyar Köztársaság, Republic of Hungary, H",
  IT: "Repubblica Italiana, Italian Republic, I",
  MK: "Macedonia, Mazedonien",
  NL: "Holland, Olanda, Nederland, Hollandia",
  PL: "Polska, Republic of Poland",
  RO: "România",
  RS: "Srbija, Republika Srbija, Republic of Serbia",
  SI: "Republika Slovenija, Republic of Slovenia, SLO, RS Slovenija",
  SK: "Slovak Republic, Slowakische Republik, Slovensko, Slovenská republika, Slovaška republika",
  TR: "Türkiye, Turkey",
};

let codeByName: ReadonlyMap<string, string> | null = null;

function readNames(): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const alpha2: string[] = [];
  for (const entry of CODES.split(",")) {
    const [two = "", three = "", numeric = ""] = entry.split(" ");
    alpha2.push(two);
    for (const code of [two, three, numeric, String(Number(numeric))]) names.set(foldWords(code), two);
  }
  for (const language of LANGUAGES) {
    const display = new Intl.DisplayNames(language, { type: "region", fallback: "none" });
    for (const code of alpha2) {
      const name = display.of(code);
      if (name !== undefined) names.set(foldWords(name), code);
    }
  }
  for (const [code, list] of Object.entries(OTHER_NAMES)) {
    for (const name of list.split(", ")) names.set(foldWords(name), code);
  }
  return names;
}

/**
 * ISO 3166-1 alpha-2 of a European country by its name in one of the six languages, its alpha-2, alpha-3 or numeric code;
 * `null` for anything else.
 */
export function lookupCountry(text: string): string | null {
  if (text.length > 60) return null;
  codeByName ??= readNames();
  return codeByName.get(text) ?? codeByName.get(foldWords(text)) ?? null;
}
