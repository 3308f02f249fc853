import { readFileSync } from "node:fs";
import path from "node:path";
import { decodeUtf8 } from "#data/ingest/decode-utf8.ts";
import type { Ingest, Issue } from "#domain/issue.ts";
import { failure, success, type Result } from "#domain/result.ts";
import { describeIssue } from "#i18n/describe-issue.ts";
import type { Translate } from "#i18n/translate.ts";
import type { UsageFailure } from "./options.ts";

/** Reads a file as UTF-8, whatever is in it, with a reader of tables; issues name the file by its own name. */
export function readInput<T>(
  file: string,
  read: (text: string, name: string) => Ingest<T>,
): Result<Ingest<T>, UsageFailure> {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    return failure({ code: "cli.error.unreadable-file", params: { file, reason: reasonOf(error) } });
  }
  const decoded = decodeUtf8(bytes);
  if (!decoded.ok) return failure({ code: "cli.error.not-utf8", params: { file, ...decoded.failure.params } });
  return success(read(decoded.value, path.basename(file)));
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
