import { describe, expect, it } from "vitest";
import type { ConceptId } from "#domain/options/concept.ts";
import { isSameConcept } from "#domain/options/own-concepts.ts";
import { readConcepts } from "#data/options/concepts-json.ts";
import { draftOf, newNeed, readConceptDraft, type NeedDraft } from "#ui/options/concept-draft.ts";
import { readDataFile } from "../../../helpers/bundled-tables.ts";

const ID = "c" as ConceptId;
const need = (change: Partial<NeedDraft>): NeedDraft => ({
  ...newNeed("actors", 0),
  names: new Set(["music"]),
  reason: "r",
  ...change,
});
const read = (...needs: readonly NeedDraft[]) => readConceptDraft({ name: "N", summary: "", needs }, ID);

describe("the form of a concept", () => {
  it("gives every bundled concept back as it was", () => {
    for (const concept of readConcepts(readDataFile("concepts.json"), "c").concepts) {
      const { concept: again, problems } = readConceptDraft(draftOf(concept), concept.id);
      expect([...problems]).toEqual([]);
      expect(again !== null && isSameConcept(again, concept)).toBe(true);
    }
  });

  it.each<[Partial<NeedDraft>, string, string]>([
    [{ count: "0" }, "0 count", "count"],
    [{ count: "2.5" }, "0 count", "count"],
    [{ count: "501" }, "0 count", "count"],
    [{ size: "" }, "0 size", "reach"],
    [{ size: "101" }, "0 size", "reach"],
    [{ size: "five" }, "0 size", "reach"],
    [{ names: new Set() }, "0 names", "names"],
    [{ reason: " " }, "0 reason", "reason"],
    [{ source: "a page" }, "0 source", "source"],
    [{ kind: "rooms", names: new Set(["studio"]), size: "0" }, "0 size", "area"],
    [{ kind: "rooms", names: new Set(["studio"]), count: "51" }, "0 count", "count"],
  ])("says what is wrong with %j", (change, field, problem) => {
    const { concept, problems } = read(need(change));
    expect(concept).toBeNull();
    expect([...problems]).toEqual([[field, problem]]);
  });

  it.each([
    ["0.1", 100],
    ["12,5", 12_500],
    ["100", 100_000],
  ])("reads %s km as %i m", (size, reach) => {
    expect(read(need({ size })).concept?.needs[0]).toMatchObject({ reach });
  });

  it("takes a room of any size", () => {
    const rooms = need({ kind: "rooms", names: new Set(["studio"]), size: "" });
    expect(read(rooms).concept?.needs[0]).toMatchObject({ spaceKinds: ["studio"], areaSquareMeters: null });
  });

  it("wants a name and a need", () => {
    const { problems } = readConceptDraft({ name: " ", summary: "", needs: [] }, ID);
    expect([...problems.keys()]).toEqual(["name", "needs"]);
  });
});
