import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { ENCODINGS, detectEncoding, type EncodingLabel } from "#data/recognise/encoding.ts";
import { encodeText } from "../../../helpers/encode-text.ts";

const TEXTS = {
  "German sentence": "Die frühere Spinnerei steht seit der Schließung leer und könnte für Künstler geöffnet werden.",
  "German names":
    "Zwickau;Würzburg;Schönheide;Annaberg-Buchholz;Görlitz;Großröhrsdorf;Löbau;Mühlhausen;Crimmitschau;Flöha;Köthen",
  "German with marks": "Halle „Süd“ – 1.200 m² Fläche, Miete 4,50 € je m²",
  "a volume": "1.200 m³ Raum, 3½ Geschosse, ¼ genutzt",
  "German volumes": "Fläche 300 m², 1.200 m³; Höhe 6 m, 900 m³; 450 m³",
  "a price": "£500 a month, 20 °C",
  "Hungarian sentence": "A régi bányaépület üresen áll, tetőszerkezete sérült, a műemléki védettség megszűnt.",
  "Hungarian names":
    "Pécs;Komló;Tatabánya;Győr;Székesfehérvár;Hódmezővásárhely;Ózd;Diósgyőr;Mór;Békéscsaba;Fűzfőgyártelep;Kőszeg",
  "Slovenian sentence": "Stara tovarna je že več let opuščena, občina pa išče najemnike za prenovljene prostore.",
  "Slovenian names":
    "Škofja Loka;Tržič;Črnomelj;Idrija;Velenje;Kočevje;Žalec;Brežice;Tolmin;Šoštanj;Hrastnik;Jože Božič",
  "Slovenian trades": "Portorož;Piran;čistilne naprave;tržnica;Turistično združenje Portorož;Bažec",
  "a Slovenian word": "hiša",
  "Slovenian words": "Mandrač;Domačija Benečanka",
  "Croatian sentence":
    "Napuštena tvornica koža smještena je između željezničke pruge i rijeke, a dio već služi građanima.",
  "Croatian names": "Čakovec;Požega;Šibenik;Raša;Labin;Đurđevac;Sisak;Varaždin;Ivanić-Grad;Đakovo;Ozalj;Ivan Kovačić",
  "Italian sentence": "La filanda è dismessa da più di vent'anni, però la città vuole riaprirla con nuove attività.",
  "Italian names":
    "Forlì;Schio;Città di Castello;Valdagno;Santhià;Patù;Cantù;Nardò;Muggiò;Viggiù;Società Anonima Cooperativa",
  "Czech names": "Zlín;Děčín;Žďár nad Sázavou;Třinec;Ústí nad Labem;Přerov;Kroměříž;Liberec;Hradec Králové;Plzeň;Brno",
  "Slovak names": "Banská Bystrica;Košice;Žilina;Trenčín;Prešov;Ružomberok;Topoľčany;Liptovský Mikuláš;Skalica;Rožňava",
  "Polish names":
    "Łódź;Kraków;Wrocław;Poznań;Gdańsk;Częstochowa;Toruń;Zabrze;Rzeszów;Bielsko-Biała;Świdnica;Żory;Chorzów",
} as const;

const cases = Object.entries(TEXTS).flatMap(([name, text]) =>
  ENCODINGS.flatMap((encoding) => {
    const bytes = encodeText(text, encoding);
    return bytes === null ? [] : [{ name, text, encoding, bytes }];
  }),
);

describe("detectEncoding", () => {
  it.each(cases)("reads $name in $encoding", ({ text, bytes }) => {
    const { encoding } = detectEncoding(bytes, true);
    expect(new TextDecoder(encoding).decode(bytes)).toBe(text);
  });

  it.each<[string, readonly number[], EncodingLabel]>([
    ["UTF-8", [0xef, 0xbb, 0xbf, 0x61], "utf-8"],
    ["UTF-16, low byte first", [0xff, 0xfe, 0x61, 0], "utf-16le"],
    ["UTF-16, high byte first", [0xfe, 0xff, 0, 0x61], "utf-16be"],
  ])("takes the byte order mark of %s as certain", (_, bytes, encoding) => {
    expect(detectEncoding(Uint8Array.from(bytes), false)).toEqual({ encoding, certain: true });
  });

  it("is certain of UTF-8 whose last character is cut at the end of a part, not of the text", () => {
    const cut = encodeText("Pécs, Győ", "utf-8")!.subarray(0, -1);
    expect(detectEncoding(cut, false)).toEqual({ encoding: "utf-8", certain: true });
    expect(detectEncoding(cut, true).encoding).not.toBe("utf-8");
  });

  it("is certain of ASCII only where the text ends with it", () => {
    const ascii = encodeText("id;name\r\n1;Schio", "utf-8")!;
    expect(detectEncoding(ascii, true)).toEqual({ encoding: "utf-8", certain: true });
    expect(detectEncoding(ascii, false)).toEqual({ encoding: "utf-8", certain: false });
  });

  it("is not certain of a one-byte encoding", () => {
    expect(detectEncoding(encodeText("Škofja Loka", "windows-1250")!, true)).toEqual({
      encoding: "windows-1250",
      certain: false,
    });
  });

  it("takes nothing for UTF-8", () => {
    expect(detectEncoding(new Uint8Array(), true)).toEqual({ encoding: "utf-8", certain: true });
  });

  const derived = path.resolve(import.meta.dirname, "../../../../../shared/testdata/importer/derived");
  describe.skipIf(!existsSync(derived))("on the shared files (skipped where they are absent)", () => {
    it.each<[string, EncodingLabel]>([
      ["towns_cp1250_semicolon_decimalcomma.csv", "windows-1250"],
      ["towns_iso8859-2_semicolon_decimalcomma.csv", "iso-8859-2"],
      ["towns_it_de_utf8bom_swapped_latlon.csv", "utf-8"],
    ])("%s", (file, encoding) => {
      const bytes = readFileSync(path.join(derived, file));
      expect(detectEncoding(bytes, true).encoding).toBe(encoding);
      expect(detectEncoding(bytes.subarray(0, 1000), false).encoding).toBe(encoding);
    });
  });
});
