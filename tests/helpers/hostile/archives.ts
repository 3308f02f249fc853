import { strToU8, zipSync, type Zippable } from "fflate";

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
/** Where the headers of an entry tell its size unpacked. */
const [LOCAL_SIZE, CENTRAL_SIZE] = [22, 24];

/** An archive of some texts by their names. */
export function archiveOf(entries: Readonly<Record<string, string | Uint8Array>>): Uint8Array<ArrayBuffer> {
  const files: Zippable = Object.fromEntries(
    Object.entries(entries).map(([name, content]) => [name, typeof content === "string" ? strToU8(content) : content]),
  );
  return new Uint8Array(zipSync(files, { level: 9 }));
}

/** A table of the same line over and over: packed, it is a thousandth. */
export function bomb(megabytes: number): Uint8Array<ArrayBuffer> {
  const content = new Uint8Array(megabytes * 1e6).fill(0x61);
  content.set(strToU8("id,name,lon,lat\n"));
  return archiveOf({ "sites.csv": content });
}

/** An archive in an archive, and so on. */
export function nested(depth: number): Uint8Array<ArrayBuffer> {
  let inner = archiveOf({ "sites.csv": "id,name,lon,lat\na,Mill,14,46\n" });
  for (let level = 1; level < depth; level++) inner = archiveOf({ "inner.kmz": inner });
  return inner;
}

/** An archive of many empty entries beside a table. */
export function crowded(count: number): Uint8Array<ArrayBuffer> {
  const entries = Object.fromEntries(Array.from({ length: count }, (_, at) => [`notes/${String(at)}`, ""]));
  return archiveOf({ ...entries, "sites.csv": "id,name,lon,lat\na,Mill,14,46\n" });
}

/** The archive with another size told of what all of its entries unpack to. */
export function withStatedSize(archive: Uint8Array<ArrayBuffer>, bytes: number): Uint8Array<ArrayBuffer> {
  const lying = archive.slice();
  const view = new DataView(lying.buffer);
  for (let at = 0; at + 46 < lying.length; at++) {
    const sign = view.getUint32(at, true);
    if (sign === LOCAL_HEADER) view.setUint32(at + LOCAL_SIZE, bytes, true);
    if (sign === CENTRAL_HEADER) view.setUint32(at + CENTRAL_SIZE, bytes, true);
  }
  return lying;
}

const WORKBOOK_PARTS = {
  "[Content_Types].xml": `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
  "_rels/.rels": `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  "xl/workbook.xml": `<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  "xl/_rels/workbook.xml.rels": `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
};

export const SHEET_HEADER = ["id", "name", "lon", "lat"]
  .map((name, at) => inlineCell(`${"ABCD"[at]!}1`, name))
  .join("");

export function inlineCell(address: string, text: string): string {
  return `<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`;
}

/**
 * A workbook of one sheet.
 * @param rows the content of its `sheetData`
 * @param parts in place of others, or beside them
 */
export function workbook(
  rows: string,
  { doctype = "", parts = {} }: { readonly doctype?: string; readonly parts?: Readonly<Record<string, string>> } = {},
): Uint8Array<ArrayBuffer> {
  const sheet = `<?xml version="1.0"?>${doctype}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`;
  return archiveOf({ ...WORKBOOK_PARTS, "xl/worksheets/sheet1.xml": sheet, ...parts });
}

/** The archive with an entry under another name of the same length. */
export function renamed(archive: Uint8Array<ArrayBuffer>, from: string, to: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(Buffer.from(archive).toString("latin1").replaceAll(from, to), "latin1"));
}

/** The archive as ZIP64 writes it: a longer record at its end tells where the directory is, the short one does not. */
export function large(archive: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const end = archive.length - 22;
  const told = new DataView(archive.buffer);
  const [entries, directory] = [told.getUint16(end + 10, true), told.getUint32(end + 16, true)];
  const bytes = new Uint8Array(archive.length + 56 + 20);
  bytes.set(archive.subarray(0, end));
  bytes.set(archive.subarray(end), end + 76);
  const view = new DataView(bytes.buffer);
  view.setUint32(end, 0x06064b50, true);
  view.setUint32(end + 4, 44, true);
  view.setUint32(end + 24, entries, true);
  view.setUint32(end + 32, entries, true);
  view.setUint32(end + 40, end - directory, true);
  view.setUint32(end + 48, directory, true);
  view.setUint32(end + 56, 0x07064b50, true);
  view.setUint32(end + 64, end, true);
  view.setUint32(end + 72, 1, true);
  view.setUint16(end + 76 + 8, 0xffff, true);
  view.setUint16(end + 76 + 10, 0xffff, true);
  view.setUint32(end + 76 + 16, 0xffffffff, true);
  return bytes;
}
