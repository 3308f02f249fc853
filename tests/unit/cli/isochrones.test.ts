import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { loadEngine } from "#cli/routing/engine.ts";
import { main } from "#cli/main.ts";
import { runCli } from "../../helpers/run-cli.ts";
import { extractPath, hasRouting, NEEDS_ROUTING, temporaryFolder } from "../../helpers/routing.ts";

const folder = temporaryFolder();
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const inFolder = (name: string) => path.join(folder, name);

const SITES = [
  ["vaduz", 9.521, 47.141],
  ["balzers", 9.502, 47.067],
  ["malbun", 9.609, 47.102],
  ["peak", 9.606, 47.058],
  ["krems", 15.61, 48.41],
] as const;
const sites = inFolder("sites.csv");
writeFileSync(
  sites,
  [
    "id,name,lon,lat",
    ...SITES.map(([id, lon, lat]) => `${id},${id},${String(lon)},${String(lat)}`),
    "lost,lost,,",
  ].join("\n"),
);

const callFor = (out: string, ...more: readonly string[]) => [
  "isochrones",
  "--extract",
  extractPath("liechtenstein-2021-10"),
  "--sites",
  sites,
  "--minutes",
  "20,10",
  "--tiles",
  inFolder("tiles"),
  "--out",
  out,
  ...more,
];

/** So many that a run can be ended among them. */
const many = inFolder("many.csv");
const MANY = 40;
writeFileSync(
  many,
  [
    "id,lon,lat",
    ...Array.from({ length: MANY }, (_, index) => `s${String(index)},9.52,${String(47.1 + index / 1000)}`),
  ].join("\n"),
);

interface File {
  readonly metadata: {
    readonly left_out: readonly { readonly site_id: string; readonly reason: string }[];
    readonly near_edge: readonly string[];
  };
  readonly features: readonly {
    readonly properties: Readonly<Record<string, unknown>>;
    readonly geometry: { readonly type: string } | null;
  }[];
}
const fileAt = (out: string) => JSON.parse(readFileSync(out, "utf8")) as File;

describe("the options of isochrones", () => {
  it.each([
    [["--sites", "s.csv", "--out", "o"], "The option --extract is missing."],
    [["--extract", "e", "--out", "o"], "The option --sites is missing."],
    [["--extract", "e", "--sites", "s"], "The option --out is missing."],
    [
      ["--extract", "e", "--sites", "s", "--out", "o", "--profile", "train"],
      "--profile cannot be train; expected one of: car, bicycle, foot.",
    ],
    [
      ["--extract", "e", "--sites", "s", "--out", "o", "--minutes", "10,x"],
      "--minutes cannot be x; expected a number from 1 to 240.",
    ],
    [
      ["--extract", "e", "--sites", "s", "--out", "o", "--minutes", "10,300"],
      "--minutes cannot be 300; expected a number from 1 to 240.",
    ],
    [
      [
        "--extract",
        "e",
        "--sites",
        "s",
        "--out",
        "o",
        "--minutes",
        Array.from({ length: 21 }, (_, index) => index + 1).join(","),
      ],
      "--minutes has 21 values; expected at most 20.",
    ],
    [["--extract", "e", "--sites", "./e2", "--out", "e2"], "./e2 is read by this call; give --out another name."],
    [["e.osm.pbf"], "Unexpected argument e.osm.pbf."],
  ])("are checked: %j", async (args, message) => {
    const { status, stderr } = await runCli("isochrones", ...args);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
  });

  it("are explained", async () => {
    const { status, stdout } = await runCli("isochrones", "--help");
    expect(status).toBe(0);
    expect(stdout).toContain("npm ci --prefix src/cli/routing/package");
  });
});

describe("the routing engine", () => {
  it("is named with the command that installs it, where it is not installed", () => {
    const engine = loadEngine(inFolder("no-package"));
    expect(engine).toMatchObject({
      ok: false,
      failure: { params: { command: "npm ci --prefix src/cli/routing/package" } },
    });
  });

  it("is told to be installed again, where it cannot be loaded", () => {
    const broken = inFolder("broken");
    const engine = path.join(broken, "node_modules/@valhallajs/valhallajs");
    mkdirSync(engine, { recursive: true });
    writeFileSync(path.join(engine, "package.json"), "{}");
    expect(loadEngine(broken)).toMatchObject({ ok: false, failure: { code: "cli.error.unusable-engine" } });
  });
});

