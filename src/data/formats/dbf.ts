/** The table of a Shapefile's properties, its bytes not decoded yet. */
export interface Dbf {
  readonly fields: readonly DbfField[];
  /** Records, deleted ones among them. */
  readonly count: number;
  /** A label of the Encoding Standard, where the header names one beyond doubt. */
  readonly encoding: string | null;
  /** The bytes of all records, for guessing the encoding. */
  readonly recordBytes: Uint8Array;
  isDeleted(record: number): boolean;
  /** Texts of a record by field: numbers as written, dates as ISO 8601. */
  cells(record: number, decoder: TextDecoder): string[];
}

interface DbfField {
  readonly nameBytes: Uint8Array;
  readonly type: string;
  /** From the beginning of the record. */
  readonly start: number;
  readonly length: number;
}

const HEADER = 32;
const FIELD = 32;
const [END_OF_FIELDS, DELETED] = [0x0d, 0x2a];
/** Language driver ids that name an encoding of the Encoding Standard (byte 29 of the header). */
const LANGUAGE_DRIVERS: Readonly<Record<number, string>> = { 0x03: "windows-1252", 0xc8: "windows-1250" };

/** Takes a dBASE table apart. Throws an `Error` that says what is wrong where it is none. */
export function openDbf(bytes: Uint8Array): Dbf {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEADER + 1) throw new Error("the .dbf part is too short");
  const headerLength = view.getUint16(8, true);
  const recordLength = view.getUint16(10, true);
  if (headerLength > bytes.length || recordLength === 0) throw new Error("the header of the .dbf part is wrong");
  const fields: DbfField[] = [];
  let start = 1;
  for (let at = HEADER; at + FIELD <= headerLength && bytes[at] !== END_OF_FIELDS; at += FIELD) {
    const name = bytes.subarray(at, at + 11);
    const end = name.indexOf(0);
    const length = bytes[at + 16]!;
    fields.push({
      nameBytes: end === -1 ? name : name.subarray(0, end),
      type: String.fromCharCode(bytes[at + 11]!),
      start,
      length,
    });
    start += length;
  }
  const recordBytes = bytes.subarray(headerLength);
  return {
    fields,
    count: Math.min(view.getUint32(4, true), Math.floor(recordBytes.length / recordLength)),
    encoding: LANGUAGE_DRIVERS[bytes[29]!] ?? null,
    recordBytes,
    isDeleted: (record) => recordBytes[record * recordLength] === DELETED,
    cells(record, decoder) {
      const row = recordBytes.subarray(record * recordLength, (record + 1) * recordLength);
      return fields.map(({ type, start, length }) => cellText(row.subarray(start, start + length), type, decoder));
    },
  };
}

function cellText(bytes: Uint8Array, type: string, decoder: TextDecoder): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if ((type === "I" || type === "+") && bytes.length === 4) return String(view.getInt32(0, true));
  if ((type === "B" || type === "O") && bytes.length === 8) return String(view.getFloat64(0, true));
  const text = decoder.decode(bytes).replaceAll("\0", "").trim();
  switch (type) {
    case "N":
    case "F":
      return text.startsWith("*") ? "" : text; // asterisks stand for a number too long for its field
    case "D":
      return /^\d{8}$/.test(text) ? `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}` : "";
    case "L":
      return /^[ty]$/i.test(text) ? "true" : /^[fn]$/i.test(text) ? "false" : "";
    case "M":
      return ""; // the number of a block in a file of its own
    default:
      return text.replace(/\r\n?/g, "\n");
  }
}
