import { unzipSync } from "fflate";
import { reasonOf, refuse, type Refused } from "./opened.ts";

/** Most that an archive may hold, packed and unpacked. */
const MOST_MEGABYTES = 1024;
const MEGABYTE = 1e6;
const MOST_ENTRIES = 20_000;

export interface ZipEntry {
  readonly name: string;
  readonly sizeBytes: number;
}

/** An archive whose contents are listed; nothing of it is unpacked yet. */
export interface Zip {
  readonly entries: readonly ZipEntry[];
  /** Why the entries of these names are too much to unpack; `null` where they are not. */
  tooLarge(names: readonly string[]): Refused | null;
  /** Unpacks the entries of these names together. */
  unpack(names: readonly string[]): ReadonlyMap<string, Uint8Array<ArrayBuffer>> | Refused;
}

/** Lists the files of a zip archive; folders and what operating systems put beside them are left out. */
export function openZip(bytes: Uint8Array, file: string): Zip | Refused {
  const entries: ZipEntry[] = [];
  const damaged = (reason: string): Refused =>
    refuse(file, { code: "damaged-file", params: { format: "ZIP", reason } });
  let listed = 0;
  try {
    unzipSync(bytes, {
      filter({ name, originalSize }) {
        if (++listed > MOST_ENTRIES) throw new Error(`more than ${String(MOST_ENTRIES)} entries`);
        if (isContent(name)) entries.push({ name, sizeBytes: originalSize });
        return false;
      },
    });
  } catch (error) {
    return damaged(reasonOf(error));
  }
  if (entries.length > 0 && isEncrypted(bytes)) return refuse(file, { code: "encrypted-zip", params: {} });
  const tooLarge = (names: readonly string[]): Refused | null => {
    const wanted = new Set(names);
    const bytesOf = entries.map(({ name, sizeBytes }) => (wanted.has(name) ? sizeBytes : 0));
    const megabytes = Math.ceil(bytesOf.reduce((sum, size) => sum + size, 0) / MEGABYTE);
    return megabytes > MOST_MEGABYTES
      ? refuse(file, { code: "zip-too-large", params: { megabytes, most: MOST_MEGABYTES } })
      : null;
  };
  return {
    entries,
    tooLarge,
    unpack(names) {
      const refused = tooLarge(names);
      if (refused !== null) return refused;
      try {
        return new Map(Object.entries(unzipSync(bytes, { filter: ({ name }) => names.includes(name) })));
      } catch (error) {
        return damaged(reasonOf(error));
      }
    },
  };
}

function isContent(name: string): boolean {
  return !name.endsWith("/") && !/(^|\/)(__MACOSX\/|\.|Thumbs\.db$)/i.test(name);
}

/** Whether the first entry says that it is encrypted (bit 0 of its flags). */
function isEncrypted(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && ((bytes[6] ?? 0) & 1) === 1;
}
