import type { FileStatement } from "#domain/live/file-part.ts";

/** A part of a file as a file of its own. */
export interface PartFile {
  readonly bytes: Blob;
  readonly statement: FileStatement;
  /** What its name ends with, where it is of another format than the file; else empty. */
  readonly suffix: string;
}
