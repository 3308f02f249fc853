import { describe, expect, it } from "vitest";
import { askIsochrones } from "#data/isochrones/ask-isochrones.ts";
import { countRequests } from "#data/isochrones/isochrone-batches.ts";
import type { ServiceRequest } from "#data/live/service-host.ts";
import {
  unanswered,
  type FailedQuestion,
  type IsochroneQuestions,
  type IsochronesProgress,
  type PointQuestion,
  type RoutingTerms,
} from "#domain/travel/asked-isochrones.ts";
import type { IsochroneRow } from "#domain/travel/isochrone-row.ts";
import { createPacedHost, type FakePacedHost } from "../../../helpers/paced-host.ts";
import type { FakeReply } from "../../../helpers/service-host.ts";

const VALHALLA: RoutingTerms = {
  service: "valhalla",
  endpoint: "https://valhalla.example/engine",
  key: null,
  pauseSeconds: 1,
};
const ORS: RoutingTerms = {
  service: "openrouteservice",
  endpoint: "https://ors.example/ors",
  key: "secret",
  pauseSeconds: 3,
};

/** Sites at longitudes 1, 2, 3 … */
function sites(count: number, minutes: readonly number[] = [10, 20]): readonly PointQuestion[] {
  return Array.from({ length: count }, (_, at) => ({
    point: { siteId: `s${String(at + 1)}`, name: `Site ${String(at + 1)}`, lon: at + 1, lat: 47 },
    minutes,
  }));
}

interface Valhalla {
  readonly locations: readonly { readonly lon: number }[];
  readonly contours: readonly { readonly time: number }[];
}

function questionIn({ address }: ServiceRequest): Valhalla {
  return JSON.parse(new URL(address).searchParams.get("json") ?? "null") as Valhalla;
}

function square(lon: number, size: number) {
  const ring = [
    [lon - size, 47 - size],
    [lon + size, 47 - size],
    [lon + size, 47 + size],
    [lon - size, 47 + size],
    [lon - size, 47 - size],
  ];
  return { type: "Polygon", coordinates: [ring] };
}

function valhallaAnswer(request: ServiceRequest): FakeReply {
  if (request.address.endsWith("/status")) {
    return { text: JSON.stringify({ version: "3.5.1", tileset_last_modified: 1_763_640_000 }) };
  }
  const { locations, contours } = questionIn(request);
  const features = contours.map(({ time }) => ({
    type: "Feature",
    properties: { contour: time, metric: "time" },
    geometry: square(locations[0]!.lon, time / 1000),
  }));
  return { text: JSON.stringify({ type: "FeatureCollection", features }) };
}

function valhallaError(code: number, error: string): FakeReply {
  return { status: 400, text: JSON.stringify({ error_code: code, error, status_code: 400 }) };
}

function orsAnswer({ body }: ServiceRequest): FakeReply {
  const { locations, range } = JSON.parse(body ?? "") as {
    readonly locations: readonly (readonly [number, number])[];
    readonly range: readonly number[];
  };
  const features = locations.flatMap(([lon], group) =>
    range.map((value) => ({
      type: "Feature",
      properties: { group_index: group, value },
      geometry: square(lon, value / 100_000),
    })),
  );
  return { text: JSON.stringify({ type: "FeatureCollection", features, metadata: { engine: { version: "9.1.0" } } }) };
}

interface Asked {
  readonly rows: readonly IsochroneRow[];
  readonly failed: readonly FailedQuestion[];
  readonly told: readonly IsochronesProgress[];
}

async function ask(host: FakePacedHost, terms: RoutingTerms, questions: readonly PointQuestion[]): Promise<Asked> {
  const told: IsochronesProgress[] = [];
  const { signal } = new AbortController();
  const asked: IsochroneQuestions = { profile: "car", questions };
  await askIsochrones(asked, terms, host, { signal, progress: (progress) => told.push(progress) });
  const rows = told.flatMap((progress) => progress.rows);
  const failed = unanswered(
    asked,
    { rows, failed: told.flatMap((progress) => progress.failed) },
    { code: "stopped", params: {} },
  );
  return { rows, failed, told };
}

