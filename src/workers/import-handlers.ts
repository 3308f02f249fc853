import { openSource, type FormatHost } from "#data/formats/open-source.ts";
import type { RawRow, RawTable } from "#data/ingest/raw-table.ts";
import { TableReader } from "#data/ingest/read-table.ts";
import { sampleMeanings } from "#data/ingest/sample-meanings.ts";
import { sourceSample } from "#data/ingest/source-sample.ts";
import { withoutReasons, writeRejectedRows } from "#data/ingest/rejected-rows.ts";
import { MOST } from "#domain/limits.ts";
import { readProject } from "#data/project/read-project.ts";
import { mappingKey, suggestMapping } from "#data/recognise/suggest-mapping.ts";
import type { ActorTable } from "#domain/actor/actor.ts";
import { convexHull } from "#domain/geo/convex-hull.ts";
import type { Recognised } from "#domain/ingest/mapping.ts";
import type { Preview } from "#domain/ingest/report.ts";
import type { Issue } from "#domain/issue.ts";
import type { TableKind } from "#domain/workspace/table.ts";
import { loadMessages } from "#i18n/catalogs.ts";
import { describeIssue, describeRepair } from "#i18n/describe-issue.ts";
import { createTranslate, type Translate } from "#i18n/translate.ts";
import type { ImportTasks } from "./import-protocol.ts";
import type { Handlers, TaskContext } from "./serve.ts";

/** Rows that are looked at to recognise what the columns hold. */
const SAMPLE_ROWS = 1000;
const PREVIEW_ROWS = 10;
/** Longest time without hearing messages. */
const BREATH_MILLISECONDS = 40;

/** What the worker keeps of its source. */
interface Open {
  readonly table: RawTable;
  readonly recognised: Recognised;
  readonly sample: readonly RawRow[];
}

/** The tasks of an import, over one source at a time. */
export function createImportHandlers(host: FormatHost): Handlers<ImportTasks> {
  let open: Open | null = null;
  let reader: TableReader | null = null;

  const opened = (): Open => {
    if (open === null) throw new Error("asked before a source was opened");
    return open;
  };
  const read = (): TableReader => {
    if (reader === null) throw new Error("asked before the rows were read");
    return reader;
  };

  return {
    async open({ source, name, options }) {
      open = null;
      reader = null;
      const file = source instanceof File ? source : new File([source], name);
      const result = await openSource(file, options, host);
      if ("issues" in result) return { result: { ok: false, issues: result.issues }, transfer: [] };
      const { table, recognised } = result;
      if (table.issues.some(({ severity }) => severity === "error")) {
        return { result: { ok: false, issues: table.issues }, transfer: [] };
      }
      const sample = await firstRows(table, SAMPLE_ROWS);
      open = { table, recognised, sample };
      const ownColumns = withoutReasons(table.headers);
      const suggestion = suggestFor(open, null);
      return {
        result: {
          ok: true,
          opened: {
            file: name,
            sizeBytes: source.size,
            recognised,
            columns: suggestion.columns,
            hasGeometry: table.hasGeometry,
            issues: table.issues,
            mapping: suggestion.mapping,
            mappingRemembered: false,
            crsCandidates: suggestion.crsCandidates,
          },
          mappingKey: mappingKey(ownColumns.map((column) => table.headers[column]!)),
        },
        transfer: [],
      };
    },

    suggest({ kind }) {
      const { mapping, crsCandidates } = suggestFor(opened(), kind);
      return { result: { mapping, crsCandidates }, transfer: [] };
    },

    preview({ mapping }) {
      const { table, sample } = opened();
      const trial = new TableReader(mapping.kind, table, mapping);
      const rows = trial.issues.some(isError) ? [] : sample.slice(0, PREVIEW_ROWS).map((row) => trial.preview(row));
      const meanings = sampleMeanings(sample, mapping);
      return { result: { rows, issues: trial.issues, meanings } satisfies Preview, transfer: [] };
    },

    async read({ mapping, loaded }, context) {
      const { table } = opened();
      reader = null;
      const made = new TableReader(mapping.kind, table, mapping, loaded);
      await readAll(made, table, context);
      reader = made;
      return { result: made.summary(), transfer: [] };
    },

    "report-page": ({ query }) => ({ result: read().page(query), transfer: [] }),

    async "source-row"({ row, column }) {
      const { table } = opened();
      const found = await rowNumbered(table, row);
      if (found === null) return { result: null, transfer: [] };
      const position = column === null ? -1 : table.headers.indexOf(column);
      const result = {
        number: row,
        headers: table.headers,
        cells: found.cells.map((cell) => cell.slice(0, MOST.text)),
        column: position < 0 ? null : position,
      };
      return { result, transfer: [] };
    },

    duplicates: ({ from, count }) => ({ result: read().duplicates(from, count), transfer: [] }),

    async "rejected-rows"({ language }) {
      await loadMessages(language, "issues");
      const translate = createTranslate(language);
      const { table, recognised } = opened();
      const reasons = (issues: readonly Issue[]) => ({
        because: issues.map((issue) => inWords(issue, translate)).join(" "),
        repair: issues.map((issue) => describeRepair(issue, translate)).join(" "),
      });
      const result = await writeRejectedRows(table, read().report.inOrder(), reasons, recognised.delimiter ?? ",");
      return { result, transfer: [] };
    },

    async "read-project"({ file, name }) {
      const result = await readProject(file, name);
      const tables = result.project?.tables ?? [];
      return { result, transfer: tables.flatMap(({ records }) => (Array.isArray(records) ? [] : buffersOf(records))) };
    },

    finish({ decisions }) {
      const finishing = read();
      const { records, count, merged, leftOut, fills } = finishing.finish(decisions);
      const { kind } = finishing.summary();
      const hull = kind === "actors" ? convexHull(records as ActorTable) : [];
      return {
        result: { kind, records, rowCount: count, rowsMerged: merged, rowsLeftOut: leftOut, fills, hull },
        transfer: buffersOf(records),
      };
    },
  };
}

