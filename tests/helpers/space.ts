import type { Space, SpaceId } from "#domain/space/space.ts";

/** A room of which nothing is stated but what is given. */
export function spaceOf(stated: Partial<Omit<Space, "id">> & { readonly id?: string } = {}): Space {
  return {
    siteId: null,
    name: "",
    kind: null,
    areaSquareMeters: null,
    heightMeters: null,
    loadKilonewtonsPerSquareMeter: null,
    equipment: null,
    access: null,
    heating: null,
    priceEuroPerSquareMeterMonth: null,
    availableFrom: null,
    availableUntil: null,
    terms: null,
    contact: null,
    contactPage: null,
    lastConfirmed: null,
    sourceUrl: null,
    ...stated,
    id: (stated.id ?? "r") as SpaceId,
  };
}
