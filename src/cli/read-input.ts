import { closeSync, openAsBlob, openSync, statSync } from "node:fs";
import path from "node:path";
import { readFile } from "#data/ingest/read-file.ts";
import type { Ingest, Issue } from "#domain/issue.ts";
import { failure, success, type Result } from "#domain/result.ts";
import type { TableKind, TableRecords } from "#domain/workspace/table.ts";
import { describeIssue } from "#i18n/describe-issue.ts";
import type { Translate } from "#i18n/translate.ts";
import type { UsageFailure } from "./options.ts";

/** Reads a file, whatever its format, as a table of one kind; issues name the file by its own name. */
export async function readInput<K extends TableKind>(
  file: string,
  kind: K,
): Promise<Result<Ingest<TableRecords[K]>, UsageFailure>> {
  try {
    closeSync(openSync(file, "r"));
    if (statSync(file).isDirectory())
      throw Object.assign(new Error("EISDIR: illegal operation on a directory"), { code: "EISDIR" });
    return success(await readFile(kind, new File([await openAsBlob(file)], path.basename(file))));
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return failure({ code: "cli.error.unreadable-file", params: { file, reason: reasonOf(error) } });
  }
}

function isSystemError(error: unknown): boolean {
  return error instanceof Error && ("syscall" in error || "code" in error || error.name === "NotReadableError");
}

/** Why the system refused a file, without the call that it refused: "ENOENT: no such file or directory". */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.replace(/, \w+( '.*)?$/s, "") : String(error);
}

/** One issue as a line: file, place, severity, code, and what was found and expected. */
export function issueLine(issue: Issue, translate: Translate): string {
  const { place, message } = describeIssue(issue, translate);
  return `${translate("cli.issue", {
    file: "file" in issue.place ? issue.place.file : "",
    place,
    severity: translate(`issue-severity.${issue.severity}`),
    code: issue.code,
    message,
  })}\n`;
}
