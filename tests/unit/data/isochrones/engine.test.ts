import { request } from "node:http";
import { rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RoutingActor } from "#cli/routing/engine.ts";
import { readValhalla, valhallaProblem } from "#data/isochrones/read-valhalla.ts";
import { USUAL_MOST_CONTOURS } from "#data/isochrones/routing-facts.ts";
import { VALHALLA_COSTING, valhallaRequests } from "#data/isochrones/valhalla-request.ts";
import type { Point } from "#domain/geo/points.ts";
import { minutesOfPoints } from "#domain/travel/minutes-of-points.ts";
import type { Contour } from "#domain/travel/minutes-test.ts";
import { TRAVEL_PROFILES, type TravelProfile } from "#domain/travel/travel-profile.ts";
import { isAtSea, PUBLIC_LIMITS, startValhalla, type ValhallaServer } from "../../../e2e/valhalla-server.ts";
import { actorPoints, hasRouting, NEEDS_ROUTING, openRegion, temporaryFolder } from "../../../helpers/routing.ts";

const MINUTES = [5, 10, 15, 20, 30, 45, 60];
const SITES = 12;
/** Of so many actors one is compared with a route of its own. */
const EACH_COMPARED = 8;

/** What the engine's own polygons come to, measured by tests/bench/calibrate-travel.ts: at most 0.23 % and 3.9 %. */
const MOST_ONLY_ON_FOOT = 0.005;
const MOST_AGAINST_MATRIX = 0.05;

const columns = (points: readonly Point[]) => ({
  lon: Float64Array.from(points, ({ lon }) => lon),
  lat: Float64Array.from(points, ({ lat }) => lat),
});

/** As a page asks: by GET or POST, in as many requests as the server needs. */
function ask(server: ValhallaServer, body: string, method: "GET" | "POST" = "POST") {
  const address = method === "GET" ? `${server.address}?json=${encodeURIComponent(body)}` : server.address;
  return new Promise<{ readonly status: number; readonly text: string; readonly retryAfter: string | undefined }>(
    (resolve, reject) => {
      const asked = request(address, { method }, (response) => {
        let text = "";
        response.on("data", (chunk: Buffer) => (text += chunk.toString()));
        response.on("end", () => {
          resolve({ status: response.statusCode ?? 0, text, retryAfter: response.headers["retry-after"] });
        });
      });
      asked.on("error", reject);
      asked.end(method === "POST" ? body : undefined);
    },
  );
}

async function contoursFrom(server: ValhallaServer, point: Point, profile: TravelProfile): Promise<readonly Contour[]> {
  const contours: Contour[] = [];
  for (const body of valhallaRequests(point, profile, MINUTES)) {
    const { status, text } = await ask(server, JSON.stringify(body));
    expect(status).toBe(200);
    const read = readValhalla(
      text,
      body.contours.map(({ time }) => time),
    );
    if (!read.ok) throw new Error(JSON.stringify(read.failure));
    contours.push(...read.value);
  }
  return contours;
}

describe("a server in the place of Valhalla", () => {
  let server: ValhallaServer;
  beforeAll(async () => {
    server = await startValhalla(null);
  });
  afterAll(() => server.close());
  const body = (more: object = {}) =>
    JSON.stringify({ ...valhallaRequests({ lon: 14, lat: 45 }, "car", [5, 10])[0], ...more });
  const problemOf = async (text: string) => {
    const { status, text: answer, retryAfter } = await ask(server, text);
    return valhallaProblem(status, answer, retryAfter === undefined ? null : Number(retryAfter));
  };

  it("answers GET and POST alike", async () => {
    const [got, posted] = [await ask(server, body(), "GET"), await ask(server, body())];
    expect(got).toEqual(posted);
    expect(readValhalla(got.text, [5, 10]).ok).toBe(true);
    expect(server.queries.at(-1)).toBe(body());
  });

  it("refuses as Valhalla does", async () => {
    const contours = Array.from({ length: USUAL_MOST_CONTOURS + 1 }, (_, index) => ({ time: index + 1 }));
    expect(await problemOf(body({ contours }))).toEqual({ code: "too-many-contours", params: { most: 4 } });
    expect(await problemOf(body({ contours: [{ time: 121 }] }))).toEqual({ code: "too-long", params: { most: 120 } });
    expect(isAtSea(-30)).toBe(true);
    expect((await problemOf(body({ locations: [{ lon: -30, lat: 45 }] }))).code).toBe("no-road");
    expect((await problemOf(body({ costing: "plane" }))).code).toBe("no-profile");
    expect((await problemOf("{")).code).toBe("refused");
  });

  it("fails as public servers do, once each, and is then as before", async () => {
    server.next(
      { kind: "status", status: 429, retryAfter: "3" },
      { kind: "status", status: 500 },
      { kind: "error", code: 171, message: "No suitable edges near location" },
      { kind: "cut" },
      { kind: "html" },
      { kind: "json", json: { type: "FeatureCollection", features: [] } },
      { kind: "answer", delayMilliseconds: 20 },
    );
    expect(await problemOf(body())).toEqual({ code: "rate-limited", params: { waitSeconds: 3 } });
    expect((await problemOf(body())).code).toBe("refused");
    expect((await problemOf(body())).code).toBe("no-road");
    for (let fault = 0; fault < 3; fault++) {
      const read = readValhalla((await ask(server, body())).text, [5, 10]);
      expect(read).toMatchObject({ ok: false, failure: { code: "malformed" } });
    }
    expect(readValhalla((await ask(server, body())).text, [5, 10]).ok).toBe(true);
    server.next({ kind: "drop" });
    await expect(ask(server, body())).rejects.toThrow();
    expect((await ask(server, body())).status).toBe(200);
  });
});

