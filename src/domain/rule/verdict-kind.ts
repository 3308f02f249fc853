/** The answers of method §5. Columns hold the position in this list. */
export const VERDICTS = ["alone", "together", "short", "unknown"] as const;
export type Verdict = (typeof VERDICTS)[number];
