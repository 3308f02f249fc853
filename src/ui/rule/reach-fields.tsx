import { useId, useRef } from "react";
import { MINUTES_RANGE, REACH_RANGE, type Rule, type Travel, type TravelFactors } from "#domain/rule/rule.ts";
import { TRAVEL_PROFILES } from "#domain/travel/travel-profile.ts";
import { meters } from "#domain/units.ts";
import { setRule, setTravel } from "#state/view-store.ts";
import { AskRoutingButton } from "../routing/ask-routing-button.tsx";
import { useAtlas } from "../shared/atlas-context.ts";
import { NumberField } from "../shared/number-field.tsx";
import { metersAgain, travelBy, withBasis } from "./choose-travel.ts";
import { EstimateFields } from "./estimate-fields.tsx";
import { ContourMinutes, MinutesBasis, useLoadedIsochrones } from "./minutes-basis.tsx";
import { MINUTE_STEPS, nearestStep, REACH_STEPS } from "./reach-steps.ts";

interface ReachFieldsProps {
  readonly rule: Rule;
  readonly describedBy: string;
}

/** How far: kilometres in a straight line, or minutes by car, by bicycle or on foot. */
export function ReachFields({ rule, describedBy }: ReachFieldsProps) {
  const { stores, translate } = useAtlas();
  const name = useId();
  const { travel } = rule;
  const loaded = useLoadedIsochrones();
  /** What the user has set an estimate to, for when its profile is chosen again. */
  const ownFactors = useRef<Partial<Record<Travel["profile"], TravelFactors>>>({});
  const remember = () => {
    if (travel?.factors !== undefined) ownFactors.current[travel.profile] = travel.factors;
  };
  const choose = (profile: Travel["profile"] | null) => {
    if (profile === null) setRule(stores.view, { reach: metersAgain(rule), travel: null });
    else if (profile !== travel?.profile) {
      remember();
      setTravel(stores.view, travelBy(profile, travel, loaded, ownFactors.current[profile]));
    }
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
        <Minutes
          travel={travel}
          rule={rule}
          describedBy={describedBy}
          onBasis={(basis) => {
            remember();
            setTravel(stores.view, withBasis(travel, basis, loaded, ownFactors.current[travel.profile]));
          }}
        />
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

interface MinutesProps extends ReachFieldsProps {
  readonly travel: Travel;
  readonly onBasis: (basis: Travel["basis"]) => void;
}

function Minutes({ travel, rule, describedBy, onBasis }: MinutesProps) {
  const { stores, translate, format } = useAtlas();
  const own = useLoadedIsochrones().find(({ profile }) => profile === travel.profile);
  const steps = travel.basis === "isochrones" ? (own?.minutes ?? []) : MINUTE_STEPS;
  const setMinutes = (minutes: number) => {
    setTravel(stores.view, { ...travel, minutes });
  };
  return (
    <>
      <MinutesBasis travel={travel} own={own} onChoose={onBasis} />
      {steps.length > 1 && (
        <Slider
          label={translate("rule.reach.slider")}
          words={translate("reach.time", { minutes: format.number(travel.minutes, 3), profile: travel.profile })}
          steps={steps}
          value={travel.minutes}
          onChange={setMinutes}
        />
      )}
      {travel.basis === "isochrones" ? (
        <ContourMinutes travel={travel} own={own} onChange={setMinutes} />
      ) : (
        <>
          <NumberField
            label={<span className="visually-hidden">{translate("rule.reach.minutes")}</span>}
            describedBy={describedBy}
            value={travel.minutes}
            least={MINUTES_RANGE.least}
            most={MINUTES_RANGE.most}
            unit={translate("rule.minutes.unit")}
            onChange={setMinutes}
          />
          <EstimateFields key={travel.profile} rule={rule} travel={travel} />
        </>
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