describe.skipIf(!hasRouting)(`isochrones ${NEEDS_ROUTING}`, () => {
  it("writes areas of each site and time, and names the sites that it leaves out", async () => {
    const out = inFolder("car.geojson");
    const { status, stdout, stderr } = await runCli(...callFor(out));
    expect(status).toBe(1);
    expect(stdout).toContain("3 sites written, by car in 10, 20 minutes; 3 left out.");
    expect(stderr).toContain("Building routing tiles: step 10 of 10");
    const { metadata, features } = fileAt(out);
    expect(features.map(({ properties }) => [properties["site_id"], properties["minutes"]])).toEqual(
      ["vaduz", "balzers", "malbun"].flatMap((id) => [
        [id, 10],
        [id, 20],
      ]),
    );
    expect(features[0]?.geometry?.type).toBe("Polygon");
    expect(features[0]?.properties).toMatchObject({
      profile: "car",
      lon: 9.521,
      lat: 47.141,
      engine: "Valhalla 3.6.1",
      osm_date: "2021-10-28T20:21:09Z",
      attribution: "© OpenStreetMap contributors, ODbL 1.0",
    });
    expect(metadata.left_out).toEqual([
      { site_id: "peak", reason: "there is no road for this profile within 1,000 m in the extract" },
      { site_id: "krems", reason: "it lies outside of the extract" },
      { site_id: "lost", reason: "it has no point" },
    ]);
    for (const { site_id: id, reason } of metadata.left_out) expect(stderr).toContain(`${id}: left out, ${reason}`);
    expect(metadata.near_edge).toContain("balzers");
    expect(existsSync(`${out}.part`)).toBe(false);
  });

  it("builds the tiles of an extract once", async () => {
    const first = await runCli(...callFor(inFolder("a.geojson"), "--profile", "foot"));
    expect(first.status).toBe(1);
    const { stderr } = await runCli(...callFor(inFolder("b.geojson"), "--profile", "foot"));
    expect(stderr).not.toContain("Building");
  });

  it("goes on where a run was ended, and where it was killed in the middle of a line", async () => {
    const manyOf = (out: string) => callFor(out, "--profile", "bicycle").map((each) => (each === sites ? many : each));
    const whole = inFolder("whole.geojson");
    await runCli(...manyOf(whole));
    const out = inFolder("ended.geojson");
    const part = `${out}.part`;
    const ended = await endAfter(manyOf(out));
    expect(ended.status).toBe(1);
    expect(ended.stderr).toContain("Stopped");
    expect(existsSync(out)).toBe(false);
    const lines = readFileSync(part, "utf8").trim().split("\n");
    expect(lines.length).toBeLessThan(MANY);
    const half = lines.at(-1)!.slice(0, 100);
    writeFileSync(part, [...lines.slice(0, -1), half].join("\n"));
    const { status, stderr } = await runCli(...manyOf(out));
    expect(status).toBe(0);
    expect(stderr).toMatch(lines.length === 2 ? /^$/ : /sites? (is|are) there already/);
    expect(withoutTimes(out)).toEqual(withoutTimes(whole));
    expect(existsSync(part)).toBe(false);
  });

  it("asks again where another question was asked before", async () => {
    const out = inFolder("other.geojson");
    await endAfter(callFor(out, "--profile", "car"));
    const { stderr } = await runCli(...callFor(out, "--profile", "foot"));
    expect(stderr).not.toContain("there already");
    expect(fileAt(out).features[0]?.properties["profile"]).toBe("foot");
  });

  it("refuses what is no extract, and one that is cut off, and leaves no tiles of it", async () => {
    const text = inFolder("text.osm.pbf");
    writeFileSync(text, "no extract");
    const cut = inFolder("cut.osm.pbf");
    writeFileSync(cut, readFileSync(extractPath("krems-2013-12")));
    truncateSync(cut, 60_000);
    const run = (extract: string) =>
      runCli(
        "isochrones",
        "--extract",
        extract,
        "--sites",
        sites,
        "--out",
        inFolder("none.geojson"),
        "--tiles",
        inFolder("others"),
      );
    const refused = await run(text);
    expect([refused.status, refused.stderr]).toEqual([1, expect.stringContaining("is no OpenStreetMap extract")]);
    const damaged = await run(cut);
    expect(damaged.status).toBe(1);
    const missing = await run(inFolder("missing.osm.pbf"));
    expect([missing.status, missing.stderr]).toEqual([2, expect.stringContaining("missing.osm.pbf cannot be read")]);
    expect(existsSync(inFolder("none.geojson"))).toBe(false);
    expect(readdirSync(inFolder("others"))).toEqual([]);
  });
});

/** Runs until the first site is done, as Ctrl-C ends it then. */
async function endAfter(argv: readonly string[]) {
  const part = `${argv[argv.indexOf("--out") + 1]!}.part`;
  let stderr = "";
  const watch = setInterval(() => {
    if (existsSync(part) && readFileSync(part, "utf8").split("\n").length > 3) {
      clearInterval(watch);
      process.emit("SIGINT");
    }
  }, 0);
  const status = await main(argv, {
    stdout: { write: () => undefined },
    stderr: { write: (text) => (stderr += text) },
  });
  clearInterval(watch);
  return { status, stderr };
}

function withoutTimes(out: string) {
  return fileAt(out).features.map(({ properties, geometry }) => ({ ...properties, computed: null, geometry }));
}
