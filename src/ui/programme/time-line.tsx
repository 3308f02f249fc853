import { useMemo, useRef, useState, type KeyboardEvent } from "react";
import type { Activity } from "#domain/activity/activity.ts";
import { NOT_STATED, type Shown } from "#domain/programme/programme-filters.ts";
import { activityTypeWords, dateDoubt, datesInWords, placeInWords } from "#i18n/programme-words.ts";
import { inALine } from "#i18n/in-a-line.ts";
import { useAtlas, useDerived } from "../shared/atlas-context.ts";
import { useWidth } from "../site-sheet/use-width.ts";
import { laneLabel, type LaneLabel } from "./lane-label.ts";
import { extentOf, layOutLanes, ticksOf, xOf, type Lane, type Mark } from "./time-scale.ts";

/** Pixels. */
const ROW = 18;
const MARK = 11;
const LANE_GAP = 8;
const AXIS = 26;
const LABELS_BESIDE = 156;
const LABEL_ABOVE = 18;
const LABEL_LINE = 15;
/** That a letter of a lane's name takes, with some to spare. */
const LETTER = 6.8;
const NARROW = 560;
const BETWEEN_TICKS = { years: 46, months: 64 } as const;
const EDGE = 6;
/** That a name of a year or a month takes. */
const LABEL_ROOM = 30;
/** More marks than this are not told apart. */
const MOST_MARKS = 600;

export interface TimeLineProps {
  /** In the order of time; those without a date are not drawn. */
  readonly shown: readonly Shown<Activity>[];
  /** Opens an activity in the list, by its position in the dataset. */
  readonly onOpen: (index: number) => void;
}

/**
 * The activities on a scale of time, a lane a type. A mark's shape says how exact its date is; the list behind it holds the
 * same. One stop for the keyboard: arrows go from mark to mark in the order of time.
 */
