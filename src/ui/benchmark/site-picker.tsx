import { useId, useMemo, useState } from "react";
import { foldText } from "#domain/selection/fold-text.ts";
import { shownName } from "#domain/site/shown-name.ts";
import type { SiteTable } from "#domain/site/site.ts";
import { selectRecord } from "#state/view-store.ts";
import { useAtlas, useDerived } from "../shared/atlas-context.ts";
import { HypotheticalMark } from "../shared/hypothetical-mark.tsx";

const LEAST_LETTERS = 2;
const MOST_FOUND = 8;

/** Chooses the site that is set beside others: by its name, or off the shortlist. */
export function SitePicker({ sites }: { readonly sites: SiteTable }) {
  const { stores, translate } = useAtlas();
  const searchText = useDerived(({ dataset }) => (dataset.phase === "ready" ? dataset.searchText : null));
  const shortlist = useDerived((snapshot, selectors) => selectors.shortlist(snapshot));
  const [typed, setTyped] = useState("");
  const id = useId();
  const words = foldText(typed.trim());
  const isAsked = words.length >= LEAST_LETTERS;
  const found = useMemo(
    () => (isAsked && searchText !== null ? firstHits(searchText, words) : null),
    [isAsked, searchText, words],
  );
  const choose = (site: number) => {
    const siteId = sites.id[site];
    if (siteId === undefined) return;
    selectRecord(stores.view, { kind: "site", id: siteId });
    setTyped("");
  };
  return (
    <div className="benchmark-picker">
      <label htmlFor={id}>{translate("benchmark.pick")}</label>
      <input
        id={id}
        type="search"
        autoComplete="off"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
        }}
      />
      <p className="visually-hidden" role="status">
        {found === null ? "" : translate("benchmark.pick-found", { count: found.length })}
      </p>
      {found !== null && found.length === 0 && <p className="room-muted">{translate("benchmark.pick-none")}</p>}
      {found !== null && found.length > 0 && (
        <Choices sites={sites} label={translate("benchmark.pick-hits")} choices={found} onChoose={choose} />
      )}
      {found === null && shortlist.length > 0 && (
        <Choices
          sites={sites}
          label={translate("benchmark.pick-shortlist")}
          choices={shortlist.slice(0, MOST_FOUND)}
          onChoose={choose}
        />
      )}
    </div>
  );
}

function firstHits(searchText: readonly string[], words: string): readonly number[] {
  const found: number[] = [];
  for (let site = 0; site < searchText.length && found.length < MOST_FOUND; site++) {
    if (searchText[site]?.includes(words) === true) found.push(site);
  }
  return found;
}

interface ChoicesProps {
  readonly sites: SiteTable;
  readonly label: string;
  readonly choices: readonly number[];
  readonly onChoose: (site: number) => void;
}

function Choices({ sites, label, choices, onChoose }: ChoicesProps) {
  const { language, format } = useAtlas();
  return (
    <div className="benchmark-choices">
      <p className="room-muted">{label}</p>
      <ul aria-label={label}>
        {choices.map((site) => {
          const country = sites.country[site] ?? null;
          return (
            <li key={site}>
              <button
                type="button"
                className="button button-plain"
                onClick={() => {
                  onChoose(site);
                }}
              >
                {shownName(sites, site, language)}
                <HypotheticalMark kind="sites" index={site} />
                {country !== null && <span className="benchmark-country">{format.country(country)}</span>}
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
