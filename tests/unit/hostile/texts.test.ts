import { afterEach, describe, expect, it } from "vitest";
import type { SiteTable } from "#domain/site/site.ts";
import { spreadsheetText } from "#data/export/csv-layer.ts";
import { readProject } from "#data/project/read-project.ts";
import { PROJECT_MEMBER } from "#data/project/project.ts";
import { MOST } from "#domain/limits.ts";
import { readConceptText } from "#domain/options/concept-text.ts";
import { readWhatIf } from "#domain/what-if/what-if-text.ts";
import { readLink } from "#state/link-codec.ts";
import { DEFAULT_VIEW } from "#state/view-store.ts";
import { linkAttributes, webAddress } from "#state/web-address.ts";
import { attributionLines } from "../../../src/map/attribution-lines.ts";
import { archiveOf, bomb } from "../../helpers/hostile/archives.ts";
import { deepLists } from "../../helpers/hostile/geometries.ts";
import { codesOf, importBytes } from "../../helpers/hostile/import-bytes.ts";
import { BAD_LINKS, FORMULAS, INVISIBLE, OBJECT_NAMES, pollution, SCRIPTS } from "../../helpers/hostile/texts.ts";

afterEach(() => {
  expect(pollution()).toBeNull();
});

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const tableOf = (texts: readonly string[], column = "name") =>
  `id,${column === "name" ? "" : "name,"}${column},lon,lat\n${texts.map((text, at) => `${String(at)},${column === "name" ? "" : "Mill,"}${quoted(text)},14.${String(at)},46`).join("\n")}\n`; // prettier-ignore

async function sitesOf(csv: string): Promise<{ readonly sites: SiteTable; readonly codes: readonly string[] }> {
  const imported = await importBytes("a.csv", csv, { kind: "sites" });
  if (imported.kind !== "read") throw new Error(codesOf(imported).join());
  return { sites: imported.records as never, codes: codesOf(imported) };
}

describe("links", () => {
  it.each(BAD_LINKS)("%j is no link", (text) => {
    expect(webAddress(text)).toBeNull();
  });

  it("lead to pages and mail alone, and tell nothing", () => {
    expect(linkAttributes(webAddress("HTTPS://Example.org/a")!)).toEqual({
      href: "https://example.org/a",
      target: "_blank",
      rel: "noopener noreferrer",
    });
    expect(linkAttributes(webAddress("mailto:a@example.org?bcc=b@example.org&body=x")!)).toEqual({
      href: "mailto:a@example.org",
      rel: "noopener noreferrer",
    });
  });

  it("of a file are left out where they are none, and told", async () => {
    const { sites, codes } = await sitesOf(tableOf(BAD_LINKS, "website"));
    expect(sites.website.filter((address) => address !== null)).toEqual([]);
    expect(codes).toContain("not-a-web-address");
  });
});

