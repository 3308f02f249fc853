import { strToU8, Zip, ZipDeflate, ZipPassThrough } from "fflate";
import type { ExportPlan } from "./export-plan.ts";

/** The first member of an archive, stored as it is: by it the archive is known. */
export const METADATA_MEMBER = "metadata.json";
export const README_MEMBER = "README.txt";

/** Where the bytes of one file after the other go. */
export interface Target {
  open(member: string): void;
  write(bytes: Uint8Array<ArrayBuffer>): void;
  close(): void;
  finish(): Blob;
}

/** A ZIP archive: metadata and README, then the files. */
export function createArchive({ metadata, readme, date }: ExportPlan): Target {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const archive = new Zip((error, part) => {
    if (error !== null) throw error;
    parts.push(new Uint8Array(part));
  });
  const add = <T extends ZipPassThrough | ZipDeflate>(member: T): T => {
    // Members bear a local time; noon is the same day everywhere.
    member.mtime = `${date.slice(0, 10)}T12:00:00`;
    archive.add(member);
    return member;
  };
  add(new ZipPassThrough(METADATA_MEMBER)).push(strToU8(JSON.stringify(metadata, null, 1)), true);
  add(new ZipDeflate(README_MEMBER, { level: 6 })).push(strToU8(readme), true);
  let current: ZipDeflate | null = null;
  return {
    open(member) {
      current = add(new ZipDeflate(member, { level: 6 }));
    },
    write(bytes) {
      current?.push(bytes);
    },
    close() {
      current?.push(new Uint8Array(), true);
    },
    finish() {
      archive.end();
      return new Blob(parts, { type: "application/zip" });
    },
  };
}
