import { strToU8, Zip, ZipDeflate, ZipPassThrough } from "fflate";
import { writeTableCsv } from "./table-csv.ts";
import { PROJECT_FORMAT, PROJECT_MEMBER, type Project } from "./project.ts";

/**
 * Writes a project as a ZIP archive: `project.json`, and each table as a CSV in our own columns, which anybody can read.
 * @param pause called between pieces of some hundred kilobytes; other work may be done until it resolves
 * @throws what `pause` rejects with
 */
export async function writeProject(
  project: Project,
  { appVersion, savedAt }: { readonly appVersion: string; readonly savedAt: string },
  pause: () => Promise<void> | undefined,
): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const archive = new Zip((error, part) => {
    if (error !== null) throw error;
    parts.push(new Uint8Array(part));
  });
  const { tables, edits, mappings, link } = project;
  const description = {
    app: "refresh-atlas",
    format: PROJECT_FORMAT,
    app_version: appVersion,
    saved_at: savedAt,
    link,
    tables: tables.map(({ info }) => ({ ...info, file: memberName(info.id) })),
    edits: { sites: [...edits.sites], actors: [...edits.actors], concepts: [...edits.concepts] },
    mappings,
  };
  const first = new ZipPassThrough(PROJECT_MEMBER);
  archive.add(first);
  first.push(strToU8(JSON.stringify(description, null, 1)), true);
  for (const table of tables) {
    const member = new ZipDeflate(memberName(table.info.id), { level: 6 });
    archive.add(member);
    for (const piece of writeTableCsv(table)) {
      member.push(strToU8(piece));
      await pause();
    }
    member.push(new Uint8Array(), true);
  }
  archive.end();
  return new Blob(parts, { type: "application/zip" });
}

function memberName(id: string): string {
  return `tables/${id.replace(/[^\w-]/g, "_")}.csv`;
}
