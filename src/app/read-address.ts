import type { PartAnswer, WholeAnswer } from "#data/remote/read-part.ts";
import { coveringBoxes, distinctAreas } from "#domain/live/asked-area.ts";
import type { Box, FilePart, PartProgress, WantedFile } from "#domain/live/file-part.ts";
import type { TableInfo } from "#domain/workspace/table.ts";
import type { SourcesTasks } from "#workers/sources-protocol.ts";
import { runWorker } from "./run-worker.ts";

/** What was read, to be opened as a file. */
type Read =
  | { readonly ok: true; readonly blob: Blob; readonly name: string; readonly part: FilePart }
  | Exclude<PartAnswer | WholeAnswer, { readonly ok: true }>;

/**
 * Asks the host of a file for what is wanted of it, in a worker of its own that ends with it.
 * @param before the table that was read of the same file before
 */
export async function readAddress(
  { address, areas }: WantedFile,
  before: TableInfo | null,
  signal: AbortSignal,
  onProgress: (progress: PartProgress) => void,
): Promise<Read> {
  const worker = runWorker<SourcesTasks>(
    (name) => new Worker(new URL("../workers/sources.worker.ts", import.meta.url), { type: "module", name }),
    () => undefined,
  );
  try {
    if (areas === null) {
      const answer = await worker.client.call("read-whole", { address }, { signal, onProgress });
      if (!answer.ok) return answer;
      const { bytes, name } = answer;
      const read = { areas: [], bytesRead: bytes.size, requests: 1, fileBytes: bytes.size };
      return { ok: true, blob: bytes, name, part: { address, ...read, source: null, coverage: [] } };
    }
    const boxes = [...(before?.asked?.areas ?? []), ...areas].flatMap(coveringBoxes);
    const wanted = distinctAreas(boxes) as readonly Box[];
    const answer = await worker.client.call("read-part", { address, areas: wanted }, { signal, onProgress });
    return answer.ok ? { ok: true, blob: answer.bytes, name: answer.name, part: answer.part } : answer;
  } finally {
    worker.end();
  }
}
