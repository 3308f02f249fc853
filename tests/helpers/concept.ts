import type { ConceptId, ReuseConcept } from "#domain/options/concept.ts";
import { meters } from "#domain/units.ts";

/** A whole concept with a need of each kind. */
export const MILL_OF_SOUNDS: ReuseConcept = {
  id: "mill-of-sounds" as ConceptId,
  name: "Mill of sounds",
  summary: "",
  needs: [
    { kind: "actors", count: 2, categories: ["music"], reach: meters(5000), reason: "Somebody plays.", source: null },
    {
      kind: "rooms",
      count: 1,
      spaceKinds: ["event_hall"],
      areaSquareMeters: null,
      reason: "ő, 🎻",
      source: "https://a.example/1,2",
    },
  ],
};
