import { describe, expect, it } from "vitest";
import type { ActorId } from "#domain/actor/actor.ts";
import type { SiteId } from "#domain/site/site.ts";
import type { TableId } from "#domain/workspace/table.ts";
import type { AtlasStorage } from "#storage/storage.ts";
import type { ChangeName } from "#storage/workspace-records.ts";
import { keptSites } from "../../helpers/kept-tables.ts";
import { keepNothingBetweenTests, named, open, put, read, site } from "./fresh-storage.ts";

keepNothingBetweenTests();

describe("two tabs", () => {
  function heard(storage: AtlasStorage): Promise<readonly ChangeName[]> {
    return new Promise((resolve) => storage.onOtherTab(resolve));
  }

  it("keep what each has saved, and tell each other", async () => {
    const [one, other] = [await open(), await open()];
    const told = heard(other);
    await one.saveChanges([site("a", named("a", "Mill"))]);
    expect(await told).toEqual([{ kind: "site", id: "a" }]);
    await other.saveChanges([site("b", named("b", "Mine")), put(keptSites())]);
    const { edits, tables } = await read(one);
    expect([...edits.sites.keys()]).toEqual(["a", "b"]);
    expect(tables).toEqual([keptSites()]);
  });

  it("that save the same record keep the later one", async () => {
    const [one, other] = [await open(), await open()];
    await Promise.all([
      one.saveChanges([site("a", named("a", "first"))]),
      other.saveChanges([site("a", named("a", "second"))]),
    ]);
    expect((await read(one)).edits.sites.get("a" as SiteId)).toEqual(named("a", "second"));
  });

  it("read only what the other has changed", async () => {
    const [one, other] = [await open(), await open()];
    await one.saveChanges([put(keptSites()), site("a", named("a", "Mill"))]);
    const names: ChangeName[] = [
      { kind: "table", id: keptSites().info.id },
      { kind: "table", id: "gone" as TableId },
      { kind: "site", id: "a" as SiteId },
      { kind: "actor", id: "b" as ActorId },
    ];
    const found = await other.readChanges(names);
    expect(found.ok && found.value.changes.map(({ after }) => after)).toEqual([
      keptSites(),
      null,
      named("a", "Mill"),
      null,
    ]);
  });
});
