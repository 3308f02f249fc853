import { describe, expect, it } from "vitest";
import { writeInvitations, type InvitationExport } from "#data/export/invitation-file.ts";
import { isExport } from "#data/export/is-export.ts";
import { readText } from "#data/ingest/read-file.ts";
import { MILL_OF_SOUNDS } from "../../../helpers/concept.ts";
import { datasetOf } from "../../../helpers/dataset.ts";

const sites = (await readText("sites", "id,name,lon,lat\nmill,Ő mill,14.75,45.35\n", "sites.csv")).records;
const actors = (
  await readText(
    "actors",
    `id,name,lon,lat,sector,category,website,source_url
a,Ann's choir,14.751,45.351,creative,music,https://choir.example,https://a.example
b,'=HYPERLINK("x"),14.76,45.36,creative,music,,https://b.example
c,Cellar,14.77,45.36,service,gastronomy,,`,
    "actors.csv",
  )
).records;

const list: InvitationExport = {
  dataset: datasetOf(sites, actors),
  concept: MILL_OF_SOUNDS,
  site: 0,
  invitations: [
    { actor: 1, distanceMeters: 1234.5678, needs: [0] },
    { actor: 0, distanceMeters: 2000, needs: [0, 1] },
  ],
  needWords: ["2 actors", "1 room, large"],
  title: "Whom to invite",
  link: "https://atlas.example/?v=1",
  appVersion: "0.1.0",
};

describe("an invitation list", () => {
  it("as CSV holds names, distance, web pages and needs, guarded against formulas", async () => {
    const { blob, fileName } = await writeInvitations(list, "csv-spreadsheet");
    expect(fileName).toBe("refresh-atlas_invite_o-mill_mill-of-sounds_2-actors-spreadsheet.csv");
    const text = await blob.text();
    const [head = "", first = "", second = "", ...rest] = text.split("\r\n");
    expect(rest).toEqual([""]);
    const columns = head.replace("\uFEFF", "").split(",");
    expect(columns).toEqual(expect.arrayContaining(["name", "website", "source_url", "distance_m", "invited_for"]));
    expect(first).toContain(`"'=HYPERLINK(""x"")"`);
    expect(first).toContain(",1234.568,2 actors,Mill of sounds,mill,");
    expect(second).toContain(`,2000,"2 actors; 1 room, large",`);
    expect(second).toContain("https://choir.example");
  });

  it("as GeoJSON names concept, site, sources and rule, and restores no view", async () => {
    const { blob, fileName } = await writeInvitations(list, "geojson");
    expect(fileName).toMatch(/\.geojson$/);
    const file = JSON.parse(await blob.text()) as {
      readonly metadata: Readonly<Record<string, unknown>>;
      readonly features: readonly { readonly id: string; readonly properties: Readonly<Record<string, unknown>> }[];
    };
    expect(file.features.map(({ id }) => id)).toEqual(["b", "a"]);
    expect(file.features[0]?.properties).toMatchObject({ distance_m: 1234.568, invited_to_site_id: "mill" });
    expect(file.metadata).toMatchObject({
      count: 2,
      site: { id: "mill" },
      concept: { id: "mill-of-sounds", needs: [{ kind: "actors", reach_m: 5000 }, { kind: "rooms" }] },
      needs_in_words: list.needWords,
    });
    expect(await isExport(blob)).toBe(false);
  });

  it("is read again as a table of actors", async () => {
    const { blob } = await writeInvitations(list, "csv-spreadsheet");
    const { records, issues } = await readText("actors", await blob.text(), "invite.csv");
    expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(records.count).toBe(2);
  });
});
