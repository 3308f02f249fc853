import { lazy, Suspense } from "react";
import type { IssueListProps } from "./issue-list.tsx";

const IssueList = lazy(async () => ({ default: (await import("./issue-list.tsx")).IssueList }));

/** The list for whoever rarely has one: it comes, with the words for every finding, when there is something to tell. */
export function LazyIssueList(props: IssueListProps) {
  return (
    <Suspense fallback={null}>
      <IssueList {...props} />
    </Suspense>
  );
}
