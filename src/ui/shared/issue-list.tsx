import type { Issue } from "#domain/issue.ts";
import { describeIssue } from "#i18n/describe-issue.ts";
import { useAtlas } from "./atlas-context.ts";
import { Icon } from "./icon.tsx";

export interface IssueListProps {
  readonly issues: readonly Issue[];
}

/** What was found in a file or link, one line a finding, in its order. */
export function IssueList({ issues }: IssueListProps) {
  const { translate } = useAtlas();
  return (
    <ul className="issue-list">
      {issues.map((issue, position) => {
        const { place, message } = describeIssue(issue, translate);
        return (
          <li key={position} className="issue-list-item" data-severity={issue.severity}>
            <Icon name="warning" size={14} />
            <span>
              <span className="visually-hidden">
                {translate(issue.severity === "error" ? "shared.error" : "shared.warning")}{" "}
              </span>
              <b>{place}</b> {message}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
