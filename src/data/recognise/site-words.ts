import type { WordList } from "./word-index.ts";

const UNKNOWN = [
  "unknown, not known, not stated, n/a, na, tbd, to be checked, null, none given",
  "unbekannt, k. A., keine Angabe, keine Angaben, nicht bekannt, unklar, ungeklärt",
  "ismeretlen, nem ismert, nincs adat, n. a.",
  "neznano, ni znano, ni podatka, ni podatkov",
  "nepoznato, nije poznato, nema podataka, nema podatka",
  "sconosciuto, non noto, ignoto, n.d., nd, non disponibile, non definito, non rilevato",
] as const;

export const STATUS_WORDS: WordList = {
  unused: [
    "unused, vacant, empty, derelict, abandoned, disused, idle, not in use, no use, out of use, ruin, ruins, ruined, vacancy",
    "leerstehend*, leer, Leerstand, leer stehend, steht leer, ungenutzt*, nicht genutzt, unbenutzt, ohne Nutzung, brachliegend*, brach, Brache, Industriebrache, verfallen, verlassen, aufgelassen, Ruine, ruinös",
    "használaton kívül, használaton kívüli, nincs használatban, üres, üresen áll, üresen álló, elhagyott, elhagyatott, használatlan, kihasználatlan, nem használt, nem használják, romos, rom, felhagyott, funkció nélküli, funkció nélkül, hasznosítatlan",
    "opuščen*, zapuščen*, prazen, prazna, prazno, neuporabljen*, ni v uporabi, ni v rabi, brez rabe, brez namembnosti, izpraznjen*, nezaseden*, razvalina, ruševina, neizkoriščen*",
    "napušten*, prazan, prazna, prazno, neiskorišten*, nekorišten*, izvan uporabe, van uporabe, van upotrebe, izvan funkcije, nije u uporabi, nije u funkciji, zapušten*, ruševina, ruševno, bez namjene",
    "dismess*, abbandonat*, inutilizzat*, non utilizzat*, non utilizzato, non utilizzata, vuoto, vuota, in disuso, sfitto, in abbandono, stato di abbandono, in stato di abbandono, rudere, diroccato, diroccata, non in uso",
  ],
  planned: [
    "planned, proposed, in planning, planned reuse, under construction, under renovation, under restoration, under conversion, construction, project",
    "geplant*, in Planung, vorgesehen*, im Umbau, in Umbau, im Bau, in Bau, in Sanierung, wird saniert, wird umgebaut, Umbau geplant, Nachnutzung geplant, Umnutzung geplant",
    "tervezett, tervezés alatt, tervben, felújítás alatt, átalakítás alatt, építés alatt, előkészítés alatt",
    "načrtovan*, predviden*, v načrtu, v prenovi, v obnovi, v gradnji, v pripravi",
    "planiran*, u planu, predviđen*, u obnovi, u izgradnji, u pripremi, u rekonstrukciji",
    "previst*, in progetto, progettat*, pianificat*, in ristrutturazione, in restauro, in costruzione, in fase di progetto, riuso previsto",
  ],
  interim: [
    "interim, temporary, temporary use, interim use, meanwhile use, meanwhile, pop-up, in interim use, temporarily used",
    "Zwischennutzung, zwischengenutzt, temporär, temporäre Nutzung, vorübergehend, vorübergehend genutzt, Interimsnutzung",
    "ideiglenes, ideiglenes használat, ideiglenes hasznosítás, átmeneti, átmeneti hasznosítás, átmeneti használat, ideiglenesen hasznosított",
    "začasno, začasna raba, začasna uporaba, v začasni rabi",
    "privremeno, privremena uporaba, privremeno korištenje, privremena namjena",
    "temporaneo, uso temporaneo, provvisorio, uso provvisorio, riuso temporaneo, utilizzo temporaneo",
  ],
  partial: [
    "partial, partially, partly, partly used, partially used, partly reused, partially reused, partly in use, partly vacant, partially vacant",
    "teilweise, teilweise genutzt, teilgenutzt, Teilnutzung, teilweise leerstehend, zum Teil genutzt, z. T. genutzt, teils genutzt, teilweise umgenutzt, teilweise Leerstand, Teilleerstand",
    "részben, részleges, részben használt, részben hasznosított, részben üres, részlegesen hasznosított, részben használatban",
    "delno, delno v uporabi, delno uporabljeno, delno opuščeno, delno prenovljeno, delno v rabi, delno prazno",
    "djelomično, djelomice, djelomično u uporabi, djelomično korišteno, djelomično napušteno, djelomično u funkciji",
    "parziale, parzialmente, parzialmente utilizzato, parzialmente riutilizzato, parzialmente dismesso, in parte riutilizzato, in parte utilizzato, in parte dismesso, riuso parziale, parzialmente recuperato",
  ],
  reused: [
    "reused, re-used, reuse, converted, repurposed, adaptive reuse, adaptively reused, redeveloped, refurbished and reused, new use",
    "umgenutzt*, nachgenutzt*, wiedergenutzt, Umnutzung, Nachnutzung, neu genutzt, neue Nutzung, umgewidmet, Wiedernutzung",
    "újrahasznosított, hasznosított, újrahasznosítva, hasznosítva, átalakított, új funkció, új funkcióval, rehabilitált",
    "ponovno uporabljen*, ponovna raba, ponovna uporaba, nova namembnost, nova raba, prenovljeno in v rabi, preurejen*",
    "prenamijenjen*, prenamjena, nova namjena, u novoj funkciji, ponovno korišteno, ponovna uporaba, revitalizirano",
    "riutilizzat*, rifunzionalizzat*, riconvertit*, riqualificat*, recuperato e riutilizzato, riuso, nuova destinazione, nuova funzione, recuperat*",
  ],
  in_operation: [
    "in operation, operating, operational, active, working, still working, in original use, producing",
    "in Betrieb, betrieben, aktiv, produzierend, produziert, in ursprünglicher Nutzung, laufender Betrieb",
    "üzemel, üzemelő, működik, működő, aktív, üzemben, termel, eredeti funkció",
    "v obratovanju, obratuje, deluje, delujoč*, aktivno, aktiven, aktivna, v izvorni rabi",
    "u pogonu, u radu, aktivno, aktivan, aktivna, u funkciji, u izvornoj funkciji, radi",
    "in funzione, attivo, attiva, in attività, in esercizio, operativo, operativa, funzionante",
  ],
  lost: [
    "lost, demolished, destroyed, razed, gone, removed, no longer extant, dismantled",
    "abgerissen*, abgebrochen*, abgetragen*, zerstört*, Abriss, Abbruch, abgegangen, nicht mehr vorhanden, nicht erhalten, verloren, beseitigt",
    "lebontott, lebontva, lebontották, elbontva, elbontott, bontott, megsemmisült, elpusztult, megszűnt épület",
    "porušen*, podrt*, odstranjen*, uničen*, ne obstaja več, ne obstaja",
    "srušen*, porušen*, uklonjen*, uništen*, ne postoji, više ne postoji",
    "demolit*, distrutt*, abbattut*, scompars*, perdut*, non più esistente, non esistente",
  ],
  unknown: UNKNOWN,
};

