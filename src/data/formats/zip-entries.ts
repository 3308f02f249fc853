import { unzipSync } from "fflate";
import { quoted } from "../json.ts";
import { FREE_UNPACKED_BYTES, MOST, MOST_BINARY_MEGABYTES, OverLimit, overLimit } from "#domain/limits.ts";
import { checksumOf } from "./checksum.ts";
import { limitOr, reasonOf, refuse, type Refused } from "./opened.ts";

const MEGABYTE = 1e6;
/** By which an entry of the directory at the end of an archive begins, and the record behind the last. */
const [ENTRY, END] = [0x02014b50, 0x06054b50];
/** Where in them stands what is read here. */
const [ENTRY_CHECKSUM, ENTRY_LENGTHS, ENTRY_BYTES, END_DIRECTORY, END_BYTES] = [16, 28, 46, 16, 22];
/** In front of the last record a large archive (ZIP64) says where it has a longer one, which says where the directory is. */
const [LOCATOR, LOCATOR_BYTES, LOCATOR_END] = [0x07064b50, 20, 8];
const [LONG_END, LONG_END_DIRECTORY] = [0x06064b50, 48];
/** Tables of fields of fixed width, filled with blanks, pack to almost nothing. */
const PADDED = /\.dbf$/i;

export interface ZipEntry {
  readonly name: string;
  readonly packedBytes: number;
  readonly sizeBytes: number;
}

/** An archive whose contents are listed; nothing of it is unpacked yet. */
export interface Zip {
  readonly entries: readonly ZipEntry[];
  /** Why the entries of these names are too much to unpack; `null` where they are not. */
  tooMuch(names: readonly string[]): Refused | null;
  /** Unpacks the entries of these names together, unless that is too much or they are not what the archive says. */
  unpack(names: readonly string[]): ReadonlyMap<string, Uint8Array<ArrayBuffer>> | Refused;
}

/** Lists the files of a zip archive; folders and what operating systems put beside them are left out. */
export function openZip(bytes: Uint8Array, file: string): Zip | Refused {
  const entries: ZipEntry[] = [];
  const damaged = (error: unknown): Refused =>
    refuse(file, limitOr(error, { code: "damaged-file", params: { format: "ZIP", reason: reasonOf(error) } }));
  let listed = 0;
  try {
    unzipSync(bytes, {
      filter({ name, size, originalSize }) {
        if (++listed > MOST.entries) throw new OverLimit("entries");
        if (isContent(name)) entries.push({ name, packedBytes: size, sizeBytes: Math.max(size, originalSize) });
        return false;
      },
    });
  } catch (error) {
    return damaged(error);
  }
  if (entries.length > 0 && isEncrypted(bytes)) return refuse(file, { code: "encrypted-zip", params: {} });
  const tooMuch = (names: readonly string[]): Refused | null => {
    const wanted = new Set(names);
    const asked = entries.filter(({ name }) => wanted.has(name));
    const megabytes = Math.ceil(asked.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0) / MEGABYTE);
    if (megabytes > MOST_BINARY_MEGABYTES)
      return refuse(file, { code: "zip-too-large", params: { megabytes, most: MOST_BINARY_MEGABYTES } });
    const isBomb = asked.some(
      ({ name, packedBytes, sizeBytes }) =>
        !PADDED.test(name) && sizeBytes > Math.max(FREE_UNPACKED_BYTES, packedBytes * MOST.packing),
    );
    return isBomb ? refuse(file, overLimit("packing")) : null;
  };
  return {
    entries,
    tooMuch,
    unpack(names) {
      const refused = tooMuch(names);
      if (refused !== null) return refused;
      const wanted = new Set(names);
      const directory = checksumsIn(bytes);
      const checksums = new Map<string, number | undefined>();
      let at = 0;
      try {
        const unpacked = unzipSync(bytes, {
          filter({ name }) {
            checksums.set(name, directory[at++]);
            return wanted.has(name);
          },
        });
        for (const [name, content] of Object.entries(unpacked))
          if (checksums.get(name) !== checksumOf(content)) throw new Error(`the checksum of ${quoted(name)} is wrong`);
        return new Map(Object.entries(unpacked));
      } catch (error) {
        return damaged(error);
      }
    },
  };
}

/** What the directory says that the unpacked bytes of each entry add up to: a false size is known by it, too. */
function checksumsIn(bytes: Uint8Array): readonly number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - END_BYTES;
  while (end >= 0 && view.getUint32(end, true) !== END) end--;
  const checksums: number[] = [];
  let at = end < 0 ? bytes.length : directoryOf(view, end);
  while (at + ENTRY_BYTES <= bytes.length && view.getUint32(at, true) === ENTRY) {
    checksums.push(view.getUint32(at + ENTRY_CHECKSUM, true));
    // Behind each entry stand its name, more of it, and a comment.
    const lengths = [0, 2, 4].map((behind) => view.getUint16(at + ENTRY_LENGTHS + behind, true));
    at += ENTRY_BYTES + lengths[0]! + lengths[1]! + lengths[2]!;
  }
  return checksums;
}

/** Where the directory begins, by the record at the end. */
function directoryOf(view: DataView, end: number): number {
  const locator = end - LOCATOR_BYTES;
  if (locator >= 0 && view.getUint32(locator, true) === LOCATOR) {
    const longEnd = view.getUint32(locator + LOCATOR_END, true);
    const stands = longEnd + LONG_END_DIRECTORY + 4 <= view.byteLength && view.getUint32(longEnd, true) === LONG_END;
    if (stands) return view.getUint32(longEnd + LONG_END_DIRECTORY, true);
  }
  return view.getUint32(end + END_DIRECTORY, true);
}

function isContent(name: string): boolean {
  return !name.endsWith("/") && !/(^|\/)(__MACOSX\/|\.|Thumbs\.db$)/i.test(name);
}

/** Whether the first entry says that it is encrypted (bit 0 of its flags). */
function isEncrypted(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && ((bytes[6] ?? 0) & 1) === 1;
}
