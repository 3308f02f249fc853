import { useEffect, useId, useRef, useState } from "react";
import { useAtlas } from "../shared/atlas-context.ts";
import { Button, IconButton } from "../shared/button.tsx";
import "./share-button.css";

/** How long "link copied" stands. */
const CONFIRM_MILLISECONDS = 4000;

type Answer = { readonly kind: "copied" } | { readonly kind: "refused"; readonly link: string };

/** Copies the link to this very view; where the browser refuses, shows it to be copied by hand. */
export function ShareButton() {
  const { actions, translate } = useAtlas();
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
        setAnswer(copied ? { kind: "copied" } : { kind: "refused", link: actions.currentLink() });
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