describe("texts of a file", () => {
  it("that are markup stay the texts that they are", async () => {
    const { sites } = await sitesOf(tableOf(SCRIPTS));
    expect(sites.name).toEqual([...SCRIPTS]);
  });

  it("lose what is not seen in them, which is told", async () => {
    const { sites, codes } = await sitesOf(tableOf(INVISIBLE));
    expect(sites.name).toEqual(["milllivro.exe", "abc", "zerowidth", "wordjoiner", "bell", "letter"]);
    expect(codes).toContain("hidden-characters");
  });

  it("keep the signs of a wrong encoding, which are told as that", async () => {
    const { sites, codes } = await sitesOf(tableOf(["Ma\u009Einec", "Mill"]));
    expect(sites.name).toEqual(["Ma\u009Einec", "Mill"]);
    expect(codes).toEqual(["misread"]);
  });

  it("are guarded where a spreadsheet would compute them", () => {
    const [, ...lines] = spreadsheetText([["name"], ...FORMULAS.map((text) => [text])]).split("\r\n");
    expect(lines.filter((line) => /^"?[=+\-@\t\r＝＋－＠]/.test(line))).toEqual([]);
  });

  it("read the same again when they were guarded", async () => {
    const csv = spreadsheetText([["id", "name", "lon", "lat"], ...FORMULAS.map((text, at) => [String(at), text, `14.${String(at)}`, "46"])]); // prettier-ignore
    const { sites } = await sitesOf(csv);
    expect(sites.name).toEqual(FORMULAS.map((text) => text.replace("\r", "\n")));
  });
});

describe("names that every object has", () => {
  it.each(OBJECT_NAMES)("%s is a name as any other", async (name) => {
    const csv = `id,name,country,status,lon,lat,${quoted(name)}\n${quoted(name)},${quoted(name)},SI,${quoted(name)},14,46,${quoted(name)}\n`;
    const { sites } = await sitesOf(csv);
    expect(sites.id).toEqual([name]);
    expect(sites.name).toEqual([name]);
    expect(sites.reuseStatus).toEqual(["unknown"]);
    const geojson = `{"type":"FeatureCollection","features":[{"type":"Feature","id":${JSON.stringify(name)},"geometry":{"type":"Point","coordinates":[14,46]},"properties":{"name":"a",${JSON.stringify(name)}:{"polluted":"yes","toString":1}}}]}`;
    const imported = await importBytes("a.geojson", geojson, { kind: "sites" });
    expect(imported.kind).toBe("read");
    const kml = `<kml xmlns="http://www.opengis.net/kml/2.2"><Placemark id="a"><name>a</name><ExtendedData><Data name="${name}"><value>x</value></Data></ExtendedData><Point><coordinates>14,46</coordinates></Point></Placemark></kml>`;
    expect((await importBytes("a.kml", kml, { kind: "sites" })).kind).toBe("read");
  });
});

describe("hostile links of the page", () => {
  it.each([...OBJECT_NAMES, ...SCRIPTS])(
    "%s as name and as value of everything changes nothing but what it may",
    (text) => {
      const keys = [
        "site",
        "sort",
        "color",
        "country",
        "status",
        "hide",
        "room",
        "concept",
        "lang",
        "polygon",
        "map",
        text,
      ];
      for (const key of keys) {
        const { view } = readLink(`?${encodeURIComponent(key)}=${encodeURIComponent(text)}`);
        expect(Object.keys(view).sort()).toEqual(Object.keys(DEFAULT_VIEW).sort());
      }
      expect(readConceptText("own-a" as never, text)).toBeNull();
      expect(readWhatIf(text).hypotheticals).toEqual([]);
    },
  );

  it("are not read where they are too long", () => {
    const long = `?q=${"a".repeat(MOST.link)}`;
    const { view, issues } = readLink(long, MOST.link);
    expect(view).toBe(DEFAULT_VIEW);
    expect(issues).toMatchObject([{ code: "over-limit", params: { what: "link", most: MOST.link } }]);
    expect(readLink(long).view.filters.text).toHaveLength(MOST.link);
  });

  it("tell of a hundred faults, however many there are", () => {
    const { issues } = readLink(`?${Array.from({ length: 5000 }, (_, at) => `x${String(at)}=1`).join("&")}`);
    expect(issues).toHaveLength(100);
  });
});

describe("hostile projects", () => {
  const project = (description: string, parts: Readonly<Record<string, string>> = {}) =>
    readProject(new Blob([archiveOf({ [PROJECT_MEMBER]: description, ...parts })]), "a.atlas.zip");

  it("are refused where they are too deep", async () => {
    expect((await project(`{"format":1,"tables":${deepLists(100_000)}}`)).issues).toMatchObject([
      { code: "over-limit", params: { what: "depth" } },
    ]);
  });

  it("are refused where they have tables without number", async () => {
    const tables = JSON.stringify(Array.from({ length: MOST.layers + 1 }, () => ({})));
    expect((await project(`{"format":1,"tables":${tables}}`)).issues).toMatchObject([
      { code: "over-limit", params: { what: "layers" } },
    ]);
  });

  it("are refused where they are bombs", async () => {
    const { project: read, issues } = await readProject(new Blob([bomb(30)]), "a.atlas.zip");
    expect(read).toBeNull();
    expect(issues).toMatchObject([{ code: "over-limit", params: { what: "packing" } }]);
  });

  it("change no object by their names", async () => {
    const edit = '["__proto__",{"polluted":1}]';
    const { project: read } = await project(
      `{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"format":1,"tables":[{"file":"__proto__","__proto__":{"polluted":1}}],"edits":{"sites":[${edit}],"actors":[${edit}],"concepts":[${edit}]},"mappings":[{"key":"__proto__","mapping":{"__proto__":{"polluted":1}}}]}`,
    );
    expect(read?.tables).toEqual([]);
    expect(read?.edits.sites.size).toBe(0);
  });
});

describe("credits in the map's corner, which are markup there", () => {
  it.each(SCRIPTS)("%s holds none", (attribution) => {
    const [line] = attributionLines([{ id: "a", title: "", licence: "", licenceUrl: "", url: "", date: null, attribution }], [{ attribution }]); // prettier-ignore
    expect(line).not.toMatch(/[<>]/);
  });
});
