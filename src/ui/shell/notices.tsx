import { useState, useSyncExternalStore } from "react";
import { dismissNotices } from "#state/notice-store.ts";
import { DEFAULT_VIEW, openRoom, replaceView } from "#state/view-store.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { Button, IconButton } from "../shared/button.tsx";
import { LazyIssueList } from "../shared/lazy-issue-list.tsx";
import { languageName } from "./language-choice.tsx";

/** What a link held that could not be read, that something broke, that the page was resumed: told once, until it is put away. */
export function Notices() {
  const { stores, actions, translate } = useAtlas();
  const store = stores.notices;
  const { linkIssues, crashed, resumed, straightAgain, silentLanguage, undelivered, groundUndelivered } =
    useSyncExternalStore(store.subscribe, () => store.getState());
  const [toldProblems, setToldProblems] = useState("");
  const problems = useSyncExternalStore(stores.storage.subscribe, () => stores.storage.getState().problems);
  const room = useSyncExternalStore(stores.view.subscribe, () => stores.view.getState().room);
  const problemKey = problems.map(({ code, table }) => `${code} ${table?.id ?? ""}`).join();
  const tellProblems = problems.length > 0 && problemKey !== toldProblems && room !== "data";
  if (
    linkIssues.length === 0 &&
    !crashed &&
    !resumed &&
    straightAgain === null &&
    silentLanguage === null &&
    !undelivered &&
    !groundUndelivered &&
    !tellProblems
  )
    return null;
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
        {undelivered && !crashed && (
          <>
            <p className="shell-notice-title">{translate("shell.undelivered")}</p>
            <Button
              onClick={() => {
                location.reload();
              }}
            >
              {translate("shell.broken.reload")}
            </Button>
          </>
        )}
        {groundUndelivered && (
          <>
            <p className="shell-notice-title">{translate("shell.ground-undelivered")}</p>
            <Button
              onClick={() => {
                dismissNotices(store);
                actions.retryMap();
              }}
            >
              {translate("shell.broken.retry")}
            </Button>
          </>
        )}
        {resumed && (
          <>
            <p className="shell-notice-title">{translate("shell.resumed")}</p>
            <Button
              onClick={() => {
                replaceView(stores.view, DEFAULT_VIEW);
                dismissNotices(store);
              }}
            >
              {translate("shell.resumed.afresh")}
            </Button>
          </>
        )}
        {straightAgain !== null && (
          <p className="shell-notice-title">{translate("shell.straight-again", { profile: straightAgain })}</p>
        )}
        {silentLanguage !== null && (
          <>
            <p className="shell-notice-title">
              {translate("shell.language-failed", { language: languageName(silentLanguage) })}
            </p>
            <Button
              onClick={() => {
                dismissNotices(store);
                actions.setLanguage(silentLanguage);
              }}
            >
              {translate("shell.broken.retry")}
            </Button>
          </>
        )}
        {tellProblems && (
          <>
            <p className="shell-notice-title">{translate("shell.not-kept")}</p>
            <Button
              onClick={() => {
                openRoom(stores.view, "data");
              }}
            >
              {translate("shell.not-kept.see")}
            </Button>
          </>
        )}
        {linkIssues.length > 0 && (
          <>
            <p className="shell-notice-title">{translate("shell.link-issues", { count: linkIssues.length })}</p>
            <LazyIssueList issues={linkIssues} />
          </>
        )}
      </div>
      <IconButton
        icon="close"
        label={translate("shell.notice.close")}
        onClick={() => {
          setToldProblems(problemKey);
          dismissNotices(store);
        }}
      />
    </div>
  );
}
