import type { Issue } from "#domain/issue.ts";
import type { AssessedConcept } from "#domain/options/assess.ts";
import type { ReuseConcept } from "#domain/options/concept.ts";
import type { Invitation } from "#domain/options/invite.ts";

/** Whom to invite, for what. */
export interface InvitationList {
  readonly concept: ReuseConcept;
  /** Index in the site table. */
  readonly site: number;
  readonly invitations: readonly Invitation[];
  /** Each need of the concept in words, in its order. */
  readonly needWords: readonly string[];
}

/** What files of an invitation list can be. */
export const INVITATION_FORMATS = ["csv-spreadsheet", "geojson"] as const;
export type InvitationFormat = (typeof INVITATION_FORMATS)[number];

/** A site that a concept fits, with how it fits. */
export interface FittingSite {
  /** Index in the site table. */
  readonly site: number;
  readonly assessed: AssessedConcept;
}

/** The sites that a concept fits best. */
export interface FittingSites {
  readonly sites: readonly FittingSite[];
  /** How many sites were asked about, and how many of them meet all needs. */
  readonly all: number;
  readonly whole: number;
}

/**
 * What the room of combination options asks for. Answers are `null` where the tables have changed meanwhile; all reject with
 * AbortError once the signal fires. Sites are indices in the site table.
 */
export interface OptionActions {
  /** The bundled reuse concepts. */
  readonly bundled: readonly ReuseConcept[];
  assess(
    concepts: readonly ReuseConcept[],
    site: number,
    signal: AbortSignal,
  ): Promise<readonly AssessedConcept[] | null>;
  /** Of these sites those that the concept fits best. */
  fittingSites(concept: ReuseConcept, sites: Uint32Array, signal: AbortSignal): Promise<FittingSites | null>;
  /** @param needs positions of the needs that somebody is invited for */
  invite(
    concept: ReuseConcept,
    site: number,
    needs: readonly number[],
    signal: AbortSignal,
  ): Promise<readonly Invitation[] | null>;
  saveInvitations(list: InvitationList, format: InvitationFormat): Promise<void>;
  /** Saves concepts as a file that can be opened again. */
  saveConcepts(concepts: readonly ReuseConcept[]): void;
  /** Reads such a file; nothing is taken over by this. */
  readConcepts(file: File): Promise<{ readonly concepts: readonly ReuseConcept[]; readonly issues: readonly Issue[] }>;
}