/** @param kind `null`: as recognised */
function suggestFor({ table, sample }: Open, kind: TableKind | null): ReturnType<typeof suggestMapping> {
  const ownColumns = withoutReasons(table.headers);
  return suggestMapping({
    ...sourceSample(table, sample, kind),
    headers: table.headers.map((header, column) => (ownColumns.includes(column) ? header : "")),
  });
}

async function readAll(
  reader: TableReader,
  table: RawTable,
  context: TaskContext<{ share: number; rows: number }>,
): Promise<void> {
  let rows = 0;
  let breath = performance.now();
  for await (const batch of table.batches()) {
    for (const row of batch.rows) {
      reader.read(row);
      rows += 1;
      if ((rows & 0xff) === 0 && performance.now() - breath > BREATH_MILLISECONDS) {
        await context.breathe();
        if (context.signal.aborted) return;
        breath = performance.now();
      }
    }
    context.progress({ share: batch.progress, rows });
  }
}

async function firstRows(table: RawTable, most: number): Promise<readonly RawRow[]> {
  const rows: RawRow[] = [];
  for await (const batch of table.batches()) {
    rows.push(...batch.rows.slice(0, most - rows.length));
    if (rows.length >= most) break;
  }
  return rows;
}

async function rowNumbered(table: RawTable, number: number): Promise<RawRow | null> {
  for await (const { rows } of table.batches()) {
    const last = rows.at(-1);
    if (last === undefined || last.number < number) continue;
    return rows.find((row) => row.number === number) ?? null;
  }
  return null;
}

function isError({ severity }: Issue): boolean {
  return severity === "error";
}

/** "row 4, column lat: Found 95; …". */
function inWords(issue: Issue, translate: Translate): string {
  const { place, message } = describeIssue(issue, translate);
  return `${place}: ${message}`;
}

/** The buffers of columns, of texts too. */
function buffersOf(records: object): ArrayBuffer[] {
  return Object.values(records).flatMap((column: unknown): ArrayBuffer[] => {
    if (ArrayBuffer.isView(column)) return column.buffer instanceof ArrayBuffer ? [column.buffer] : [];
    const isObject = typeof column === "object" && column !== null && !Array.isArray(column);
    return isObject ? buffersOf(column) : [];
  });
}
