import { describe, expect, it } from "vitest";
import { followIsochrones } from "../../../src/app/follow-isochrones.ts";
import { DEFAULT_RULE, type Travel } from "#domain/rule/rule.ts";
import { isochroneTable, type Isochrone } from "#domain/travel/isochrone-table.ts";
import type { TravelProfile } from "#domain/travel/travel-profile.ts";
import { setDataset } from "#state/dataset-store.ts";
import { setRule, setTravel } from "#state/view-store.ts";
import { actorTable } from "../../helpers/actor-table.ts";
import { datasetOf } from "../../helpers/dataset.ts";
import { siteTable } from "../../helpers/site-table.ts";
import { createStores } from "../../helpers/stores.ts";

const CAR: Travel = { profile: "car", minutes: 20, basis: "isochrones" };

function setUp() {
  const stores = createStores();
  const undo = followIsochrones(stores);
  const load = (...profiles: readonly (TravelProfile | null)[]) => {
    const origin = { provider: null, engine: null, dataDate: null, computed: null, attribution: null };
    const isochrones = profiles.map((profile): Isochrone => ({
      siteId: "mill",
      lon: 14,
      lat: 46,
      group: 0,
      profile,
      minutes: 20,
      polygons: [],
      origin,
    }));
    const dataset = datasetOf(siteTable([{ id: "mill" }]), actorTable([]), []);
    setDataset(stores.dataset, { ...dataset, isochrones: isochroneTable(isochrones) }, ["mill"]);
  };
  return { stores, undo, load };
}

describe("a rule by isochrones", () => {
  it("goes back to the very metres that held before, once those of its profile are taken out, and tells so", () => {
    const { stores, load } = setUp();
    load("car", "foot");
    setTravel(stores.view, CAR);
    load("foot");
    expect(stores.view.getState().rule).toEqual(DEFAULT_RULE);
    expect(stores.notices.getState().straightAgain).toBe("car");
  });

  it("stays while some that count for its profile are loaded, and before any are", () => {
    const { stores, load } = setUp();
    setTravel(stores.view, CAR);
    load();
    load("car");
    load(null);
    expect(stores.view.getState().rule.travel).toEqual(CAR);
    expect(stores.notices.getState().straightAgain).toBeNull();
  });

  it("leaves metres and estimates alone", () => {
    const { stores, load, undo } = setUp();
    for (const travel of [null, { ...CAR, basis: "estimate" } as const]) {
      load("car");
      setRule(stores.view, { travel });
      load();
      expect(stores.view.getState().rule.travel).toEqual(travel);
    }
    undo();
  });
});
