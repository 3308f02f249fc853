import type { CoverageArea } from "../coverage/coverage.ts";
import type { DataSource } from "../data-source.ts";
import type { AskedArea } from "../workspace/table.ts";

/** Ground in degrees; it does not cross the antimeridian. */
export type Box = Extract<AskedArea, { readonly kind: "box" }>;

/** A whole file is read up to this size. */
export const MOST_WHOLE_BYTES = 100e6;

type NoParams = Readonly<Record<string, never>>;

/**
 * What is damaged in a file: its header, its index that points outside of it, its index against the order or the length of its
 * features, a packed part that is far too large, or something else.
 */
export type Damage = "header" | "outside" | "order" | "length" | "packed" | "other";

/** Why a file could not be read where it lies, each with what its message needs; the words are in `i18n`. */
export interface PartProblemParams {
  /** No address of a file on the web. */
  readonly "bad-address": NoParams;
  /** No answer came: no network, a wrong address, or the host lets no pages ask. */
  readonly unreachable: NoParams;
  /** The host sends on to another address, which is not asked, as its host was not named. */
  readonly redirected: NoParams;
  readonly "not-found": { readonly status: number };
  /** Any other refusal. */
  readonly refused: { readonly status: number };
  /** No answer began, or none of its bytes came, for some time. */
  readonly "timed-out": { readonly seconds: number };
  /** The host answers a question for a part with the whole file. */
  readonly "no-ranges": NoParams;
  /** Other bytes came than were asked for, or more. */
  readonly "wrong-part": NoParams;
  /** Fewer bytes came than were asked for and announced; `expected` is 0 where that is not known. */
  readonly cut: { readonly expected: number; readonly found: number };
  /** Another file stands at the address than at the first request. */
  readonly changed: NoParams;
  /** No format that can be read in parts. */
  readonly "other-format": NoParams;
  /** FlatGeobuf without the index by which parts are found. */
  readonly "no-index": NoParams;
  /** Coordinates other than longitude and latitude. */
  readonly "other-crs": { readonly crs: string };
  /** PMTiles of pictures, or without points. */
  readonly "no-points": NoParams;
  /** Tiles that are packed in a way that the page cannot undo. */
  readonly "other-packing": NoParams;
  readonly damaged: { readonly damage: Damage };
  readonly "nothing-there": NoParams;
  readonly "too-many-tiles": { readonly most: number };
  /** Of a whole file. */
  readonly "too-large": { readonly most: number };
  /** Of tiles, more than `most` MB. */
  readonly "too-much-unpacked": { readonly most: number };
  readonly "too-much": { readonly megabytes: number; readonly most: number };
}

export type PartProblem = {
  [C in keyof PartProblemParams]: { readonly code: C; readonly params: PartProblemParams[C] };
}[keyof PartProblemParams];

/** A file on the web that the user wants to read. */
export interface WantedFile {
  readonly address: string;
  /** Where; what was read of the same file before is read again with it. `null`: the whole file. */
  readonly areas: readonly AskedArea[] | null;
}

/** How far reading a part has come. */
export interface PartProgress {
  readonly bytes: number;
  readonly requests: number;
}

/** What a file says about its records. */
export interface FileStatement {
  /** `null` where it names none. */
  readonly source: Omit<DataSource, "id"> | null;
  readonly coverage: readonly CoverageArea[];
}

/** Where the records of an import were read, when they are a part of a file elsewhere. */
export interface FilePart extends FileStatement {
  readonly address: string;
  /** What was read of it; empty: the whole file. */
  readonly areas: readonly Box[];
  readonly bytesRead: number;
  readonly requests: number;
  /** Size of the whole file; `null` where the host does not tell. */
  readonly fileBytes: number | null;
}