export const HERITAGE_WORDS: WordList = {
  industrial: [
    "industrial, industrial heritage, industrial monument, industrial site, industrial building, industrial architecture",
    "industriell*, Industriedenkmal, Industriekultur, Industrieerbe, Industriebau, industrielles Erbe, technisches Denkmal, Technikdenkmal, Industrieanlage",
    "ipari, ipari örökség, ipari műemlék, ipari emlék, ipartörténeti emlék, ipari épület, műszaki emlék",
    "industrijska dediščina, industrijski, industrijska, industrijsko, tehniška dediščina, tehniški spomenik, tehnična dediščina",
    "industrijska baština, industrijski, industrijska, industrijska arhitektura, tehnička baština, industrijsko naslijeđe",
    "industriale, patrimonio industriale, archeologia industriale, sito industriale, edificio industriale",
  ],
  related: [
    "related, related to industry, associated, industry-related",
    "verwandt, industriebezogen, zugehörig, im Umfeld der Industrie",
    "kapcsolódó, iparhoz kapcsolódó",
    "povezano, povezano z industrijo, sorodno",
    "povezano, povezano s industrijom, srodno",
    "correlato, collegato, connesso all'industria",
  ],
  not_industrial: [
    "not industrial, non-industrial, other heritage",
    "nicht industriell, nichtindustriell, kein Industriedenkmal",
    "nem ipari",
    "ni industrijska, neindustrijsko, neindustrijska",
    "nije industrijska, neindustrijsko, neindustrijska",
    "non industriale, nessun carattere industriale",
  ],
  unknown: UNKNOWN,
};

