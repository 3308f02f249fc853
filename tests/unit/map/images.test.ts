import { describe, expect, it } from "vitest";
import { classify } from "#domain/coloring/classes.ts";
import { classPaints } from "#domain/coloring/site-paint.ts";
import { readImageName } from "#map/images.ts";
import { paintName } from "#map/site-image.ts";

describe("names of images", () => {
  it("ask for a site by verdict, status and placing", () => {
    const site = { kind: "site", verdict: "together", paint: { kind: "status" }, status: "in_operation" };
    expect(readImageName("site-together-in_operation")).toEqual({ ...site, atTown: false });
    expect(readImageName("site-together-in_operation-town")).toEqual({ ...site, atTown: true });
  });

  it("ask for a site in any paint that sites are given", () => {
    const paints = [
      { kind: "status" },
      { kind: "verdict" },
      { kind: "undefined" },
      ...classPaints(classify(Float64Array.of(-2, -1, 0, 1, 2))),
      ...classPaints(classify(Float64Array.of(1, 2, 3))),
    ] as const;
    for (const paint of paints) {
      expect(readImageName(`site-short-${paintName(paint, "interim")}-town`)).toMatchObject({ paint, atTown: true });
    }
  });

  it("ask for an actor, alone or brought to the fore", () => {
    expect(readImageName("actor-trade-town")).toEqual({ kind: "actor", sector: "trade", atTown: true });
    expect(readImageName("actor-focus-service")).toEqual({ kind: "actor-focus", sector: "service" });
  });

  it("ask for the ring of a cluster by its steps, and for a stem by its length", () => {
    expect(readImageName("mix-3-0-10")).toEqual({ kind: "mix", steps: [3, 0, 10] });
    expect(readImageName("stem-13.5")).toEqual({ kind: "stem", length: 13.5 });
  });

  it.each(["site-maybe-unused", "site-alone", "actor-", "mix-1-2", "stem-1e9", "toString", ""])(
    "that are none of the map's, like %j, ask for nothing",
    (name) => {
      expect(readImageName(name)).toBeNull();
    },
  );
});
