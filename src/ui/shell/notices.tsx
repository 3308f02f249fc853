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
  const update = useSyncExternalStore(stores.offline.subscribe, () => stores.offline.getState().update);
  const [toldUpdate, setToldUpdate] = useState<typeof update>("none");
  const tellUpdate = update !== toldUpdate && update !== "none";
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
    !tellUpdate &&
    !tellProblems
  )
    return null;
  return (
    <div className="shell-notice" role="alert">
      <div className="shell-notice-words">
        {crashed && (
          <Told
            words={translate("shell.crashed")}
            act={translate("shell.broken.reload")}
            onAct={() => {
              location.reload();
            }}
          />
        )}
        {undelivered && !crashed && (
          <Told
            words={translate("shell.undelivered")}
            act={translate("shell.broken.reload")}
            onAct={() => {
              location.reload();
            }}
          />
        )}
        {groundUndelivered && (
          <Told
            words={translate("shell.ground-undelivered")}
            act={translate("shell.broken.retry")}
            onAct={() => {
              dismissNotices(store);
              actions.retryMap();
            }}
          />
        )}
        {resumed && (
          <Told
            words={translate("shell.resumed")}
            act={translate("shell.resumed.afresh")}
            onAct={() => {
              replaceView(stores.view, DEFAULT_VIEW);
              dismissNotices(store);
            }}
          />
        )}
        {straightAgain !== null && (
          <p className="shell-notice-title">{translate("shell.straight-again", { profile: straightAgain })}</p>
        )}
        {silentLanguage !== null && (
          <Told
            words={translate("shell.language-failed", { language: languageName(silentLanguage) })}
            act={translate("shell.broken.retry")}
            onAct={() => {
              dismissNotices(store);
              actions.setLanguage(silentLanguage);
            }}
          />
        )}
        {tellProblems && (
          <Told
            words={translate("shell.not-kept")}
            act={translate("shell.not-kept.see")}
            onAct={() => {
              openRoom(stores.view, "data");
            }}
          />
        )}
        {tellUpdate && (
          <Told
            words={translate(`shell.update-${update}`)}
            act={translate("shell.update.load")}
            onAct={() => {
              actions.loadUpdate();
            }}
          />
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
          setToldUpdate(update);
          dismissNotices(store);
        }}
      />
    </div>
  );
}

interface ToldProps {
  readonly words: string;
  /** What can be done about it. */
  readonly act: string;
  readonly onAct: () => void;
}

function Told({ words, act, onAct }: ToldProps) {
  return (
    <>
      <p className="shell-notice-title">{words}</p>
      <Button onClick={onAct}>{act}</Button>
    </>
  );
}
