import type { Issue, IssueCode, Place } from "#domain/issue.ts";
import type { MessageKey } from "./catalogs.ts";
import type { Translate } from "./translate.ts";

/** An issue in words: where it is inside its file or link, and what was found and expected. */
export interface IssueWords {
  readonly place: string;
  readonly message: string;
}

/** Every code has its message, its repair and its name: one without does not compile. */
type MessageOf = { readonly [C in IssueCode]: `issue.${C}` & MessageKey };
const messageKey = (code: IssueCode): MessageOf[IssueCode] => `issue.${code}`;
type RepairOf = { readonly [C in IssueCode]: `repair.${C}` & MessageKey };
const repairKey = (code: IssueCode): RepairOf[IssueCode] => `repair.${code}`;
type NameOf = { readonly [C in IssueCode]: `issue-name.${C}` & MessageKey };
const nameKey = (code: IssueCode): NameOf[IssueCode] => `issue-name.${code}`;

export function describeIssue(issue: Issue, translate: Translate): IssueWords {
  return {
    place: describePlace(issue.place, translate),
    message: translate(messageKey(issue.code), { ...issue.params }),
  };
}

/** What to change in the file so that it is right. */
export function describeRepair(issue: Issue, translate: Translate): string {
  return translate(repairKey(issue.code), { ...issue.params });
}

/** A code in a few words, without what was found: "Not a number". */
export function issueName(code: IssueCode, translate: Translate): string {
  return translate(nameKey(code));
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
    case "feature":
      return place.property === null
        ? translate("issue-place.feature", { feature: place.feature })
        : translate("issue-place.feature-property", { feature: place.feature, property: place.property });
    case "file":
      return translate("issue-place.file");
    case "link":
      return translate("issue-place.link", { key: place.key });
  }
}