describe.skipIf(!hasRouting).each(["liechtenstein-2021-10", "krems-2013-12"] as const)(
  `isochrones of %s by the real engine ${NEEDS_ROUTING}`,
  (region) => {
    const folder = temporaryFolder();
    let actor: RoutingActor;
    let server: ValhallaServer;
    const points = hasRouting ? actorPoints(region) : [];
    const sites = points.filter((_, index) => index % Math.ceil(points.length / SITES) === 0);
    /** Of each profile and site, the minutes of each actor. */
    const minutes = new Map<TravelProfile, readonly Float64Array[]>();
    const contours = new Map<TravelProfile, readonly (readonly Contour[])[]>();

    beforeAll(async () => {
      actor = await openRegion(region, folder, PUBLIC_LIMITS);
      server = await startValhalla(actor);
      for (const profile of TRAVEL_PROFILES) {
        const ofSites: (readonly Contour[])[] = [];
        for (const site of sites) ofSites.push(await contoursFrom(server, site, profile));
        contours.set(profile, ofSites);
        minutes.set(
          profile,
          ofSites.map((each) => minutesOfPoints(each, columns(points))),
        );
      }
    });
    afterAll(async () => {
      await server.close();
      rmSync(folder, { recursive: true });
    });

    it("hold ground around each site, the more the longer, and lose no actor with more minutes", () => {
      for (const profile of TRAVEL_PROFILES) {
        for (const [site, reached] of minutes.get(profile)!.entries()) {
          const counts = MINUTES.map((time) => reached.filter((each) => each <= time).length);
          expect(counts).toEqual(counts.toSorted((a, b) => a - b));
          expect(counts.at(-1)).toBeGreaterThan(counts[0]!);
          expect(contours.get(profile)![site]!.map((each) => each.minutes)).toEqual(MINUTES);
        }
      }
    });

    it("reach by car what is reached on foot in the same time, but for what the engine's polygons leave out", () => {
      let [onFoot, notByCar] = [0, 0];
      for (const [site, walked] of minutes.get("foot")!.entries()) {
        for (const [actorIndex, each] of walked.entries()) {
          for (const time of MINUTES) {
            if (!(each <= time)) continue;
            onFoot++;
            if (!(minutes.get("car")![site]![actorIndex]! <= time)) notByCar++;
          }
        }
      }
      expect(onFoot).toBeGreaterThan(1000);
      expect(notByCar / onFoot).toBeLessThan(MOST_ONLY_ON_FOOT);
    });

    it("hold the actors that the engine's own travel times say", async () => {
      const some = Array.from(points.keys()).filter((index) => index % EACH_COMPARED === 0);
      const targets = some.map((index) => points[index]!);
      for (const profile of TRAVEL_PROFILES) {
        const answer = await actor.matrix(
          JSON.stringify({ sources: sites, targets, costing: VALHALLA_COSTING[profile] }),
        );
        const { sources_to_targets: times } = JSON.parse(answer) as {
          readonly sources_to_targets: readonly (readonly { readonly time: number | null }[])[];
        };
        let [all, other] = [0, 0];
        for (const [site, reached] of minutes.get(profile)!.entries()) {
          for (const [target, index] of some.entries()) {
            const each = reached[index]!;
            const seconds = times[site]![target]!.time;
            if (seconds === null) continue;
            for (const time of MINUTES) {
              all++;
              if (each <= time !== seconds <= time * 60) other++;
            }
          }
        }
        expect(other / all).toBeLessThan(MOST_AGAINST_MATRIX);
      }
    });

    it("are refused with Valhalla's errors", async () => {
      const problemOf = async (more: object) => {
        const body = { ...valhallaRequests(sites[0]!, "car", [5])[0], ...more };
        const { status, text } = await ask(server, JSON.stringify(body));
        expect(status).toBe(400);
        return valhallaProblem(status, text, null);
      };
      expect(await problemOf({ locations: [{ lon: -30, lat: 45 }] })).toEqual({ code: "no-road", params: {} });
      const contours = MINUTES.map((time) => ({ time }));
      expect(await problemOf({ contours })).toEqual({ code: "too-many-contours", params: { most: 4 } });
      expect(await problemOf({ contours: [{ time: 121 }] })).toEqual({ code: "too-long", params: { most: 120 } });
      expect((await problemOf({ costing: "plane" })).code).toBe("no-profile");
      expect((await problemOf({ locations: [] })).code).toBe("refused");
    });
  },
);
