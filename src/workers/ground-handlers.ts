import { askHost } from "#data/remote/ask-host.ts";
import { PartError } from "#data/remote/part-error.ts";
import type { GroundArchive } from "#data/remote/ground-archive.ts";
import type { RangeHost } from "#data/remote/range-host.ts";
import { readBytes } from "#data/remote/read-bytes.ts";
import type { PartProblem } from "#domain/live/file-part.ts";
import type { GroundAnswer, GroundProblem } from "#domain/ground/ground-problem.ts";
import type { Answer, Handlers } from "./serve.ts";
import type { GroundTasks } from "./sources-protocol.ts";

/** The largest style, tile or picture that is taken. */
const MOST_BYTES = 50e6;
const NO_CONTENT = 204;

/** The tasks of drawing a basemap of another host. Tiles do not wait for each other. */
export const GROUND_TASKS: readonly (keyof GroundTasks)[] = ["ground-bytes", "ground-archive", "ground-tile"];

/** @param host whose answers may be kept by the browser, as those hosts ask for */
export function createGroundHandlers(host: RangeHost): Handlers<GroundTasks> {
  const archives: GroundArchive[] = [];
  return {
    async "ground-bytes"({ address }, { signal }) {
      return answerOf(signal, async () => readBytes(await askHost(host, address, null, signal), MOST_BYTES));
    },

    async "ground-archive"({ source }, { signal }) {
      const { archiveAtAddress, archiveOnDevice, GroundArchive } = await import("#data/remote/ground-archive.ts");
      const archive = new GroundArchive(
        typeof source === "string" ? archiveAtAddress(source, host) : archiveOnDevice(source),
      );
      try {
        const facts = await archive.facts();
        if (facts === null) return { result: { ok: false, problem: NO_ARCHIVE }, transfer: [] };
        return { result: { ok: true, archive: archives.push(archive) - 1, facts }, transfer: [] };
      } catch (error) {
        if (signal.aborted) throw error;
        // Whatever the library says of bytes that did come: they are no such file.
        const problem = error instanceof PartError ? problemOf(error.problem) : NO_ARCHIVE;
        return { result: { ok: false, problem: problem.code === "broken" ? NO_ARCHIVE : problem }, transfer: [] };
      }
    },

    async "ground-tile"({ archive, z, x, y }, { signal }) {
      return answerOf(signal, async () => {
        const opened = archives[archive];
        if (opened === undefined) throw new Error("a tile of an archive that was not opened");
        return opened.tile(z, x, y, signal);
      });
    },
  };
}

const NO_ARCHIVE: GroundProblem = { code: "no-archive", params: {} };

async function answerOf(signal: AbortSignal, ask: () => Promise<ArrayBuffer>): Promise<Answer<GroundAnswer>> {
  try {
    const bytes = await ask();
    return { result: { ok: true, bytes }, transfer: [bytes] };
  } catch (error) {
    if (signal.aborted) throw error;
    const problem: GroundProblem =
      error instanceof PartError ? problemOf(error.problem) : { code: "broken", params: {} };
    // So hosts say that a tile is there and empty.
    if (problem.code === "refused" && problem.params.status === NO_CONTENT) {
      return { result: { ok: true, bytes: new ArrayBuffer(0) }, transfer: [] };
    }
    return { result: { ok: false, problem }, transfer: [] };
  }
}

function problemOf(problem: PartProblem): GroundProblem {
  switch (problem.code) {
    case "unreachable":
    case "redirected":
    case "no-ranges":
      return { code: problem.code, params: {} };
    case "not-found":
    case "refused":
      return { code: problem.code, params: problem.params };
    case "timed-out":
      return { code: problem.code, params: problem.params };
    default:
      return { code: "broken", params: {} };
  }
}
