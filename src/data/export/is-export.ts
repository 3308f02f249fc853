import { APP } from "./export-metadata.ts";

/** Of the beginning, in which every form of our files names its writer. */
const HEAD_BYTES = 1 << 16;

/** Whether a file seems to be one that the page has written, by its beginning; reading it tells for certain. */
export async function isExport(file: Blob): Promise<boolean> {
  const head = new TextDecoder("latin1").decode(await file.slice(0, HEAD_BYTES).arrayBuffer());
  return head.includes(`"app": "${APP}"`);
}
