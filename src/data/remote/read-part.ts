import { clipCoverage } from "#domain/coverage/clip-coverage.ts";
import {
  MOST_WHOLE_BYTES,
  type Box,
  type FilePart,
  type PartProblem,
  type PartProgress,
} from "#domain/live/file-part.ts";
import { askHost } from "./ask-host.ts";
import { PartError } from "./part-error.ts";
import type { PartFile } from "./part-file.ts";
import { RangeFile } from "./range-file.ts";
import type { RangeHost } from "./range-host.ts";

/** A part of a file, to be opened as any other file. */
export interface NamedPart {
  readonly bytes: Blob;
  readonly name: string;
  readonly part: FilePart;
}

interface Asking {
  readonly host: RangeHost;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: PartProgress) => void;
}

/** Why not; and how large the whole file is, `null` where that is not known. */
interface NotRead {
  readonly ok: false;
  readonly problem: PartProblem;
  readonly fileBytes: number | null;
}
type Answer<T> = ({ readonly ok: true } & T) | NotRead;
export type PartAnswer = Answer<NamedPart>;
/** A whole file, to be opened as any other. */
export type WholeAnswer = Answer<Omit<NamedPart, "part">>;

const BAD_ADDRESS: NotRead = { ok: false, problem: { code: "bad-address", params: {} }, fileBytes: null };

const FLATGEOBUF = [0x66, 0x67, 0x62, 0x03, 0x66, 0x67, 0x62];
const PMTILES = [0x50, 0x4d, 0x54, 0x69, 0x6c, 0x65, 0x73, 0x03];

/**
 * Reads the records of a file on the web that lie in some boxes, and no more of it than that takes.
 * @throws {DOMException} AbortError once the signal has fired
 */
export async function readPart(
  address: string,
  areas: readonly Box[],
  { host, signal, onProgress }: Asking,
): Promise<PartAnswer> {
  if (!isFileAddress(address)) return BAD_ADDRESS;
  const file = new RangeFile(address, host, signal, onProgress);
  try {
    const read = await (await chooseReader(file))(file, areas);
    const { sizeBytes: fileBytes, bytesRead, requests } = file;
    const { source, coverage } = read.statement;
    const part = { address, areas, bytesRead, requests, fileBytes, source, coverage: clipCoverage(coverage, areas) };
    return { ok: true, bytes: read.bytes, name: fileNameOf(address) + read.suffix, part };
  } catch (error) {
    if (error instanceof PartError) return { ok: false, problem: error.problem, fileBytes: file.sizeBytes };
    throw error;
  }
}

/**
 * Reads a whole file of any format, up to a size.
 * @throws {DOMException} AbortError once the signal has fired
 */
export async function readWholeFile(address: string, { host, signal, onProgress }: Asking): Promise<WholeAnswer> {
  if (!isFileAddress(address)) return BAD_ADDRESS;
  try {
    const answer = await askHost(host, address, null, signal);
    const announced = Number(answer.header("Content-Length") ?? 0);
    if (announced > MOST_WHOLE_BYTES) {
      answer.discard();
      throw tooLarge();
    }
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    let bytes = 0;
    for await (const piece of answer.pieces(announced)) {
      pieces.push(piece);
      bytes += piece.length;
      if (bytes > MOST_WHOLE_BYTES) throw tooLarge();
      onProgress({ bytes, requests: 1 });
    }
    return { ok: true, bytes: new Blob(pieces), name: fileNameOf(address) };
  } catch (error) {
    if (error instanceof PartError) return { ok: false, problem: error.problem, fileBytes: null };
    throw error;
  }
}

function tooLarge(): PartError {
  return new PartError({ code: "too-large", params: { most: MOST_WHOLE_BYTES / 1e6 } });
}

async function chooseReader(file: RangeFile): Promise<(file: RangeFile, boxes: readonly Box[]) => Promise<PartFile>> {
  const start = await file.read(0, PMTILES.length);
  if (FLATGEOBUF.every((byte, at) => start[at] === byte)) {
    return (await import("./flatgeobuf-part.ts")).readFlatgeobufPart;
  }
  if (PMTILES.every((byte, at) => start[at] === byte)) return (await import("./pmtiles-part.ts")).readPmtilesPart;
  throw new PartError({ code: "other-format", params: {} });
}

function isFileAddress(address: string): boolean {
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
}

/** The last part of the path; the host where there is none. */
function fileNameOf(address: string): string {
  const { pathname, host } = new URL(address);
  const name = pathname
    .split("/")
    .filter((part) => part !== "")
    .at(-1);
  if (name === undefined) return host;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
