import { useMemo, useState } from "react";
import { flushSync } from "react-dom";
import type { Activity } from "#domain/activity/activity.ts";
import type { Dataset } from "#domain/dataset.ts";
import type { Shown } from "#domain/programme/programme-filters.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import { ActivityEntry } from "./activity-entry.tsx";
import { yearOf } from "./time-scale.ts";

/** So many are listed at first, and with each press of the button more. */
const PAGE = 200;

export interface ActivityListProps {
  readonly dataset: Dataset;
  /** In the order of time. */
  readonly shown: readonly Shown<Activity>[];
  /** One that has to be listed, by its position in the dataset. */
  readonly asked: number | null;
}

/** The activities by year, those without a date last. */
export function ActivityList({ dataset, shown, asked }: ActivityListProps) {
  const { translate } = useAtlas();
  const [most, setMost] = useState(PAGE);
  const askedAt = shown.findIndex(({ index }) => index === asked);
  const count = Math.max(most, askedAt + 1);
  const years = useMemo(() => byYear(shown), [shown]);
  return (
    <section className="programme-part" aria-labelledby="programme-list">
      <h3 id="programme-list">{translate("programme.list")}</h3>
      {years.map(({ year, first, entries }) => {
        const visible = entries.slice(0, Math.max(0, count - first));
        if (visible.length === 0) return null;
        const id = `programme-year-${String(year ?? "none")}`;
        return (
          <section key={id} aria-labelledby={id} className="programme-year">
            <h4 id={id}>
              {year ?? translate("programme.undated")}{" "}
              <span className="room-muted">{translate("programme.year-count", { count: entries.length })}</span>
            </h4>
            <ol className="programme-entries">
              {visible.map(({ index, activity }) => (
                <li key={index} id={entryId(index)} tabIndex={-1} className="programme-entry">
                  <ActivityEntry dataset={dataset} activity={activity} index={index} />
                </li>
              ))}
            </ol>
          </section>
        );
      })}
      {shown.length > count && (
        <Button
          onClick={() => {
            // The focus goes on from where the list ended.
            flushSync(() => {
              setMost(count + PAGE);
            });
            focusActivity(shown[count]?.index ?? 0);
          }}
        >
          {translate("programme.more", { count: Math.min(PAGE, shown.length - count) })}
        </Button>
      )}
    </section>
  );
}

/** Brings an entry of the list into view, with the focus; once the list has drawn it. */
export function focusActivity(index: number): void {
  requestAnimationFrame(() => {
    document.getElementById(entryId(index))?.focus();
  });
}

function entryId(index: number): string {
  return `programme-activity-${String(index)}`;
}

interface Year {
  /** `null`: without a date. */
  readonly year: number | null;
  /** How many are listed before it. */
  readonly first: number;
  readonly entries: readonly Shown<Activity>[];
}

function byYear(shown: readonly Shown<Activity>[]): readonly Year[] {
  const years = new Map<number | null, { readonly first: number; readonly entries: Shown<Activity>[] }>();
  for (const [at, each] of shown.entries()) {
    const year = each.period === null ? null : yearOf(each.period);
    const known = years.get(year);
    if (known === undefined) years.set(year, { first: at, entries: [each] });
    else known.entries.push(each);
  }
  return [...years].map(([year, rest]) => ({ year, ...rest }));
}
