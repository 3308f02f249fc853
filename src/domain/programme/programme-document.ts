/** The kinds of papers that our own table names. */
export const DOCUMENT_TYPES = [
  "benchmark_tool",
  "handbook",
  "swot",
  "study",
  "regional_strategy",
  "reutilization_concept",
  "investment_report",
  "newsletter",
  "summary",
] as const;
export type DocumentType = (typeof DOCUMENT_TYPES)[number];

/** A paper of the programme that can be read somewhere; what is not stated is `null`. */
export interface ProgrammeDocument {
  readonly id: string;
  readonly type: DocumentType;
  readonly title: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  /** As the paper names it; "transnational" for all regions of the programme. */
  readonly region: string | null;
  readonly year: number | null;
  /** BCP 47. */
  readonly language: string | null;
  readonly sourceUrl: string;
  readonly note: string | null;
}
