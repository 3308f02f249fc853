import { useId, useMemo, useState } from "react";
import type { Activity } from "#domain/activity/activity.ts";
import { periodOf, readDateSpan } from "#domain/programme/period.ts";
import {
  countProgramme,
  filterProgramme,
  NOT_STATED,
  type ProgrammeFilters,
} from "#domain/programme/programme-filters.ts";
import { activityCountryWords, activityTypeWords, programmeFiltersInWords } from "#i18n/programme-words.ts";
import { setProgramme } from "#state/view-store.ts";
import { ValueMenu } from "../filters/value-menu.tsx";
import { ValueRow } from "../filters/value-row.tsx";
import { useAtlas, useDerived } from "../shared/atlas-context.ts";
import { turnOf, yearOf } from "./time-scale.ts";

export interface ProgrammeFilterBarProps {
  readonly activities: readonly Activity[];
  readonly filters: ProgrammeFilters;
}

/** Type, country and period: each a chip that says what is chosen, with a menu of values and what each would leave. */
export function ProgrammeFilterBar({ activities, filters }: ProgrammeFilterBarProps) {
  const { stores, translate, format } = useAtlas();
  const language = useDerived(({ view }) => view.language);
  const counts = useMemo(() => countProgramme(activities, filters), [activities, filters]);
  const collator = new Intl.Collator(language);
  const types = optionsOf(counts.types, filters.types, (type) => activityTypeWords(type, translate)).sort(
    (a, b) => turnOf(a.value) - turnOf(b.value) || collator.compare(a.label, b.label),
  );
  const countries = optionsOf(counts.countries, filters.countries, (country) =>
    activityCountryWords(country, translate, format),
  ).sort(
    (a, b) => Number(a.value === NOT_STATED) - Number(b.value === NOT_STATED) || collator.compare(a.label, b.label),
  );
  return (
    <div className="programme-filters" role="group" aria-label={translate("programme.filters")}>
      <ValueFilter
        name={translate("programme.filter.type")}
        options={types}
        chosen={filters.types}
        onChoose={(values) => {
          setProgramme(stores.view, { types: values });
        }}
      />
      <ValueFilter
        name={translate("programme.filter.country")}
        options={countries}
        chosen={filters.countries}
        onChoose={(values) => {
          setProgramme(stores.view, { countries: values });
        }}
      />
      <PeriodFilter activities={activities} filters={filters} />
    </div>
  );
}

interface Option {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

/** Chosen values stay in sight even where no activity has them. */
function optionsOf(
  counts: ReadonlyMap<string, number>,
  chosen: readonly string[],
  words: (value: string) => string,
): Option[] {
  return [...new Set([...counts.keys(), ...chosen])].map((value) => ({
    value,
    label: words(value),
    count: counts.get(value) ?? 0,
  }));
}

interface ValueFilterProps {
  readonly name: string;
  readonly options: readonly Option[];
  readonly chosen: readonly string[];
  readonly onChoose: (values: readonly string[]) => void;
}

function ValueFilter({ name, options, chosen, onChoose }: ValueFilterProps) {
  const { translate, format } = useAtlas();
  return (
    <ValueMenu
      name={name}
      chosen={chosen.length}
      values={() => format.either(options.filter(({ value }) => chosen.includes(value)).map(({ label }) => label))}
      onClear={() => {
        onChoose([]);
      }}
    >
      {() =>
        options.map(({ value, label, count }) => (
          <ValueRow
            key={value}
            label={label}
            count={count}
            counted={translate("programme.count", { count })}
            checked={chosen.includes(value)}
            onToggle={() => {
              onChoose(chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value]);
            }}
          />
        ))
      }
    </ValueMenu>
  );
}

/** Two dates as exact as wanted, or one of the years that there are. */
function PeriodFilter({ activities, filters }: ProgrammeFilterBarProps) {
  const { stores, translate, format } = useAtlas();
  const { from, until } = filters;
  const years = useMemo(() => countYears(activities, filters), [activities, filters]);
  const choose = (period: Pick<ProgrammeFilters, "from" | "until">) => {
    setProgramme(stores.view, period);
  };
  return (
    <ValueMenu
      name={translate("programme.filter.period")}
      chosen={from === null && until === null ? 0 : 1}
      values={() => programmeFiltersInWords({ types: [], countries: [], from, until }, translate, format)}
      onClear={() => {
        choose({ from: null, until: null });
      }}
    >
      {() => (
        <>
          <p className="programme-period">
            <DateField
              label={translate("programme.filter.from")}
              value={from}
              onChange={(date) => {
                choose({ from: date, until });
              }}
            />
            <DateField
              label={translate("programme.filter.until")}
              value={until}
              onChange={(date) => {
                choose({ from, until: date });
              }}
            />
          </p>
          <p className="programme-hint">{translate("programme.filter.date-how")}</p>
          {years.map(({ year, count }) => {
            const isChosen = from === year && until === year;
            return (
              <ValueRow
                key={year}
                label={year}
                count={count}
                counted={translate("programme.count", { count })}
                checked={isChosen}
                onToggle={() => {
                  choose(isChosen ? { from: null, until: null } : { from: year, until: year });
                }}
              />
            );
          })}
        </>
      )}
    </ValueMenu>
  );
}

interface DateFieldProps {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (date: string | null) => void;
}

/** Taken over when the field is left or Enter pressed; what is no date stays, and is told. */
function DateField({ label, value, onChange }: DateFieldProps) {
  const { translate } = useAtlas();
  const id = useId();
  const [text, setText] = useState(value ?? "");
  const [isWrong, setWrong] = useState(false);
  const [before, setBefore] = useState(value);
  if (before !== value) {
    setBefore(value);
    setText(value ?? "");
    setWrong(false);
  }
  const take = () => {
    const date = text.trim();
    const isDate = date === "" || readDateSpan(date) !== null;
    setWrong(!isDate);
    if (isDate && date !== (value ?? "")) onChange(date === "" ? null : date);
  };
  return (
    <span className="programme-date">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        maxLength={10}
        placeholder="2020-09"
        value={text}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? `${id}-wrong` : undefined}
        onChange={(event) => {
          setText(event.target.value);
        }}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === "Enter") take();
        }}
      />
      {isWrong && (
        <span id={`${id}-wrong`} className="programme-wrong" role="alert">
          {translate("programme.filter.not-a-date")}
        </span>
      )}
    </span>
  );
}

/** The years in which activities begin, with how many each alone would leave. */
function countYears(activities: readonly Activity[], filters: ProgrammeFilters) {
  const years = new Set(
    activities.flatMap((activity) => {
      const period = periodOf(activity);
      return period === null ? [] : [String(yearOf(period)).padStart(4, "0")];
    }),
  );
  return [...years].sort().map((year) => ({
    year,
    count: filterProgramme(activities, { ...filters, from: year, until: year }).length,
  }));
}
