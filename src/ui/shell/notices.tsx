import { useSyncExternalStore } from "react";
import { dismissNotices } from "#state/notice-store.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { Button, IconButton } from "../shared/button.tsx";
import { IssueList } from "../shared/issue-list.tsx";

/** What a link held that could not be read, and that something broke: told once, until it is put away. */
export function Notices() {
  const { stores, translate } = useAtlas();
  const store = stores.notices;
  const { linkIssues, crashed } = useSyncExternalStore(store.subscribe, () => store.getState());
  if (linkIssues.length === 0 && !crashed) return null;
  return (
    <div className="shell-notice" role="alert">
      <div className="shell-notice-words">
        {crashed && (
          <>
            <p className="shell-notice-title">{translate("shell.crashed")}</p>
            <Button
              onClick={() => {
                location.reload();
              }}
            >
              {translate("shell.broken.reload")}
            </Button>
          </>
        )}
        {linkIssues.length > 0 && (
          <>
            <p className="shell-notice-title">{translate("shell.link-issues", { count: linkIssues.length })}</p>
            <IssueList issues={linkIssues} />
          </>
        )}
      </div>
      <IconButton
        icon="close"
        label={translate("shell.notice.close")}
        onClick={() => {
          dismissNotices(store);
        }}
      />
    </div>
  );
}
