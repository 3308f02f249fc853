import { TABLE_COLUMNS, type ColumnSpec } from "#domain/ingest/columns.ts";
import { TABLE_KINDS } from "#domain/workspace/table.ts";
import { failure, success, type Result } from "#domain/result.ts";
import type { Translate } from "#i18n/translate.ts";
import path from "node:path";
import { DATA_ERRORS, DONE, type CommandIo } from "./io.ts";
import { parseChoice, parseOneAndOptions, type UsageFailure } from "./options.ts";
import { issueLine, readInput } from "./read-input.ts";

const KINDS = TABLE_KINDS;

/** Prints every problem of a table and a last line that sums up. */
export async function validate(
  args: readonly string[],
  io: CommandIo,
  translate: Translate,
): Promise<Result<number, UsageFailure>> {
  const parsed = parseOneAndOptions(args, ["as"], "cli.error.missing-table");
  if (!parsed.ok) return parsed;
  const { one: file, options } = parsed.value;
  const as = options.get("as");
  if (as === undefined) return failure({ code: "cli.error.missing-option", params: { option: "--as" } });
  const kind = parseChoice("--as", as, KINDS);
  if (!kind.ok) return kind;

  const read = await readInput(file, kind.value);
  if (!read.ok) return read;
  const { rowsRead, rowsRejected, issues } = read.value;
  for (const issue of issues) io.stdout.write(issueLine(issue, translate));
  const errors = issues.filter(({ severity }) => severity === "error").length;
  const summary = translate("cli.summary", {
    file: path.basename(file),
    read: rowsRead,
    kept: rowsRead - rowsRejected,
    rejected: rowsRejected,
    errors,
    warnings: issues.length - errors,
  });
  io.stdout.write(`${summary}\n`);
  return success(errors > 0 ? DATA_ERRORS : DONE);
}

export function validateHelp(translate: Translate): string {
  const list = (columns: readonly ColumnSpec[]) =>
    columns
      .map(({ name, presence, kind, vocabulary }) =>
        translate("cli.column", {
          name,
          presence: translate(`column-presence.${presence}`),
          kind: translate(`column-kind.${kind}`, { values: vocabulary?.join(", ") ?? "" }),
        }),
      )
      .join("\n");
  const tables = TABLE_KINDS.map((kind) =>
    translate("cli.help.validate-columns", { kind, columns: list(TABLE_COLUMNS[kind]) }),
  );
  return translate("cli.help.validate", { kinds: TABLE_KINDS.join("|"), tables: tables.join("\n\n") });
}
