type NoParams = Readonly<Record<string, never>>;

/** Why a basemap, or a part of it, did not come, each with what its message needs; the words are in `i18n`. */
export interface GroundProblemParams {
  /** No answer came: no network, a wrong address, or the host lets no pages ask. */
  readonly unreachable: NoParams;
  /** The host sends on to another address, which is not asked, as its host was not named. */
  readonly redirected: NoParams;
  readonly "not-found": { readonly status: number };
  /** Any other refusal. */
  readonly refused: { readonly status: number };
  readonly "timed-out": { readonly seconds: number };
  /** The host answers a question for a part of a file with the whole of it. */
  readonly "no-ranges": NoParams;
  /** What came is cut, changed, too large or damaged. */
  readonly broken: NoParams;
  /** A style, or a description of tiles, beyond what is read; `domain/limits.ts` says how much is. */
  readonly "over-limit": { readonly megabytes: number; readonly layers: number; readonly sources: number };
  /** What came is no style, or no description of tiles. */
  readonly "no-style": NoParams;
  /** Nothing of the style can be drawn here. */
  readonly "no-layers": NoParams;
  /** No PMTiles file, or one of tiles that cannot be drawn. */
  readonly "no-archive": NoParams;
  /** Asking other hosts has ended unexpectedly. */
  readonly ended: NoParams;
}

export type GroundProblem = {
  [C in keyof GroundProblemParams]: { readonly code: C; readonly params: GroundProblemParams[C] };
}[keyof GroundProblemParams];

/** Bytes, or why there are none. */
export type GroundAnswer =
  { readonly ok: true; readonly bytes: ArrayBuffer } | { readonly ok: false; readonly problem: GroundProblem };
