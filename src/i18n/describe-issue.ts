import type { Issue, IssueCode, Place } from "#domain/issue.ts";
import type { MessageKey, Translate } from "./translate.ts";

/** An issue in words: where it is inside its file or link, and what was found and expected. */
export interface IssueWords {
  readonly place: string;
  readonly message: string;
}

/** Every code has its message: one without does not compile. */
type MessageOf = { readonly [C in IssueCode]: `issue.${C}` & MessageKey };
const messageKey = (code: IssueCode): MessageOf[IssueCode] => `issue.${code}`;

export function describeIssue(issue: Issue, translate: Translate): IssueWords {
  return {
    place: describePlace(issue.place, translate),
    message: translate(messageKey(issue.code), { ...issue.params }),
  };
}

/** The place inside its file; the file itself is not named. */
export function describePlace(place: Place, translate: Translate): string {
  switch (place.kind) {
    case "cell":
      return translate("issue-place.cell", { row: place.row, column: place.column });
    case "row":
      return translate("issue-place.row", { row: place.row });
    case "pointer":
      return place.pointer === ""
        ? translate("issue-place.root")
        : translate("issue-place.pointer", { pointer: place.pointer });
    case "file":
      return translate("issue-place.file");
    case "link":
      return translate("issue-place.link", { key: place.key });
  }
}
