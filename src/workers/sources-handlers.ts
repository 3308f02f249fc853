import { NameIndex } from "#data/ingest/find-duplicates.ts";
import type { LoadedRecords } from "#data/ingest/read-table.ts";
import type { PacedHost, ServiceHost } from "#data/live/service-host.ts";
import type { RangeHost } from "#data/remote/range-host.ts";
import { actorsFromElements } from "#data/osm/actors-from-elements.ts";
import { OverpassQuestion, type OverpassAnswered } from "#data/osm/ask-overpass.ts";
import { askedKeys, readTagTable, type TagTable } from "#data/osm/tag-table.ts";
import { actorNameAt, sectorAt, type ActorTable } from "#domain/actor/actor.ts";
import type { AskedActors } from "#domain/live/ask.ts";
import { mergeActors } from "#domain/live/merge-actors.ts";
import { textAt } from "#domain/text-column.ts";
import { tableOfActors } from "#domain/workspace/rows.ts";
import { createGroundHandlers } from "./ground-handlers.ts";
import { createRoutingHandlers } from "./routing-handlers.ts";
import type { Answer, Handlers } from "./serve.ts";
import { createSiteCandidateHandlers } from "./site-candidate-handlers.ts";
import type { SourcesTasks } from "./sources-protocol.ts";

/** Names of actors that are loaded already which are told. */
const MOST_NAMES = 3;

/** A question with what is needed to make actors of its answers. */
interface Asking {
  readonly question: OverpassQuestion;
  readonly table: TagTable;
  readonly language: string;
  readonly loaded: LoadedRecords;
  /** What questions before answered that this one joins; `null` for none. */
  readonly before: OverpassAnswered | null;
}

/**
 * The tasks of asking other hosts. What was answered last is kept, also when asking was given up.
 * @param tiles answers to it may be kept by the browser
 */
export function createSourcesHandlers(
  host: ServiceHost,
  files: RangeHost,
  routing: PacedHost,
  tiles: RangeHost,
): Handlers<SourcesTasks> {
  let asking: Asking | null = null;

  return {
    ...createSiteCandidateHandlers(host),
    ...createRoutingHandlers(routing),
    ...createGroundHandlers(tiles),

    async "ask-actors"({ areas, endpoints, tagTable, language, loaded, joined }, { signal, progress }) {
      const table = readTagTable(new TextDecoder().decode(tagTable));
      const before = joined && asking !== null ? joinedAnswer(asking) : null;
      const question = new OverpassQuestion(areas, { endpoints, keys: askedKeys(table) }, host);
      asking = { question, table, language, loaded, before };
      await question.ask(signal, progress);
      return summarize(asking);
    },

    "answer-so-far"() {
      return asking === null ? { result: null, transfer: [] } : summarize(asking);
    },

    "finish-actors"({ before, leaveOutRepeats }) {
      if (asking === null) throw new Error("finished before anything was asked");
      const actors = actorsOf(asking);
      const records = mergeActors(before ?? tableOfActors([]), {
        actors,
        areas: joinedAnswer(asking).answered,
        leftOut: leaveOutRepeats ? repeatsOf(actors, asking.loaded) : [],
      });
      return { result: { records }, transfer: [] };
    },

    async "read-part"({ address, areas }, { signal, progress }) {
      const { readPart } = await import("#data/remote/read-part.ts");
      return { result: await readPart(address, areas, { host: files, signal, onProgress: progress }), transfer: [] };
    },

    async "read-whole"({ address }, { signal, progress }) {
      const { readWholeFile } = await import("#data/remote/read-part.ts");
      return { result: await readWholeFile(address, { host: files, signal, onProgress: progress }), transfer: [] };
    },
  };
}

function summarize(asking: Asking): Answer<AskedActors> {
  const { answered, failed, asOf, endpoint } = joinedAnswer(asking);
  const actors = actorsOf(asking);
  const counts = { creative: 0, trade: 0, service: 0 };
  for (let index = 0; index < actors.count; index++) counts[sectorAt(actors, index)] += 1;
  const repeats = repeatsOf(actors, asking.loaded);
  const repeatNames = repeats.slice(0, MOST_NAMES).map((index) => actorNameAt(actors, index));
  const result = { counts, repeatCount: repeats.length, repeatNames, answered, failed, asOf, endpoint };
  return { result, transfer: [] };
}

function actorsOf(asking: Asking): ActorTable {
  const { elements, asOf } = joinedAnswer(asking);
  return actorsFromElements(elements, { table: asking.table, language: asking.language, asOf });
}

/** The answer of this question and of those that it joins. */
function joinedAnswer({ question, before }: Asking): OverpassAnswered {
  const now = question.answer();
  if (before === null) return now;
  const dates = [before.asOf, now.asOf].filter((date) => date !== null).sort();
  return {
    elements: [...before.elements, ...now.elements],
    answered: [...before.answered, ...now.answered],
    failed: now.failed,
    asOf: dates[0] ?? null,
    endpoint: now.endpoint === "" ? before.endpoint : now.endpoint,
  };
}

/** Indices of actors that a loaded one has under the same name within 100 m. */
function repeatsOf(actors: ActorTable, loaded: LoadedRecords): readonly number[] {
  const index = new NameIndex({
    name: (record) => (record < 0 ? (textAt(loaded.name, -1 - record) ?? "") : actorNameAt(actors, record)),
    lon: (record) => (record < 0 ? loaded.lon[-1 - record]! : actors.lon[record]!),
    lat: (record) => (record < 0 ? loaded.lat[-1 - record]! : actors.lat[record]!),
  });
  for (let record = 0; record < loaded.count; record++) index.match(-1 - record);
  return Array.from({ length: actors.count }, (_, record) => record).filter(
    (record) => (index.match(record)?.record ?? 0) < 0,
  );
}
