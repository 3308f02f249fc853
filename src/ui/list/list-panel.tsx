import { useDeferredValue } from "react";
import { choiceInWords } from "#i18n/choice-in-words.ts";
import { isMessageKey } from "#i18n/catalogs.ts";
import { LookButton } from "../candidates/look-button.tsx";
import { FilterBar } from "../filters/filter-bar.tsx";
import { RuleSection } from "../rule/rule-section.tsx";
import { clearAll } from "../selection/clear.ts";
import { useAtlas, useDerived } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import { ResultLine } from "./result-line.tsx";
import { SearchBox } from "./search-box.tsx";
import { SiteList } from "./site-list.tsx";
import "./list.css";

/** Search, filters, the sites they leave, and the rule: all that the map shows, without the map. */
export function ListPanel() {
  const { translate } = useAtlas();
  return (
    <section id="list" className="list" aria-label={translate("list.panel")} tabIndex={-1}>
      <div className="list-head">
        <SearchBox />
        <FilterBar />
      </div>
      <Rows />
      <RuleSection />
    </section>
  );
}

function Rows() {
  const dataset = useDerived((snapshot) => snapshot.dataset);
  const shown = useDerived((snapshot, selectors) => selectors.sortedSelection(snapshot));
  const results = useDerived((snapshot, selectors) => selectors.siteResults(snapshot));
  const pending = useDerived((snapshot, selectors) => snapshot.result.pending || selectors.awaitsIndicator(snapshot));
  const failed = useDerived(({ result }) => result.failed);
  const drawn = useDeferredValue(shown);

  if (dataset.phase === "failed") return <LoadingFailed code={dataset.code} />;
  if (dataset.phase === "loading" || shown === null) return <Loading />;
  const rows = drawn ?? shown;
  return (
    <>
      <ResultLine count={shown.length} />
      <div className="list-scroll" data-stale={pending}>
        {failed !== null && !pending && <ComputingFailed code={failed} />}
        {shown.length === 0 ? (
          <Empty />
        ) : (
          <SiteList dataset={dataset.dataset} results={results} shown={rows} stale={pending || rows !== shown} />
        )}
      </div>
    </>
  );
}

function Loading() {
  const { translate } = useAtlas();
  return (
    <div className="list-scroll list-loading" aria-busy="true">
      <p className="visually-hidden" role="status">
        {translate("list.loading")}
      </p>
      {Array.from({ length: 8 }, (_, position) => (
        <div key={position} className="list-ghost" aria-hidden="true" />
      ))}
    </div>
  );
}

function LoadingFailed({ code }: { readonly code: string }) {
  const { actions, translate } = useAtlas();
  const key = `failure.${code}`;
  return (
    <div className="list-scroll">
      <div className="list-message" role="alert">
        <p className="list-message-title">{translate("list.failed")}</p>
        <p>{translate(isMessageKey(key) ? key : "list.failed.words")}</p>
        <Button
          icon="reset"
          onClick={() => {
            actions.retryLoading();
          }}
        >
          {translate("list.failed.retry")}
        </Button>
      </div>
    </div>
  );
}

function ComputingFailed({ code }: { readonly code: string }) {
  const { translate } = useAtlas();
  const key = `failure.${code}`;
  return (
    <p className="list-warning" role="alert">
      {translate("list.computing-failed")} {isMessageKey(key) && translate(key)}
    </p>
  );
}

function Empty() {
  const { stores, translate, format } = useAtlas();
  const choice = useDerived((snapshot, selectors) => selectors.choice(snapshot));
  const words = choiceInWords(choice, translate, format);
  return (
    <div className="list-message">
      <p className="list-message-title">{translate("list.empty")}</p>
      <p>{words === "" ? translate("list.empty.table") : translate("list.empty.words", { words })}</p>
      {words !== "" && (
        <Button
          icon="reset"
          onClick={() => {
            clearAll(stores);
          }}
        >
          {translate("list.empty.clear")}
        </Button>
      )}
      <LookButton />
    </div>
  );
}
