import { useId, useMemo, useState } from "react";
import type { Area } from "#domain/area/area.ts";
import { foldText } from "#domain/selection/fold-text.ts";
import { setWithin } from "#state/view-store.ts";
import { OpenFileButton } from "../open/open-file-button.tsx";
import { useAtlas, useDerived } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import { Icon } from "../shared/icon.tsx";

/** Areas listed at once; more are found by typing. */
const MOST_LISTED = 40;
const NO_AREAS: readonly Area[] = [];

/** The areas of the loaded layers, to be found by name; one of them limits the selection. */
export function LayerAreas() {
  const { stores, translate, format } = useAtlas();
  const areas = useDerived(({ dataset }) => (dataset.phase === "ready" ? dataset.dataset.areas : NO_AREAS));
  const within = useDerived(({ view }) => view.within);
  const language = useDerived(({ view }) => view.language);
  const [text, setText] = useState("");
  const id = useId();
  const sorted = useMemo(() => {
    const { compare } = new Intl.Collator(language, { numeric: true });
    return areas
      .map((area) => ({ area, folded: foldText(area.name) }))
      .sort((a, b) => compare(a.area.name, b.area.name));
  }, [areas, language]);
  const words = foldText(text);
  const found = sorted.filter(({ folded }) => folded.includes(words));
  const isMissing = within !== null && !areas.some((area) => area.id === within);

  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{translate("draw.layer")}</h2>
      {isMissing && (
        <p className="area-note">
          {translate("draw.layer-missing")}{" "}
          <Button
            variant="link"
            onClick={() => {
              setWithin(stores.view, null);
            }}
          >
            {translate("draw.layer-drop")}
          </Button>
        </p>
      )}
      {areas.length === 0 ? (
        <>
          <p className="area-note">{translate("draw.layer-none")}</p>
          <OpenFileButton>{translate("draw.layer-open")}</OpenFileButton>
        </>
      ) : (
        <>
          <input
            className="area-search"
            type="text"
            aria-label={translate("draw.layer-search")}
            placeholder={translate("draw.layer-search")}
            autoComplete="off"
            spellCheck={false}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
            }}
          />
          <ul className="area-list" aria-label={translate("draw.layer-list")}>
            {found.slice(0, MOST_LISTED).map(({ area }) => (
              <li key={area.id}>
                <button
                  type="button"
                  className="area-choice"
                  aria-pressed={area.id === within}
                  onClick={() => {
                    setWithin(stores.view, area.id === within ? null : area.id);
                  }}
                >
                  <span className="area-choice-name">{area.name}</span>
                  {area.country !== null && <span className="area-choice-country">{format.country(area.country)}</span>}
                  {area.id === within && <Icon name="check" size={14} />}
                </button>
              </li>
            ))}
          </ul>
          <p className="area-note" role="status">
            {found.length === 0
              ? translate("draw.layer-nothing")
              : found.length > MOST_LISTED
                ? translate("draw.layer-more", { count: found.length - MOST_LISTED })
                : ""}
          </p>
        </>
      )}
    </section>
  );
}
