import { useEffect, useId, useRef, type ReactNode } from "react";
import { SECTORS } from "#domain/actor/actor.ts";
import { DECAYS, DEFAULT_RULE, THRESHOLD_RANGE, type Rule } from "#domain/rule/rule.ts";
import { resetRule, setFloor, setRule } from "#state/view-store.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { Button, IconButton } from "../shared/button.tsx";
import { NumberField } from "../shared/number-field.tsx";
import { SectorMark } from "../shared/sector-mark.tsx";
import { ReachFields } from "./reach-fields.tsx";

export interface RulePanelProps {
  readonly id: string;
  readonly rule: Rule;
  readonly onClose: () => void;
}

/** Every parameter of the rule with its default and where that comes from. A change counts at once. */
export function RulePanel({ id, rule, onClose }: RulePanelProps) {
  const { stores, translate, format } = useAtlas();
  const store = stores.view;
  const heading = useRef<HTMLHeadingElement>(null);
  const sourceId = useId();
  useEffect(() => {
    heading.current?.focus();
  }, []);

  const floorsChanged = SECTORS.some((sector) => rule.floors[sector] !== DEFAULT_RULE.floors[sector]);
  const reachChanged = rule.reach !== DEFAULT_RULE.reach || rule.travel !== DEFAULT_RULE.travel;
  const changed =
    floorsChanged ||
    reachChanged ||
    rule.alone !== DEFAULT_RULE.alone ||
    rule.together !== DEFAULT_RULE.together ||
    rule.decay !== DEFAULT_RULE.decay;

  return (
    <div
      id={id}
      className="rule-panel"
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        onClose();
      }}
    >
      <header className="rule-header">
        <h2 className="rule-title" ref={heading} tabIndex={-1}>
          {translate("rule.title")}
        </h2>
        <IconButton icon="close" label={translate("rule.close")} onClick={onClose} />
      </header>
      <p className="rule-intro">{translate("rule.intro")}</p>

      <Parameter
        title={translate("rule.reach")}
        source={translate("rule.source.reach")}
        sourceId={`${sourceId}-reach`}
        changed={reachChanged}
        standard={translate("rule.kilometers", { km: format.number(DEFAULT_RULE.reach / 1000, 3) })}
        onReset={() => {
          setRule(store, { reach: DEFAULT_RULE.reach, travel: DEFAULT_RULE.travel });
        }}
      >
        <ReachFields rule={rule} describedBy={`${sourceId}-reach`} />
      </Parameter>

      {(["alone", "together"] as const).map((threshold) => (
        <Parameter
          key={threshold}
          title={translate(`rule.${threshold}`)}
          source={translate(`rule.source.${threshold}`)}
          sourceId={`${sourceId}-${threshold}`}
          changed={rule[threshold] !== DEFAULT_RULE[threshold]}
          standard={format.number(DEFAULT_RULE[threshold])}
          onReset={() => {
            setRule(store, { [threshold]: DEFAULT_RULE[threshold] });
          }}
        >
          <NumberField
            label={translate(`rule.${threshold}.number`)}
            describedBy={`${sourceId}-${threshold}`}
            value={rule[threshold]}
            least={THRESHOLD_RANGE.least}
            most={THRESHOLD_RANGE.most}
            onChange={(value) => {
              setRule(store, { [threshold]: value });
            }}
          />
        </Parameter>
      ))}

      <Parameter
        title={translate("rule.floors")}
        source={translate("rule.source.floors")}
        sourceId={`${sourceId}-floors`}
        changed={floorsChanged}
        standard={SECTORS.map((sector) => format.number(DEFAULT_RULE.floors[sector])).join(" / ")}
        onReset={() => {
          setRule(store, { floors: DEFAULT_RULE.floors });
        }}
      >
        {SECTORS.map((sector) => (
          <NumberField
            key={sector}
            label={
              <span className="rule-sector">
                <SectorMark sector={sector} /> {translate(`sector.${sector}`)}
              </span>
            }
            describedBy={`${sourceId}-floors`}
            value={rule.floors[sector]}
            least={THRESHOLD_RANGE.least}
            most={THRESHOLD_RANGE.most}
            onChange={(value) => {
              setFloor(store, sector, value);
            }}
          />
        ))}
      </Parameter>

      <Parameter
        title={translate("rule.decay")}
        source={translate("rule.source.decay")}
        sourceId={`${sourceId}-decay`}
        changed={rule.decay !== DEFAULT_RULE.decay}
        standard={translate(`decay.${DEFAULT_RULE.decay}.inline`)}
        onReset={() => {
          setRule(store, { decay: DEFAULT_RULE.decay });
        }}
      >
        <div className="rule-decays">
          {DECAYS.map((decay) => (
            <label key={decay} className="rule-decay">
              <input
                type="radio"
                name={`${sourceId}-decay-choice`}
                checked={rule.decay === decay}
                onChange={() => {
                  setRule(store, { decay });
                }}
              />
              <span>
                <span className="rule-decay-name">{translate(`decay.${decay}`)}</span>
                <span className="rule-decay-words">{translate(`rule.decay.${decay}`)}</span>
              </span>
            </label>
          ))}
        </div>
      </Parameter>

      <Button
        icon="reset"
        className="rule-reset"
        aria-disabled={!changed}
        onClick={() => {
          if (changed) resetRule(store);
        }}
      >
        {translate("rule.reset")}
      </Button>
    </div>
  );
}

interface ParameterProps {
  readonly title: string;
  readonly source: string;
  readonly sourceId: string;
  readonly changed: boolean;
  /** The default as shown. */
  readonly standard: string;
  readonly onReset: () => void;
  readonly children: ReactNode;
}

function Parameter({ title, source, sourceId, changed, standard, onReset, children }: ParameterProps) {
  const { translate } = useAtlas();
  const group = useRef<HTMLDivElement>(null);
  const titleId = useId();
  const buttonId = useId();
  // Tag and link keep their room while they are hidden: a layout that moved would end the drag of the slider above.
  return (
    <div ref={group} className="rule-parameter" role="group" aria-labelledby={titleId} data-changed={changed}>
      <div className="rule-parameter-title">
        <span id={titleId}>{title}</span> <span className="rule-changed">{translate("rule.changed")}</span>
      </div>
      <div className="rule-fields">{children}</div>
      <p className="rule-source">
        <span id={sourceId}>
          {translate("rule.default", { value: standard })} {source}
        </span>{" "}
        <Button
          variant="link"
          id={buttonId}
          className="rule-use-default"
          aria-labelledby={`${buttonId} ${titleId}`}
          title={translate("rule.use-default-of", { parameter: title, value: standard })}
          onClick={() => {
            onReset();
            group.current?.querySelector("input")?.focus();
          }}
        >
          {translate("rule.use-default", { value: standard })}
        </Button>
      </p>
    </div>
  );
}
