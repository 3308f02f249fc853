import { describe, expect, it } from "vitest";
import { TABLE_COLUMNS } from "#domain/ingest/columns.ts";
import { lookupCountry } from "#data/recognise/country-names.ts";
import { lookupWord, nearestWord } from "#data/recognise/vocabulary-words.ts";

describe("lookupWord", () => {
  it("knows every value of every vocabulary by itself, with blanks too", () => {
    for (const { name, vocabulary } of Object.values(TABLE_COLUMNS).flat()) {
      for (const value of vocabulary ?? []) {
        expect([name, value, lookupWord(name, value)]).toEqual([name, value, value]);
        expect([name, value, lookupWord(name, value.replaceAll("_", " ").toUpperCase())]).toEqual([name, value, value]);
      }
    }
  });

  it.each([
    ["leerstehend", "unused"],
    ["Leerstehende Halle", "unused"],
    ["steht leer", "unused"],
    ["használaton kívül", "unused"],
    ["HASZNALATON KIVULI", "unused"],
    ["opuščeno", "unused"],
    ["zapuščena", "unused"],
    ["dismesso", "unused"],
    ["Dismessa", "unused"],
    ["napušteno", "unused"],
    ["teilweise genutzt", "partial"],
    ["teilweise leerstehend", "partial"],
    ["részben hasznosított", "partial"],
    ["delno v uporabi", "partial"],
    ["Umnutzung", "reused"],
    ["rifunzionalizzato", "reused"],
    ["prenamijenjeno", "reused"],
    ["újrahasznosított", "reused"],
    ["in Betrieb", "in_operation"],
    ["működő", "in_operation"],
    ["abgerissen", "lost"],
    ["lebontva", "lost"],
    ["porušeno", "lost"],
    ["demolita", "lost"],
    ["Zwischennutzung", "interim"],
    ["felújítás alatt", "planned"],
    ["k. A.", "unknown"],
    ["nicht genutzt", "unused"],
    ["nicht leerstehend", null],
    ["leerstehend, Abriss", null],
    ["Zwickau", null],
    ["", null],
  ])("reads the status %j as %s", (text, value) => {
    expect(lookupWord("reuse_status", text)).toBe(value);
  });

  it.each([
    ["industry", "Baumwollspinnerei", "textile"],
    ["industry", "Steinkohlenbergwerk", "mining"],
    ["industry", "ehemaliges Bergwerk", null],
    ["industry", "szénbánya", "mining"],
    ["industry", "rudnik živega srebra", "mining"],
    ["industry", "filanda", "textile"],
    ["industry", "tvornica duhana", "tobacco"],
    ["industry", "opekarna", "building_materials"],
    ["industry", "Bergwerk und Brauerei", null],
    ["industry", "man_made=water_tower", "water"],
    ["industry", "for sale", null],
    ["industry", "sol", "salt"],
    ["industry", "Costa del Sol", null],
    ["protection", "műemlék", "national"],
    ["protection", "helyi védelem", "regional"],
    ["protection", "spomenik lokalnega pomena", "regional"],
    ["protection", "Kulturdenkmal", "regional"],
    ["protection", "vincolato", "national"],
    ["protection", "non vincolato", "none"],
    ["protection", "Zaštićeno kulturno dobro", "national"],
    ["protection", "UNESCO-Welterbe", "unesco"],
    ["coord_precision", "hausgenau", "building"],
    ["coord_precision", "comune", "settlement"],
    ["heritage_class", "Technisches Denkmal", "industrial"],
    ["heritage_class", "nicht industriell", "not_industrial"],
    ["sector", "Kultur- und Kreativwirtschaft", "creative"],
    ["sector", "kereskedelem", "trade"],
    ["sector", "servizi", "service"],
    ["sector", "restaurant", "service"],
    ["sector", "shop=bakery", "trade"],
    ["sector", "Volkshochschule", "service"],
    ["category", "étterem", "gastronomy"],
    ["category", "gostilna", "gastronomy"],
    ["category", "ljekarna", "health_social"],
    ["category", "Heimatmuseum", "museum_heritage"],
    ["category", "museo", "museum_heritage"],
    ["category", "coworking_space", "coworking_makerspace"],
    ["category", "hairdresser", "repair_personal"],
    ["category", "I55", "accommodation"],
    ["category", "47.11 Einzelhandel mit Waren", "retail_food"],
    ["category", "62.01", "software_games"],
    ["category", "1955", null],
    ["category", "47.4979", null],
  ])("reads the %s %j as %s", (field, text, value) => {
    expect(lookupWord(field, text)).toBe(value);
  });

  it("knows no words of fields without a vocabulary, and says nothing of long texts", () => {
    expect(lookupWord("name", "leerstehend")).toBeNull();
    expect(lookupWord("reuse_status", "leerstehend ".repeat(20))).toBeNull();
  });
});

describe("nearestWord", () => {
  it.each([
    ["reuse_status", "leerstehnd", "unused"],
    ["reuse_status", "unusd", "unused"],
    ["reuse_status", "in betrib", "in_operation"],
    ["industry", "bergbua", "mining"],
    ["category", "restaurnt", "gastronomy"],
    ["reuse_status", "Zwickau", null],
    ["reuse_status", "x", null],
    ["name", "leerstehnd", null],
  ])("proposes for the %s %j %s", (field, text, value) => {
    expect(nearestWord(field, text)).toBe(value);
  });
});

describe("on a million rows", () => {
  it("says of 20 000 different unknown texts in a second or two what they are nearly", () => {
    const start = performance.now();
    for (let index = 0; index < 20_000; index++) nearestWord("category", `Name der Firma ${String(index)}`);
    expect(performance.now() - start).toBeLessThan(4000);
  });
});

describe("lookupCountry", () => {
  it.each([
    ["Deutschland", "DE"],
    ["NĚMECKO", null],
    ["Németország", "DE"],
    ["Nemčija", "DE"],
    ["Njemačka", "DE"],
    ["Germania", "DE"],
    ["Magyarország", "HU"],
    ["Ungheria", "HU"],
    ["Slovenia", "SI"],
    ["Republika Hrvatska", "HR"],
    ["HRVATSKA", "HR"],
    ["Italien", "IT"],
    ["ITA", "IT"],
    ["svn", "SI"],
    ["276", "DE"],
    ["040", "AT"],
    ["40", "AT"],
    ["de", "DE"],
    ["UK", "GB"],
    ["Tschechien", "CZ"],
    ["Zwickau", null],
    ["", null],
  ])("%j is %s", (text, code) => {
    expect(lookupCountry(text)).toBe(code);
  });
});