const briefly = (rows: readonly IsochroneRow[]) =>
  rows.map(({ siteId, minutes }) => `${siteId ?? ""} ${String(minutes)}`);
const reasons = (failed: readonly FailedQuestion[]) =>
  failed.map(({ point, minutes, problem }) => `${point.siteId ?? ""} ${minutes.join("+")} ${problem.code}`);

describe("asking Valhalla for isochrones", () => {
  it("gives a row for each site and time, with who computed it", async () => {
    const host = createPacedHost(valhallaAnswer);
    const { rows, failed } = await ask(host, VALHALLA, sites(2));
    expect(failed).toEqual([]);
    expect(briefly(rows)).toEqual(["s1 10", "s1 20", "s2 10", "s2 20"]);
    expect(rows[2]).toMatchObject({
      id: "s2-car-10",
      lon: 2,
      lat: 47,
      profile: "car",
      provider: "Valhalla at valhalla.example",
      engine: "Valhalla 3.5.1, routing tiles of 2025-11-20",
      attribution: "© OpenStreetMap contributors, ODbL 1.0; Valhalla at valhalla.example",
    });
    expect(rows[2]?.polygons[0]?.[0]).toHaveLength(5);
    expect(host.asked.map(({ address }) => new URL(address).pathname)).toEqual([
      "/engine/status",
      "/engine/isochrone",
      "/engine/isochrone",
    ]);
  });

  it("begins no request before the pause since the last one has passed", async () => {
    const host = createPacedHost(valhallaAnswer, 300);
    await ask(host, VALHALLA, sites(3));
    expect(host.times).toEqual([0, 1000, 2000, 3000]);
    const slow = createPacedHost(valhallaAnswer, 2500);
    await ask(slow, VALHALLA, sites(3));
    expect(slow.times).toEqual([0, 2500, 5000, 7500]);
  });

  it("asks in several requests for more times than one may hold, and learns the server's own limit", async () => {
    const seven = [5, 10, 15, 20, 30, 45, 60];
    const host = createPacedHost(valhallaAnswer);
    expect(briefly((await ask(host, VALHALLA, sites(1, seven))).rows)).toHaveLength(7);
    expect(host.asked).toHaveLength(3);

    const strict = createPacedHost((request) =>
      !request.address.endsWith("/status") && questionIn(request).contours.length > 2
        ? valhallaError(152, "Exceeded max contours: 2")
        : valhallaAnswer(request),
    );
    const { rows, failed } = await ask(strict, VALHALLA, sites(2, seven));
    expect(failed).toEqual([]);
    expect(rows).toHaveLength(14);
    // The status, one that was too much, and for each site four of two times at most.
    expect(strict.asked).toHaveLength(2 + 8);
  });

  it("halves the times where the server does not say how many it takes", async () => {
    const host = createPacedHost((request) =>
      !request.address.endsWith("/status") && questionIn(request).contours.length > 1
        ? valhallaError(152, "Exceeded max contours")
        : valhallaAnswer(request),
    );
    const { rows, failed } = await ask(host, VALHALLA, sites(1, [5, 10, 15, 20]));
    expect([rows.length, failed.length]).toEqual([4, 0]);
  });

  it("loses only the site without a road, and asks for it once", async () => {
    const host = createPacedHost((request) =>
      !request.address.endsWith("/status") && questionIn(request).locations[0]!.lon === 2
        ? valhallaError(171, "No suitable edges near location")
        : valhallaAnswer(request),
    );
    const { rows, failed } = await ask(host, VALHALLA, sites(3, [5, 10, 15, 20, 30, 45]));
    expect(new Set(rows.map(({ siteId }) => siteId))).toEqual(new Set(["s1", "s3"]));
    expect(reasons(failed)).toEqual(["s2 5+10+15+20+30+45 no-road"]);
    expect(host.asked).toHaveLength(1 + 5);
  });

  it("loses only the times beyond the longest that the server computes, and asks for them once", async () => {
    const host = createPacedHost((request) =>
      !request.address.endsWith("/status") && questionIn(request).contours.some(({ time }) => time > 30)
        ? valhallaError(151, "Exceeded max time: 30")
        : valhallaAnswer(request),
    );
    const { rows, failed } = await ask(host, VALHALLA, sites(2, [20, 30, 60]));
    expect(briefly(rows)).toEqual(["s1 20", "s1 30", "s2 20", "s2 30"]);
    expect(reasons(failed)).toEqual(["s1 60 too-long", "s2 60 too-long"]);
    expect(host.asked).toHaveLength(1 + 3);
  });

  it("waits as long as it is asked to, and then goes on", async () => {
    const host = createPacedHost((request, count) =>
      count === 1 ? { status: 429, headers: { "Retry-After": "7" } } : valhallaAnswer(request),
    );
    const { rows, told } = await ask(host, VALHALLA, sites(1));
    expect(rows).toHaveLength(2);
    expect(host.times).toEqual([0, 1000, 8000]);
    expect(told.map(({ waitSeconds }) => waitSeconds)).toContain(7);
  });

  it("keeps the pause also where less is asked for", async () => {
    const host = createPacedHost((request, count) =>
      count === 1 ? { status: 429, headers: { "Retry-After": "0" } } : valhallaAnswer(request),
    );
    await ask(host, VALHALLA, sites(1));
    expect(host.times).toEqual([0, 1000, 2000]);
  });

  it("stops where the server has had enough, and keeps what it has answered", async () => {
    const host = createPacedHost((request, count) =>
      count < 2 ? valhallaAnswer(request) : { status: 429, headers: { "Retry-After": "3600" } },
    );
    const { rows, failed } = await ask(host, VALHALLA, sites(4));
    expect(briefly(rows)).toEqual(["s1 10", "s1 20"]);
    expect(reasons(failed)).toEqual(["s2 10+20 rate-limited", "s3 10+20 rate-limited", "s4 10+20 rate-limited"]);
    expect(failed[0]?.problem.params).toEqual({ waitSeconds: 3600 });
    expect(host.asked).toHaveLength(3);
  });

  it("gives up after three requests in a row without an answer, not after three apart", async () => {
    const down = createPacedHost(() => "silent");
    const { failed } = await ask(down, VALHALLA, sites(9));
    expect(failed).toHaveLength(9);
    expect(failed.every(({ problem }) => problem.code === "unreachable")).toBe(true);
    expect(down.asked).toHaveLength(1 + 3);

    const shaky = createPacedHost((request, count) => (count % 2 === 0 ? "silent" : valhallaAnswer(request)));
    const { rows, failed: lost } = await ask(shaky, VALHALLA, sites(9));
    expect(reasons(lost)).toEqual(["s2", "s4", "s6", "s8"].map((site) => `${site} 10+20 unreachable`));
    expect(rows).toHaveLength(10);
  });

  it("takes a malformed answer for no answer of that site alone", async () => {
    const host = createPacedHost((request, count) => (count === 2 ? { text: "{" } : valhallaAnswer(request)));
    const { rows, failed } = await ask(host, VALHALLA, sites(3));
    expect(briefly(rows)).toEqual(["s1 10", "s1 20", "s3 10", "s3 20"]);
    expect(reasons(failed)).toEqual(["s2 10+20 malformed"]);
  });

  it("does not know the engine where the server tells nothing, and asks on", async () => {
    const host = createPacedHost((request) =>
      request.address.endsWith("/status") ? { status: 404, text: "<html>" } : valhallaAnswer(request),
    );
    const { rows } = await ask(host, VALHALLA, sites(1));
    expect(rows[0]?.engine).toBeNull();
  });

  it("tells how many points are done and how long it takes", async () => {
    const { told } = await ask(createPacedHost(valhallaAnswer, 2000), VALHALLA, sites(3));
    expect(told.map(({ pointsDone, secondsLeft }) => [pointsDone, secondsLeft]).slice(-3)).toEqual([
      [2, 2],
      [2, 2],
      [3, 0],
    ]);
    expect(told[0]).toMatchObject({ pointsDone: 0, pointsAll: 3, secondsLeft: null, host: "valhalla.example" });
  });

  it("stops at once when it is given up, with what was told until then", async () => {
    const stop = new AbortController();
    const rows: IsochroneRow[] = [];
    const host = createPacedHost((request, count) => (count === 2 ? "slow" : valhallaAnswer(request)));
    const asking = askIsochrones({ profile: "car", questions: sites(3) }, VALHALLA, host, {
      signal: stop.signal,
      progress: ({ rows: answered }) => rows.push(...answered),
    });
    await expect.poll(() => host.asked.length).toBe(3);
    stop.abort();
    await expect(asking).rejects.toMatchObject({ name: "AbortError" });
    expect(briefly(rows)).toEqual(["s1 10", "s1 20"]);
  });

  it("names a place that is no site by its coordinates", async () => {
    const question = { point: { siteId: null, name: "Vaduz", lon: 9.52, lat: 47.14 }, minutes: [10] };
    const { rows } = await ask(createPacedHost(valhallaAnswer), VALHALLA, [question]);
    expect(rows[0]).toMatchObject({ id: "9.52,47.14-car-10", siteId: null, lon: 9.52, lat: 47.14 });
  });
});

