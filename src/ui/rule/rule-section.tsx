import { Suspense, useId, useRef, useState } from "react";
import type { Rule } from "#domain/rule/rule.ts";
import type { Format } from "#i18n/format.ts";
import { reachWords } from "#i18n/reach-words.ts";
import type { Translate } from "#i18n/translate.ts";
import { useAtlas, useDerived } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import { lazyPart } from "../shared/lazy-part.ts";
import { Marked } from "../shared/marked.tsx";
import "./rule.css";

const RulePanel = lazyPart(async () => (await import("./rule-panel.tsx")).RulePanel);

/** The rule in one line, always in sight, and the panel that changes it. */
export function RuleSection() {
  const { translate, format } = useAtlas();
  const rule = useDerived(({ view }) => view.rule);
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const panelId = useId();
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };

  return (
    <section className="rule" aria-label={translate("rule.title")} data-open={open}>
      {open && (
        <Suspense>
          <RulePanel id={panelId} rule={rule} onClose={close} />
        </Suspense>
      )}
      <div className="rule-bar">
        <p className="rule-summary">
          <Marked text={ruleSummary(rule, translate, format)} />
        </p>
        <Button
          ref={button}
          className="rule-change"
          aria-expanded={open}
          aria-controls={panelId}
          onClick={() => {
            setOpen(!open);
          }}
        >
          {translate(open ? "rule.done" : "rule.change")}
        </Button>
      </div>
    </section>
  );
}

function ruleSummary(rule: Rule, translate: Translate, format: Format): string {
  const summary = translate("rule.summary", {
    reach: reachWords(rule, translate, format),
    alone: format.number(rule.alone),
    together: format.number(rule.together),
    creative: format.number(rule.floors.creative),
    trade: format.number(rule.floors.trade),
    service: format.number(rule.floors.service),
  });
  if (rule.decay === "none") return summary;
  return translate("rule.summary-decay", { summary, decay: translate(`decay.${rule.decay}.inline`) });
}
