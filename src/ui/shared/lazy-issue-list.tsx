import { Suspense } from "react";
import type { IssueListProps } from "./issue-list.tsx";
import { lazyPart } from "./lazy-part.ts";

const IssueList = lazyPart(async () => (await import("./issue-list.tsx")).IssueList, ["issues"]);

/** The list for whoever rarely has one: it comes, with the words for every finding, when there is something to tell. */
export function LazyIssueList(props: IssueListProps) {
  return (
    <Suspense fallback={null}>
      <IssueList {...props} />
    </Suspense>
  );
}
