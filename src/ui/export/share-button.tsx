import { useEffect, useId, useRef, useState } from "react";
import { writeShortLink, type LongPart } from "#state/link-codec.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { Button, IconButton } from "../shared/button.tsx";
import "./share-button.css";

/** How long "link copied" stands. */
const CONFIRM_MILLISECONDS = 4000;

type Answer =
  | { readonly kind: "copied" }
  | { readonly kind: "partly"; readonly left: readonly LongPart[] }
  | { readonly kind: "refused"; readonly link: string };

/** Copies the link to this very view; where the browser refuses, shows it to be copied by hand. */
export function ShareButton() {
  const { actions, stores, translate } = useAtlas();
  const [answer, setAnswer] = useState<Answer | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();

  useEffect(() => {
    if (answer?.kind === "refused") field.current?.select();
    if (answer?.kind !== "copied") return undefined;
    const timer = setTimeout(() => {
      setAnswer(null);
    }, CONFIRM_MILLISECONDS);
    return () => {
      clearTimeout(timer);
    };
  }, [answer]);

  const dismiss = () => {
    setAnswer(null);
    button.current?.focus();
  };

  const share = () => {
    actions.copyLink().then(
      (copied) => {
        const { left } = writeShortLink(stores.view.getState());
        if (!copied) setAnswer({ kind: "refused", link: actions.currentLink() });
        else setAnswer(left.length === 0 ? { kind: "copied" } : { kind: "partly", left });
      },
      () => {
        setAnswer({ kind: "refused", link: actions.currentLink() });
      },
    );
  };

  return (
    <div className="share">
      <Button ref={button} icon={answer?.kind === "copied" ? "check" : "share"} onClick={share}>
        {translate("export.share")}
      </Button>
      <div className="share-answer" role="status">
        {answer?.kind === "copied" && <p className="share-note">{translate("export.link-copied")}</p>}
        {answer?.kind === "partly" && (
          <div
            className="share-panel"
            onKeyDown={(event) => {
              if (event.key === "Escape") dismiss();
            }}
          >
            <p>
              {translate("export.link-copied")}{" "}
              {translate("export.link-long", {
                parts: answer.left.map((part) => translate(`export.link-part.${part}`)).join(", "),
              })}
            </p>
            <div className="share-row">
              <Button
                icon="download"
                onClick={() => {
                  void actions.saveProject();
                }}
              >
                {translate("export.link-long.save")}
              </Button>
              <IconButton icon="close" label={translate("shared.close")} onClick={dismiss} />
            </div>
          </div>
        )}
        {answer?.kind === "refused" && (
          <div
            className="share-panel"
            onKeyDown={(event) => {
              if (event.key === "Escape") dismiss();
            }}
          >
            <label htmlFor={id}>{translate("export.link-refused")}</label>
            <div className="share-row">
              <input
                id={id}
                ref={field}
                readOnly
                value={answer.link}
                onFocus={(event) => {
                  event.target.select();
                }}
              />
              <IconButton icon="close" label={translate("shared.close")} onClick={dismiss} />
            </div>
          </div>
        )}
      </div>
    </div>
  );
}
