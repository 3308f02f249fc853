import { useId } from "react";
import { DEFAULT_RESIDENTS_FACTOR, RESIDENTS_FACTOR_RANGE, type Comparison } from "#domain/benchmark/comparable.ts";
import type { SiteTable } from "#domain/site/site.ts";
import { FACTOR_DIGITS } from "#state/link-benchmark.ts";
import { setComparison } from "#state/view-store.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { NumberField } from "../shared/number-field.tsx";

export interface CriteriaProps {
  readonly comparison: Comparison;
  readonly sites: SiteTable;
  readonly site: number;
}

/** What makes sites comparable, each with what it means for this one. */
export function Criteria({ comparison, sites, site }: CriteriaProps) {
  const { stores, translate, format } = useAtlas();
  const country = sites.country[site] ?? null;
  const { residentsFactor } = comparison;
  return (
    <fieldset className="benchmark-criteria">
      <legend>{translate("benchmark.criteria")}</legend>
      <Criterion
        words={translate("benchmark.same-country")}
        note={country === null ? translate("benchmark.same-country-unknown") : format.country(country)}
        checked={comparison.sameCountry}
        onChange={(sameCountry) => {
          setComparison(stores.view, { sameCountry });
        }}
      />
      <Criterion
        words={translate("benchmark.same-industry")}
        note={translate(`industry.${sites.industry[site] ?? "unknown"}`)}
        checked={comparison.sameIndustry}
        onChange={(sameIndustry) => {
          setComparison(stores.view, { sameIndustry });
        }}
      />
      <Criterion
        words={translate("benchmark.same-status")}
        note={translate(`status.${sites.reuseStatus[site] ?? "unknown"}`)}
        checked={comparison.sameStatus}
        onChange={(sameStatus) => {
          setComparison(stores.view, { sameStatus });
        }}
      />
      <div className="benchmark-criterion">
        <Criterion
          words={translate("benchmark.residents")}
          note={translate("benchmark.residents-note")}
          checked={residentsFactor !== null}
          onChange={(isOn) => {
            setComparison(stores.view, { residentsFactor: isOn ? DEFAULT_RESIDENTS_FACTOR : null });
          }}
        />
        {residentsFactor !== null && (
          <NumberField
            label={translate("benchmark.residents-factor")}
            value={residentsFactor}
            {...RESIDENTS_FACTOR_RANGE}
            digits={FACTOR_DIGITS}
            onChange={(factor) => {
              setComparison(stores.view, { residentsFactor: factor });
            }}
          />
        )}
      </div>
    </fieldset>
  );
}

interface CriterionProps {
  readonly words: string;
  readonly note: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

function Criterion({ words, note, checked, onChange }: CriterionProps) {
  const noteId = useId();
  return (
    <div className="benchmark-check">
      <label>
        <input
          type="checkbox"
          checked={checked}
          aria-describedby={noteId}
          onChange={(event) => {
            onChange(event.target.checked);
          }}
        />
        {words}
      </label>
      <span id={noteId} className="room-muted">
        {note}
      </span>
    </div>
  );
}
