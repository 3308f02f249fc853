import { useId, useRef, useState } from "react";
import { foldText } from "#domain/selection/fold-text.ts";
import type { Dataset } from "#domain/dataset.ts";
import { shownName } from "#domain/site/shown-name.ts";
import { openRoom, selectRecord } from "#state/view-store.ts";
import { useAtlas, useDerived } from "../shared/atlas-context.ts";
import { HypotheticalMark } from "../shared/hypothetical-mark.tsx";
import { Button } from "../shared/button.tsx";

const MOST_FOUND = 8;

export interface SiteChooserProps {
  readonly dataset: Dataset;
  /** Index of the chosen site; `null` for none. */
  readonly site: number | null;
}

/** The site that concepts are assessed for; another is found by its name. */
export function SiteChooser({ dataset, site }: SiteChooserProps) {
  const { stores, language, translate, format } = useAtlas();
  const [text, setText] = useState("");
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const searchText = useDerived(({ dataset: state }) => (state.phase === "ready" ? state.searchText : NO_TEXTS));
  const found = find(searchText, text);
  const { sites } = dataset;
  const whereOf = (index: number) =>
    [sites.municipality[index], sites.country[index] == null ? null : format.country(sites.country[index])]
      .filter((part) => part !== null)
      .join(", ");
  const choose = (index: number) => {
    const chosen = sites.id[index];
    if (chosen !== undefined) selectRecord(stores.view, { kind: "site", id: chosen });
    setText("");
    // The button that was pressed is gone.
    field.current?.focus();
  };
  return (
    <section className="options-site" aria-label={translate("options.site")}>
      {site !== null && (
        <div className="options-site-chosen">
          <p>
            <span className="options-site-label">{translate("options.site")}</span>{" "}
            <strong>{shownName(sites, site, language)}</strong> <HypotheticalMark kind="sites" index={site} />{" "}
            <span className="room-muted">{whereOf(site)}</span>
          </p>
          <Button
            variant="link"
            onClick={() => {
              openRoom(stores.view, "sites");
            }}
          >
            {translate("options.site-open")}
          </Button>
        </div>
      )}
      {site === null && <p>{translate("options.site-none")}</p>}
      <div className="options-find">
        <label htmlFor={id}>{translate(site === null ? "options.site-find" : "options.site-other")}</label>
        <input
          id={id}
          ref={field}
          type="search"
          className="edit-control"
          autoComplete="off"
          value={text}
          onChange={(event) => {
            setText(event.target.value);
          }}
        />
        <p className="visually-hidden" role="status">
          {text.trim() === "" ? "" : translate("options.site-found", { count: found.length })}
        </p>
        {text.trim() !== "" && found.length === 0 && <p className="room-muted">{translate("options.site-nothing")}</p>}
        {found.length > 0 && (
          <ul className="options-found">
            {found.map((index) => (
              <li key={index}>
                <button
                  type="button"
                  onClick={() => {
                    choose(index);
                  }}
                >
                  {shownName(sites, index, language)} <HypotheticalMark kind="sites" index={index} />{" "}
                  <span className="room-muted">{whereOf(index)}</span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}

const NO_TEXTS: readonly string[] = [];

/** The first sites whose words hold all words of the text. */
function find(searchText: readonly string[], text: string): readonly number[] {
  const words = foldText(text)
    .split(/\s+/)
    .filter((word) => word !== "");
  const found: number[] = [];
  if (words.length === 0) return found;
  for (let index = 0; index < searchText.length && found.length < MOST_FOUND; index++) {
    const has = searchText[index] ?? "";
    if (words.every((word) => has.includes(word))) found.push(index);
  }
  return found;
}
