import { useId, useState } from "react";
import { DETOUR_RANGE, SPEED_RANGE, type Rule, type Travel, type TravelFactors } from "#domain/rule/rule.ts";
import { DEFAULT_TRAVEL_FACTORS, factorsOf } from "#domain/travel/estimate.ts";
import { setTravel } from "#state/view-store.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import { NumberField } from "../shared/number-field.tsx";

interface EstimateFieldsProps {
  readonly rule: Rule;
  readonly travel: Travel;
}

/** What an estimate of minutes comes to and rests on, and where the user knows better, the two numbers to change. */
export function EstimateFields({ rule, travel }: EstimateFieldsProps) {
  const { stores, translate, format } = useAtlas();
  const [open, setOpen] = useState(travel.factors !== undefined);
  const fieldsId = useId();
  const sentenceId = useId();
  const { detour, speed } = factorsOf(travel);
  const words = (factors: TravelFactors) => ({
    detour: format.number(factors.detour, 2),
    speed: format.number(factors.speed, 1),
  });
  const measured = DEFAULT_TRAVEL_FACTORS[travel.profile];
  const choose = (factors: TravelFactors) => {
    const isMeasured = factors.detour === measured.detour && factors.speed === measured.speed;
    setTravel(stores.view, { ...withoutFactors(travel), ...(!isMeasured && { factors }) });
  };
  return (
    <div className="rule-estimate">
      <p id={sentenceId}>
        {translate("rule.estimate", { distance: format.distance(rule.reach), ...words({ detour, speed }) })}
      </p>
      <Button
        variant="link"
        aria-expanded={open}
        aria-controls={fieldsId}
        onClick={() => {
          setOpen(!open);
        }}
      >
        {translate("rule.estimate.change")}
      </Button>
      {open && (
        <div id={fieldsId} className="rule-estimate-fields">
          <NumberField
            label={translate("rule.estimate.speed")}
            describedBy={sentenceId}
            value={speed}
            {...SPEED_RANGE}
            digits={1}
            unit={translate("rule.estimate.speed-unit")}
            onChange={(next) => {
              choose({ detour, speed: next });
            }}
          />
          <NumberField
            label={translate("rule.estimate.detour")}
            describedBy={sentenceId}
            value={detour}
            {...DETOUR_RANGE}
            digits={2}
            onChange={(next) => {
              choose({ detour: next, speed });
            }}
          />
          {travel.factors !== undefined && (
            <p className="rule-estimate-measured">
              {translate("rule.estimate.measured", words(measured))}{" "}
              <Button
                variant="link"
                onClick={() => {
                  choose(measured);
                }}
              >
                {translate("rule.estimate.reset")}
              </Button>
            </p>
          )}
        </div>
      )}
    </div>
  );
}

function withoutFactors({ profile, minutes, basis }: Travel): Travel {
  return { profile, minutes, basis };
}