export function TimeLine({ shown, onOpen }: TimeLineProps) {
  const { translate, format } = useAtlas();
  const [ref, width] = useWidth<HTMLDivElement>(900);
  const group = useRef<SVGGElement>(null);
  const language = useDerived(({ view }) => view.language);
  const [stop, setStop] = useState(0);
  const [told, setTold] = useState<number | null>(null);
  const drawn = useMemo(() => shown.filter(({ period }) => period !== null).slice(0, MOST_MARKS), [shown]);
  const isNarrow = width < NARROW;
  const { lanes, ticks, scale } = useMemo(() => {
    const extent = extentOf(drawn.flatMap(({ period }) => period ?? [])) ?? { first: 0, end: 1 };
    const bounds = {
      ...extent,
      left: isNarrow ? EDGE : LABELS_BESIDE,
      right: Math.max(width - EDGE, LABELS_BESIDE + 60),
    };
    const room = bounds.right - bounds.left;
    const areYears = extent.end - extent.first > 3 * 366;
    return {
      scale: bounds,
      lanes: layOutLanes(drawn, bounds, { least: MARK, gap: 3 }),
      ticks: ticksOf(extent, Math.max(1, Math.floor(room / BETWEEN_TICKS[areYears ? "years" : "months"]))),
    };
  }, [drawn, width, isNarrow]);
  const placed = useMemo(() => {
    const room = isNarrow ? width : LABELS_BESIDE;
    return placeLanes(
      lanes.map((lane) => ({
        lane,
        label: laneLabel(activityTypeWords(lane.type, translate), room / LETTER, isNarrow),
      })),
      isNarrow,
    );
  }, [lanes, isNarrow, width, translate]);
  const order = useMemo(() => new Map(drawn.map(({ index }, place) => [index, place])), [drawn]);
  const current = Math.min(stop, drawn.length - 1);
  const toldNow = drawn.find(({ index }) => index === told);
  const months = new Intl.DateTimeFormat(language, { month: "short", timeZone: "UTC" });

  const words = ({ activity }: Shown<Activity>) => {
    const doubt = dateDoubt(activity, translate);
    const dates = datesInWords(activity, translate, format);
    return inALine([
      doubt === null ? dates : `${dates} (${doubt.replace(/\.$/, "")})`,
      activity.title,
      activityTypeWords(activity.type ?? NOT_STATED, translate),
      placeInWords(activity, format),
    ]);
  };
  const goTo = (place: number) => {
    const next = drawn[Math.max(0, Math.min(drawn.length - 1, place))];
    if (next === undefined) return;
    group.current?.querySelector<SVGElement>(`[data-index="${String(next.index)}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const places: Readonly<Record<string, number>> = {
      ArrowRight: current + 1,
      ArrowDown: current + 1,
      ArrowLeft: current - 1,
      ArrowUp: current - 1,
      Home: 0,
      End: drawn.length - 1,
    };
    const place = places[event.key];
    const at = drawn[current];
    if (place !== undefined) goTo(place);
    else if ((event.key === "Enter" || event.key === " ") && at !== undefined) onOpen(at.index);
    else return;
    event.preventDefault();
  };

  const undrawn = shown.filter(({ period }) => period !== null).length - drawn.length;
  const bottom = AXIS + placed.height;
  return (
    <section className="programme-part" aria-labelledby="programme-time">
      <h3 id="programme-time">{translate("programme.time-line")}</h3>
      <div ref={ref} className="time-line">
        <svg
          width={width}
          height={bottom}
          role="group"
          aria-label={translate("programme.time-line-how", { count: drawn.length })}
        >
          <g aria-hidden="true">
            {ticks.map(({ day, year, month }) => {
              const x = Math.round(xOf(scale, day)) + 0.5;
              const isYear = month === 1;
              return (
                <g key={day}>
                  <line className="time-tick" data-year={isYear} x1={x} x2={x} y1={AXIS - 6} y2={bottom} />
                  {x + LABEL_ROOM < width && (
                    <text className="time-tick-label" data-year={isYear} x={x + 3} y={AXIS - 10}>
                      {isYear
                        ? year
                        : `${months.format(Date.UTC(2000, month - 1, 1))}${ticks[0]?.day === day ? ` ${String(year)}` : ""}`}
                    </text>
                  )}
                </g>
              );
            })}
            {placed.lanes.map(({ lane, label, top }, at) => (
              <g key={lane.type}>
                {at > 0 && (
                  <line className="time-lane-edge" x1={0} x2={width} y1={top - LANE_GAP / 2} y2={top - LANE_GAP / 2} />
                )}
                <text className="time-lane-label" y={top + (isNarrow ? 12 : ROW / 2 + 4)}>
                  {label.lines.map((line, row) => (
                    <tspan key={row} x={0} dy={row === 0 ? 0 : LABEL_LINE}>
                      {line}
                    </tspan>
                  ))}
                  {label.isCut && <title>{label.words}</title>}
                </text>
              </g>
            ))}
          </g>
          <g ref={group} onKeyDown={onKeyDown}>
            {placed.lanes.flatMap(({ lane, marksTop }) =>
              lane.marks.map((mark) => {
                const { index } = mark.shown;
                const place = order.get(index) ?? 0;
                return (
                  <g
                    key={index}
                    role="button"
                    tabIndex={place === current ? 0 : -1}
                    className="time-mark"
                    data-index={index}
                    data-precision={mark.shown.period.precision}
                    aria-label={words(mark.shown)}
                    onFocus={() => {
                      setStop(place);
                      setTold(index);
                    }}
                    onBlur={() => {
                      setTold(null);
                    }}
                    onMouseEnter={() => {
                      setTold(index);
                    }}
                    onMouseLeave={() => {
                      setTold(null);
                    }}
                    onClick={() => {
                      onOpen(index);
                    }}
                  >
                    <MarkShape mark={mark} top={marksTop + mark.row * ROW} />
                  </g>
                );
              }),
            )}
          </g>
        </svg>
        <p className="time-told" aria-hidden="true">
          {toldNow === undefined ? translate("programme.time-hint") : words(toldNow)}
        </p>
      </div>
      <ul className="time-key" aria-label={translate("programme.key")}>
        {(["day", "span", "month", "year", "open"] as const).map((kind) => (
          <li key={kind}>
            <KeyShape kind={kind} />
            {translate(`programme.key.${kind}`)}
          </li>
        ))}
      </ul>
      {undrawn > 0 && <p className="room-muted">{translate("programme.time-most", { count: undrawn })}</p>}
    </section>
  );
}

/** A dot for a day; a bar for what lasts: filled where known to the day, open where to the month, broken where to the year. */
function MarkShape({ mark: { shown, left, width }, top }: { readonly mark: Mark; readonly top: number }) {
  const { period } = shown;
  const y = top + (ROW - MARK) / 2;
  const isDot = period.precision === "day" && width <= MARK;
  const middle = y + MARK / 2;
  return (
    <>
      <rect className="time-hit" x={left - 2} y={top} width={width + 4} height={ROW} />
      {isDot ? (
        <circle className="time-shape" cx={left + width / 2} cy={middle} r={MARK / 2 - 0.5} />
      ) : (
        <rect className="time-shape" x={left + 0.75} y={y + 0.75} width={width - 1.5} height={MARK - 1.5} rx={2.5} />
      )}
      {period.stated === "start" && <path className="time-open" d={arrow(left + width + 1, middle, 1)} />}
      {period.stated === "end" && <path className="time-open" d={arrow(left - 1, middle, -1)} />}
    </>
  );
}

function arrow(x: number, y: number, direction: 1 | -1): string {
  return `M${String(x)} ${String(y - 4)}l${String(4 * direction)} 4l${String(-4 * direction)} 4`;
}

const KEY_PRECISION = { day: "day", span: "day", month: "month", year: "year", open: "day" } as const;

function KeyShape({ kind }: { readonly kind: keyof typeof KEY_PRECISION }) {
  return (
    <svg
      className="time-mark"
      data-precision={KEY_PRECISION[kind]}
      width={24}
      height={14}
      aria-hidden="true"
      focusable="false"
    >
      {kind === "day" || kind === "open" ? (
        <circle className="time-shape" cx={kind === "open" ? 8 : 12} cy={7} r={5} />
      ) : (
        <rect className="time-shape" x={1.75} y={2.25} width={20.5} height={9.5} rx={2.5} />
      )}
      {kind === "open" && <path className="time-open" d={arrow(15, 7, 1)} />}
    </svg>
  );
}

interface NamedLane {
  readonly lane: Lane;
  readonly label: LaneLabel;
}

interface PlacedLane extends NamedLane {
  readonly top: number;
  readonly marksTop: number;
}

/** One below the other, each as high as its marks and its name. */
function placeLanes(
  lanes: readonly NamedLane[],
  isNarrow: boolean,
): { readonly lanes: readonly PlacedLane[]; readonly height: number } {
  const above = isNarrow ? LABEL_ABOVE : 0;
  const placed: PlacedLane[] = [];
  let top = AXIS + LANE_GAP / 2;
  for (const { lane, label } of lanes) {
    const ofLabel = isNarrow ? 0 : ROW + (label.lines.length - 1) * LABEL_LINE;
    placed.push({ lane, label, top, marksTop: top + above });
    top += Math.max(above + lane.rows * ROW, ofLabel) + LANE_GAP;
  }
  return { lanes: placed, height: top - AXIS };
}
