import { KEEP_DUPLICATES, type ReadSummary, type ReportEntry } from "#domain/ingest/report.ts";
import { AS_RECOGNISED, type Mapping } from "#domain/ingest/mapping.ts";
import type { Issue } from "#domain/issue.ts";
import type { TableKind } from "#domain/workspace/table.ts";
import { createImportHandlers } from "#workers/import-handlers.ts";
import type { TaskContext } from "#workers/serve.ts";

/** What became of a file that went the whole way of an import. */
export type Imported =
  | { readonly kind: "refused"; readonly issues: readonly Issue[] }
  | {
      readonly kind: "read";
      readonly summary: ReadSummary;
      readonly entries: readonly ReportEntry[];
      readonly records: unknown;
      readonly mapping: Mapping;
    };

const CONTEXT: TaskContext<never> = {
  signal: new AbortController().signal,
  progress: () => undefined,
  breathe: () => Promise.resolve(),
};

/**
 * Takes a file the whole way of an import, as the page does: the worker's own tasks, one after another, and each answer as a
 * copy, as it would come to the page.
 * @param kind as recognised where left out
 */
export async function importBytes(
  name: string,
  content: BlobPart,
  { kind, mapping: change = {} }: { readonly kind?: TableKind; readonly mapping?: Partial<Mapping> } = {},
): Promise<Imported> {
  const handlers = createImportHandlers({});
  const context = CONTEXT as TaskContext<{ share: number; rows: number }>;
  const source = new File([content], name);
  const { result: opening } = await handlers.open({ source, name, options: AS_RECOGNISED }, CONTEXT);
  const opened = structuredClone(opening);
  if (!opened.ok) return { kind: "refused", issues: opened.issues };
  const found = kind === undefined ? opened.opened.mapping : (await handlers.suggest({ kind }, CONTEXT)).result.mapping;
  const mapping = { ...found, ...change };
  const { result: preview } = await handlers.preview({ mapping }, CONTEXT);
  structuredClone(preview);
  if (preview.issues.some(({ severity }) => severity === "error")) return { kind: "refused", issues: preview.issues };
  const { result: summary } = await handlers.read({ mapping, loaded: null }, context);
  const query = {
    from: 0,
    count: 1000,
    severity: null,
    code: null,
    column: null,
    sort: "row",
    descending: false,
  } as const;
  const { result: page } = await handlers["report-page"]({ query }, CONTEXT);
  await handlers["rejected-rows"]({ language: "en" }, CONTEXT);
  const { result: finished } = await handlers.finish({ decisions: KEEP_DUPLICATES }, CONTEXT);
  return {
    kind: "read",
    summary: structuredClone(summary),
    entries: structuredClone(page.entries),
    records: structuredClone(finished.records),
    mapping,
  };
}

/** Codes of what was found, each once, in the order in which they came. */
export function codesOf(imported: Imported): readonly string[] {
  const issues = imported.kind === "refused" ? imported.issues : imported.entries.map(({ issue }) => issue);
  return [...new Set(issues.map(({ code }) => code))];
}
