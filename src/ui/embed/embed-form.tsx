import { useId, useState } from "react";
import { originOf } from "#state/link-embed.ts";
import type { EmbedStart } from "#state/view-store.ts";
import { CopyField } from "../export/copy-field.tsx";
import { useAtlas, useDerived } from "../shared/atlas-context.ts";
import { nameOfSelected } from "../shared/name-of-selected.ts";
import { NumberField } from "../shared/number-field.tsx";
import { frameHtml, listenerHtml } from "./snippets.ts";

const HEIGHTS = { least: 300, most: 1200, usual: 600 };

/** HTML that shows the present view in a frame of another page, and what that page may do with it. */
export function EmbedForm() {
  const { actions, language, translate } = useAtlas();
  const selected = useDerived(({ view }) => view.selected);
  const name = useDerived(nameOfSelected);
  const [height, setHeight] = useState(HEIGHTS.usual);
  const [chosen, setChosen] = useState<EmbedStart | "sheet">("sheet");
  const [address, setAddress] = useState("");
  const id = useId();
  const starts = name === null ? (["list", "map"] as const) : (["sheet", "list", "map"] as const);
  const start = starts.find((one) => one === chosen) ?? "list";
  const written = address.trim();
  const embedOrigin = originOf(written);
  const isBad = written !== "" && embedOrigin === null;
  const link = actions.currentLink({
    room: "sites",
    selected: start === "sheet" ? selected : null,
    embed: start === "map" ? "map" : "list",
    embedOrigin,
    language,
    isLanguageChosen: true,
  });
  const title =
    start === "sheet" && name !== null ? translate("embed.frame-title", { name }) : translate("embed.title");
  const copying = { done: translate("embed.copied"), refused: translate("embed.refused"), isCode: true };
  return (
    <section className="share-embed" aria-labelledby={`${id}-heading`}>
      <h3 id={`${id}-heading`}>{translate("embed.heading")}</h3>
      <p>{translate("embed.intro")}</p>
      <fieldset className="share-starts">
        <legend>{translate("embed.start")}</legend>
        {starts.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name={id}
              checked={one === start}
              onChange={() => {
                setChosen(one);
              }}
            />
            <span>
              {one === "sheet" ? translate("embed.start-sheet", { name: name ?? "" }) : translate(`embed.start-${one}`)}
            </span>
          </label>
        ))}
      </fieldset>
      <NumberField label={translate("embed.height")} value={height} {...HEIGHTS} onChange={setHeight} />
      <div className="share-field">
        <label htmlFor={`${id}-address`}>{translate("embed.host")}</label>
        <input
          id={`${id}-address`}
          type="url"
          inputMode="url"
          spellCheck={false}
          autoComplete="off"
          placeholder="https://"
          value={address}
          aria-invalid={isBad}
          aria-describedby={`${id}-use`}
          onChange={({ target }) => {
            setAddress(target.value);
          }}
        />
        <p id={`${id}-use`} className="share-use" data-bad={isBad} role={isBad ? "alert" : undefined}>
          {embedOrigin === null
            ? translate(isBad ? "embed.host-bad" : "embed.host-use")
            : translate("embed.host-told", { origin: embedOrigin })}
        </p>
      </div>
      <CopyField
        {...copying}
        label={translate("embed.html")}
        text={frameHtml({ link, title, height })}
        act={translate("embed.copy-html")}
      />
      {embedOrigin !== null && (
        <details className="share-listen">
          <summary>{translate("embed.listen")}</summary>
          <p>{translate("embed.listen-use")}</p>
          <CopyField
            {...copying}
            label={translate("embed.script")}
            text={listenerHtml(new URL(link).origin)}
            act={translate("embed.copy-script")}
          />
        </details>
      )}
    </section>
  );
}