export const PROTECTION_WORDS: WordList = {
  unesco: [
    "unesco, world heritage, unesco world heritage, world heritage site, whs",
    "Welterbe, Weltkulturerbe, UNESCO-Welterbe, UNESCO-Weltkulturerbe, Welterbestätte",
    "világörökség, UNESCO világörökség, világörökségi",
    "svetovna dediščina, Unescova svetovna dediščina",
    "svjetska baština, UNESCO svjetska baština",
    "patrimonio mondiale, patrimonio dell'umanità, patrimonio unesco, sito unesco",
  ],
  national: [
    "national, nationally protected, listed, listed building, national monument, state protected",
    "national, national geschützt, Bundesdenkmal, bundesweit geschützt",
    "műemlék*, országos, országosan védett, műemléki védelem, műemléki védettség, nyilvántartott műemlék, országos védettség",
    "spomenik državnega pomena, državni spomenik, kulturni spomenik državnega pomena, državnega pomena, kulturni spomenik državnega pomena kspdp",
    "zaštićeno kulturno dobro, kulturno dobro nacionalnog značenja, nacionalnog značenja, nacionalno, zaštićeno, preventivno zaštićeno, preventivno zaštićeno dobro, kulturno dobro",
    "nazionale, vincolo, vincolato, vincolata, bene vincolato, bene tutelato, tutelato, tutelata, dlgs 42 2004, vincolo monumentale, vincolo diretto",
  ],
  regional: [
    "regional, local, locally listed, locally protected, regionally protected, municipal, protected by the land",
    "regional, Denkmal, Kulturdenkmal, Baudenkmal, Einzeldenkmal, Denkmalschutz, unter Denkmalschutz, denkmalgeschützt*, Ensembleschutz, eingetragenes Denkmal, Kulturdenkmal nach Landesrecht, Landesdenkmal, Sachgesamtheit",
    "helyi, helyi védelem, helyi védettség, helyi védett, helyileg védett, helyi védelem alatt, önkormányzati védelem, megyei",
    "spomenik lokalnega pomena, kulturni spomenik lokalnega pomena, lokalnega pomena, lokalno",
    "dobro lokalnog značenja, kulturno dobro lokalnog značenja, lokalnog značenja, lokalno, lokalna zaštita",
    "regionale, locale, vincolo regionale, comunale, tutela regionale, tutela comunale",
  ],
  none: [
    "none, no, not protected, unprotected, not listed, no protection",
    "kein, keiner, keine, nein, ohne, nicht geschützt, ungeschützt, kein Schutz, kein Denkmal, ohne Schutz, kein Denkmalschutz",
    "nincs, nem, nem védett, védettség nélkül, nem műemlék, nincs védelem",
    "ne, ni zaščiten, ni zaščitena, ni zaščiteno, nezaščiten*, brez, brez varstva, ni varovano, brez zaščite",
    "ne, nije zaštićen, nije zaštićeno, nije zaštićena, nezaštićen*, bez zaštite",
    "nessuno, nessuna, nessun vincolo, non tutelato, non vincolato, assente, nessuna tutela",
  ],
  unknown: UNKNOWN,
};

export const PRECISION_WORDS: WordList = {
  building: [
    "building, exact, rooftop, building level, entrance",
    "Gebäude, hausgenau, gebäudescharf, gebäudegenau, punktgenau, exakt, genau",
    "épület, pontos, épület pontos",
    "stavba, natančno, natančna, točna",
    "zgrada, točno, točna, precizno",
    "edificio, esatto, esatta, preciso, precisa",
  ],
  address: [
    "address, street address, house number, house, interpolated",
    "Adresse, Hausnummer, adressgenau, Anschrift",
    "cím, házszám",
    "naslov, hišna številka",
    "adresa, kućni broj",
    "indirizzo, civico, numero civico",
  ],
  site: [
    "site, area, parcel, plot, premises, compound, street",
    "Areal, Gelände, Grundstück, Flurstück, Standort",
    "telek, terület, helyszín, ingatlan, helyrajzi szám",
    "parcela, območje, zemljišče, lokacija",
    "čestica, područje, zemljište, lokacija, katastarska čestica",
    "sito, particella, area, lotto",
  ],
  settlement: [
    "settlement, town, village, city, municipality, place, centroid, locality, approximate, postcode, zip",
    "Ort, Ortschaft, Stadt, Gemeinde, Ortsmitte, Ortsteil, ungefähr, PLZ, Ortskern",
    "település, község, város, falu, hozzávetőleges",
    "naselje, kraj, mesto, občina, približno",
    "naselje, mjesto, grad, općina, približno",
    "comune, località, paese, centro abitato, approssimativo, cap",
  ],
  unknown: UNKNOWN,
};
