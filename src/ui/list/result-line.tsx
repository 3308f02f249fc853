import { choiceInWords } from "#i18n/choice-in-words.ts";
import { readSortKey, setSort, SORT_KEYS, type SortKey } from "#state/view-store.ts";
import { openForm } from "../edit/editing-state.ts";
import { clearAll } from "../selection/clear.ts";
import { useAtlas, useDerived } from "../shared/atlas-context.ts";
import { Button, IconButton } from "../shared/button.tsx";
import { Marked } from "../shared/marked.tsx";

/** Of the indicators that have no key of their own. */
type IndicatorKey = Exclude<SortKey, (typeof SORT_KEYS)[number]>;

/** How many sites are selected, by which filters, and in which order they stand. */
export function ResultLine({ count }: { readonly count: number }) {
  const { stores, actions, translate, format } = useAtlas();
  const choice = useDerived((snapshot, selectors) => selectors.choice(snapshot));
  const sort = useDerived(({ view }) => view.sort);
  const results = useDerived((snapshot, selectors) => selectors.siteResults(snapshot));
  const indicators = Object.keys(results?.indicators ?? {}).filter((id) => id !== "sufficient_reach") as IndicatorKey[];
  const words = choiceInWords(choice, translate, format);
  const ownKey = SORT_KEYS.find((key) => key === sort.key);
  const indicator = indicators.find((id) => id === sort.key);
  const sortedBy =
    indicator === undefined ? translate(`list.sort.${ownKey ?? "name"}`) : translate(`indicator.${indicator}`);

  return (
    <div className="list-result">
      <p className="list-result-words">
        <Marked text={translate("list.result", { count })} />
        {words !== "" && (
          <>
            {translate("list.result.words", { words })}{" "}
            <Button
              variant="link"
              aria-label={translate("list.result.clear-all")}
              onClick={() => {
                clearAll(stores);
              }}
            >
              {translate("list.result.clear")}
            </Button>
          </>
        )}
      </p>
      <div className="list-sort">
        <select
          className="list-sort-key"
          aria-label={translate("list.sort")}
          title={sortedBy}
          value={indicator ?? ownKey ?? "name"}
          onChange={(event) => {
            const key = readSortKey(event.target.value);
            if (key !== null) setSort(stores.view, key, !SORT_KEYS.some((own) => own === key && own !== "total"));
          }}
        >
          {SORT_KEYS.map((key) => (
            <option key={key} value={key}>
              {translate(`list.sort.${key}`)}
            </option>
          ))}
          {indicators.length > 0 && (
            <optgroup label={translate("list.sort.indicators")}>
              {indicators.map((id) => (
                <option key={id} value={id}>
                  {translate(`indicator.${id}`)}
                </option>
              ))}
            </optgroup>
          )}
        </select>
        <IconButton
          icon={sort.descending ? "arrow-down" : "arrow-up"}
          label={translate(sort.descending ? "list.sort.descending" : "list.sort.ascending")}
          className="list-sort-direction"
          onClick={() => {
            setSort(stores.view, sort.key, !sort.descending);
          }}
        />
        <IconButton
          icon="plus"
          label={translate("edit.add-site")}
          className="list-add"
          onClick={() => {
            openForm(actions, { kind: "site", id: null });
          }}
        />
        <IconButton
          icon="fit"
          label={translate("list.show-on-map")}
          className="list-fit"
          disabled={count === 0}
          onClick={() => {
            actions.showSelectionOnMap();
          }}
        />
      </div>
    </div>
  );
}
