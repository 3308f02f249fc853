import { useId } from "react";
import { MINUTES_RANGE, REACH_RANGE, type Rule, type Travel } from "#domain/rule/rule.ts";
import { DEFAULT_TRAVEL_FACTORS } from "#domain/travel/estimate.ts";
import { TRAVEL_PROFILES } from "#domain/travel/travel-profile.ts";
import { meters } from "#domain/units.ts";
import { setRule, setTravel } from "#state/view-store.ts";
import { AskRoutingButton } from "../routing/ask-routing-button.tsx";
import { useAtlas } from "../shared/atlas-context.ts";
import { NumberField } from "../shared/number-field.tsx";
import { MINUTE_STEPS, nearestStep, REACH_STEPS } from "./reach-steps.ts";

interface ReachFieldsProps {
  readonly rule: Rule;
  readonly describedBy: string;
}

/** What minutes begin with, and by what they are known while nothing else is loaded. */
const FIRST_MINUTES = 20;

/** How far: kilometres in a straight line, or minutes by car, by bicycle or on foot. */
export function ReachFields({ rule, describedBy }: ReachFieldsProps) {
  const { stores, translate } = useAtlas();
  const name = useId();
  const { travel } = rule;
  const choose = (profile: Travel["profile"] | null) => {
    if (profile === null)
      setRule(stores.view, { reach: REACH_STEPS[nearestStep(REACH_STEPS, rule.reach)]!, travel: null });
    else setTravel(stores.view, { minutes: FIRST_MINUTES, basis: "estimate", ...travel, profile });
  };
  return (
    <>
      <div className="rule-metrics" role="radiogroup" aria-label={translate("rule.metric")}>
        {([null, ...TRAVEL_PROFILES] as const).map((profile) => (
          <label key={profile ?? "straight"} className="rule-metric">
            <input
              type="radio"
              name={name}
              checked={(travel?.profile ?? null) === profile}
              onChange={() => {
                choose(profile);
              }}
            />
            <span>{translate(`rule.metric.${profile ?? "straight"}`)}</span>
          </label>
        ))}
      </div>
      {travel === null ? (
        <Kilometers rule={rule} describedBy={describedBy} />
      ) : (
        <Minutes travel={travel} rule={rule} describedBy={describedBy} />
      )}
    </>
  );
}

function Kilometers({ rule, describedBy }: ReachFieldsProps) {
  const { stores, translate, format } = useAtlas();
  return (
    <>
      <Slider
        label={translate("rule.reach.slider")}
        words={translate("rule.kilometers", { km: format.number(rule.reach / 1000, 3) })}
        steps={REACH_STEPS}
        value={rule.reach}
        onChange={(reach) => {
          setRule(stores.view, { reach: meters(reach) });
        }}
      />
      <NumberField
        label={<span className="visually-hidden">{translate("rule.reach.number")}</span>}
        describedBy={describedBy}
        value={rule.reach / 1000}
        least={REACH_RANGE.least / 1000}
        most={REACH_RANGE.most / 1000}
        digits={3}
        unit={translate("rule.kilometers.unit")}
        onChange={(kilometers) => {
          setRule(stores.view, { reach: meters(Math.round(kilometers * 1000)) });
        }}
      />
    </>
  );
}

function Minutes({ travel, rule, describedBy }: ReachFieldsProps & { readonly travel: Travel }) {
  const { stores, translate, format } = useAtlas();
  const { detour, speed } = DEFAULT_TRAVEL_FACTORS[travel.profile];
  const setMinutes = (minutes: number) => {
    setTravel(stores.view, { ...travel, minutes });
  };
  return (
    <>
      <Slider
        label={translate("rule.reach.slider")}
        words={translate("reach.time", { minutes: format.number(travel.minutes, 3), profile: travel.profile })}
        steps={MINUTE_STEPS}
        value={travel.minutes}
        onChange={setMinutes}
      />
      <NumberField
        label={<span className="visually-hidden">{translate("rule.reach.minutes")}</span>}
        describedBy={describedBy}
        value={travel.minutes}
        least={MINUTES_RANGE.least}
        most={MINUTES_RANGE.most}
        unit={translate("rule.minutes.unit")}
        onChange={setMinutes}
      />
      {travel.basis === "estimate" && (
        <p className="rule-estimate">
          {translate("rule.estimate", {
            distance: format.distance(rule.reach),
            detour: format.number(detour, 2),
            speed: format.number(speed, 1),
          })}
        </p>
      )}
      <AskRoutingButton variant="link" />
    </>
  );
}

interface SliderProps {
  readonly label: string;
  readonly words: string;
  /** Ascending. */
  readonly steps: readonly number[];
  readonly value: number;
  readonly onChange: (value: number) => void;
}

function Slider({ label, words, steps, value, onChange }: SliderProps) {
  return (
    <input
      type="range"
      className="rule-slider"
      aria-label={label}
      aria-valuetext={words}
      min={0}
      max={steps.length - 1}
      step={1}
      value={nearestStep(steps, value)}
      onChange={(event) => {
        const step = steps[Number(event.target.value)];
        if (step !== undefined) onChange(step);
      }}
    />
  );
}