describe("the number of requests", () => {
  it.each([
    ["valhalla", 7, [10, 20, 30], 7],
    ["valhalla", 7, [5, 10, 15, 20, 30], 14],
    ["openrouteservice", 7, [5, 10, 15, 20, 30, 45, 60], 2],
    ["openrouteservice", 0, [5], 0],
  ] as const)("of %s for %i sites and %j minutes is %i", (service, count, minutes, requests) => {
    expect(countRequests({ profile: "car", questions: sites(count, minutes) }, service)).toBe(requests);
  });
});

describe("asking openrouteservice for isochrones", () => {
  it("asks for five sites at once", async () => {
    const host = createPacedHost(orsAnswer);
    const { rows, failed } = await ask(host, ORS, sites(7));
    expect(failed).toEqual([]);
    expect(rows).toHaveLength(14);
    expect(rows.at(-1)).toMatchObject({ siteId: "s7", minutes: 20, engine: "openrouteservice 9.1.0", lon: 7 });
    expect(host.asked).toHaveLength(2);
    expect(host.times).toEqual([0, 3000]);
  });

  it("asks for sites that want other times by themselves", async () => {
    const host = createPacedHost(orsAnswer);
    const { rows } = await ask(host, ORS, [...sites(1, [10]), ...sites(3, [10, 20]).slice(1)]);
    expect(briefly(rows)).toEqual(["s1 10", "s2 10", "s2 20", "s3 10", "s3 20"]);
    expect(host.asked).toHaveLength(2);
  });

  it("asks one by one where one of them makes the request fail", async () => {
    const host = createPacedHost((request) =>
      (request.body ?? "").includes("[2,47]")
        ? { status: 500, text: '{"error":{"code":3099,"message":"Unable to build an isochrone map."}}' }
        : orsAnswer(request),
    );
    const { rows, failed } = await ask(host, ORS, sites(4));
    expect(reasons(failed)).toEqual(["s2 10+20 no-road"]);
    expect(rows).toHaveLength(6);
    expect(host.asked).toHaveLength(1 + 4);
  });

  it("asks no more once the key is refused", async () => {
    const host = createPacedHost(() => ({ status: 403, text: '{"error":"Access to this API has been disallowed"}' }));
    const { failed } = await ask(host, ORS, sites(12));
    expect(failed).toHaveLength(12);
    expect(failed.every(({ problem }) => problem.code === "key-refused")).toBe(true);
    expect(host.asked).toHaveLength(1);
  });
});
