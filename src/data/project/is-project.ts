import { PROJECT_MEMBER } from "./project.ts";

/** Where the first member's name stands in an archive. */
const NAME_AT = 30;

/** Whether a file is a project that this page wrote, by its first bytes. */
export async function isProject(file: Blob): Promise<boolean> {
  const head = new Uint8Array(await file.slice(0, NAME_AT + PROJECT_MEMBER.length).arrayBuffer());
  const isArchive = head[0] === 0x50 && head[1] === 0x4b && head[2] === 3 && head[3] === 4;
  return isArchive && new TextDecoder().decode(head.subarray(NAME_AT)) === PROJECT_MEMBER;
}
