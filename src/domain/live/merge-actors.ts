import type { ActorTable } from "../actor/actor.ts";
import { findTexts } from "../find-texts.ts";
import { textsOf } from "../text-column.ts";
import { gatherActors } from "../workspace/compose-dataset.ts";
import { planRecords } from "../workspace/gather.ts";
import { tableOfActors } from "../workspace/rows.ts";
import type { AskedArea } from "../workspace/table.ts";
import { holdsPoint } from "./asked-area.ts";

/** What a new question brought. */
export interface FreshActors {
  readonly actors: ActorTable;
  /** The areas that it was answered for. */
  readonly areas: readonly AskedArea[];
  /** Indices of actors that are not taken over. */
  readonly leftOut: Iterable<number>;
}

/**
 * The actors of earlier questions and those of a new one as one table: inside the new areas only the new ones count, and
 * no identifier stands twice.
 */
export function mergeActors(before: ActorTable, { actors, areas, leftOut }: FreshActors): ActorTable {
  const gone = new Map<number, false>();
  for (let index = 0; index < before.count; index++) {
    const point = { lon: before.lon[index]!, lat: before.lat[index]! };
    if (areas.some((area) => holdsPoint(area, point))) gone.set(index, false);
  }
  const repeated = findTexts(
    { column: before.id, count: before.count },
    new Set(textsOf(actors.id, actors.count).map((id) => id ?? "")),
  );
  for (const index of repeated.values()) gone.set(index, false);
  for (const index of leftOut) gone.set(before.count + index, false);
  const dropped = new Map([...gone].sort(([a], [b]) => a - b));
  const nothing = tableOfActors([]);
  const steps = gatherActors([before, actors, nothing], planRecords([before.count, actors.count, 0], dropped));
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
