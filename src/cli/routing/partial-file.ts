import { closeSync, existsSync, fstatSync, ftruncateSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import type { Contour } from "#domain/travel/minutes-test.ts";
import { isObject } from "#domain/shape.ts";

/** What a site came to. */
export interface SiteDone {
  readonly id: string;
  readonly lon: number;
  readonly lat: number;
  /** ISO 8601 date and time. */
  readonly computed: string;
  /** `null` where there are none. */
  readonly contours: readonly Contour[] | null;
  /** Why there are none; `null` where there are. */
  readonly reason: string | null;
  readonly isNearEdge: boolean;
}

/** A site that is done, without its contours. */
export type DoneInBrief = Omit<SiteDone, "contours">;

const CHUNK_BYTES = 1 << 20;
const NEWLINE = 10;

/**
 * The sites that a run has done, a line each, in a file that outlives the run, so that it goes on where it was when it ended,
 * however it ended. Contours stay in the file. A last line that was not written to its end is cut off.
 */
export class PartialFile {
  readonly path: string;
  readonly #file: number;
  readonly #done = new Map<string, { readonly brief: DoneInBrief; readonly offset: number; readonly length: number }>();
  #size = 0;

  /** @param question what was asked of every site; what a file holds that answers another one is given up */
  constructor(path: string, question: unknown) {
    this.path = path;
    this.#file = openSync(path, existsSync(path) ? "r+" : "w+");
    const head = JSON.stringify(question);
    for (const { text, offset, length } of this.#lines()) {
      if (offset === 0 ? text !== head : !this.#take(text, offset, length)) break;
      this.#size = offset + length + 1;
    }
    ftruncateSync(this.#file, this.#size);
    if (this.#size === 0) this.#append(head);
  }

  get count(): number {
    return this.#done.size;
  }

  /** What the site came to, where the same point was asked for under the same id. */
  find(id: string, lon: number, lat: number): DoneInBrief | null {
    const brief = this.#done.get(id)?.brief;
    return brief?.lon === lon && brief.lat === lat ? brief : null;
  }

  contoursOf(id: string): readonly Contour[] | null {
    const place = this.#done.get(id);
    if (place === undefined) return null;
    const bytes = Buffer.alloc(place.length);
    readSync(this.#file, bytes, 0, place.length, place.offset);
    return (JSON.parse(bytes.toString()) as SiteDone).contours;
  }

  add(done: SiteDone): void {
    const offset = this.#size;
    const length = this.#append(JSON.stringify(done));
    this.#done.set(done.id, { brief: inBrief(done), offset, length });
  }

  close(): void {
    closeSync(this.#file);
  }

  remove(): void {
    this.close();
    rmSync(this.path);
  }

  /** @returns its length without the end of the line */
  #append(line: string): number {
    const bytes = Buffer.from(`${line}\n`);
    writeSync(this.#file, bytes, 0, bytes.length, this.#size);
    this.#size += bytes.length;
    return bytes.length - 1;
  }

  #take(text: string, offset: number, length: number): boolean {
    const done = readDone(text);
    if (done === null) return false;
    this.#done.set(done.id, { brief: inBrief(done), offset, length });
    return true;
  }

  /** Lines that have an end. */
  *#lines(): Generator<{ readonly text: string; readonly offset: number; readonly length: number }> {
    const { size } = fstatSync(this.#file);
    let offset = 0;
    let begun = Buffer.alloc(0);
    for (let at = 0; at < size; at += CHUNK_BYTES) {
      const chunk = Buffer.alloc(Math.min(CHUNK_BYTES, size - at));
      readSync(this.#file, chunk, 0, chunk.length, at);
      begun = Buffer.concat([begun, chunk]);
      for (let end = begun.indexOf(NEWLINE); end !== -1; end = begun.indexOf(NEWLINE)) {
        yield { text: begun.toString("utf8", 0, end), offset, length: end };
        offset += end + 1;
        begun = begun.subarray(end + 1);
      }
    }
  }
}

function inBrief({ id, lon, lat, computed, reason, isNearEdge }: SiteDone): DoneInBrief {
  return { id, lon, lat, computed, reason, isNearEdge };
}

function readDone(text: string): SiteDone | null {
  try {
    const json = JSON.parse(text) as unknown;
    return isObject(json) && typeof json["id"] === "string" && "contours" in json
      ? (json as unknown as SiteDone)
      : null;
  } catch {
    return null;
  }
}
