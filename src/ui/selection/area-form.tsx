import { useId, useRef, useState, type SyntheticEvent } from "react";
import { boxArea, circleArea, findDrawnFault, RADIUS_RANGE, type DrawnArea } from "#domain/selection/drawn-area.ts";
import { setDrawn } from "#state/view-store.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import { readDegrees, type DegreesField } from "./read-degrees.ts";

type Problems<Field extends string> = Partial<Record<Field, string>>;

interface AreaFormProps<Field extends string> {
  readonly drawn: DrawnArea | null;
  readonly fields: readonly Field[];
  readonly start: Readonly<Record<Field, string>>;
  /** The area that the texts state, or what is wrong with which of them. */
  readonly read: (texts: Readonly<Record<Field, string>>) => DrawnArea | Problems<Field>;
}

/** Numbers that state an area. What is wrong stands at its field, from the first try on, and takes the focus. */
function AreaForm<Field extends "west" | "south" | "east" | "north" | "lat" | "lon" | "radius">({
  drawn,
  fields,
  start,
  read,
}: AreaFormProps<Field>) {
  const { stores, translate } = useAtlas();
  const [texts, setTexts] = useState(start);
  const [tried, setTried] = useState(false);
  // Another area gives other texts; the form stays, and with it the focus.
  const [before, setBefore] = useState(drawn);
  if (before !== drawn) {
    setBefore(drawn);
    setTexts(start);
    setTried(false);
  }
  const form = useRef<HTMLFormElement>(null);
  const id = useId();
  const stated = read(texts);
  const problems: Problems<Field> = isArea(stated) ? {} : stated;
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (isArea(stated)) setDrawn(stores.view, stated);
    else {
      const first = fields.find((field) => problems[field] !== undefined);
      form.current?.querySelector<HTMLElement>(`[name="${String(first)}"]`)?.focus();
    }
  };
  return (
    <form ref={form} className="area-form" noValidate onSubmit={submit}>
      {fields.map((field) => {
        const problem = tried ? problems[field] : undefined;
        return (
          <div key={field} className="area-field">
            <label htmlFor={`${id}-${field}`}>{translate(`draw.field.${field}`)}</label>
            <input
              id={`${id}-${field}`}
              name={field}
              type="text"
              inputMode="text"
              autoComplete="off"
              value={texts[field]}
              aria-invalid={problem !== undefined}
              aria-describedby={problem === undefined ? undefined : `${id}-${field}-problem`}
              onChange={(event) => {
                setTexts({ ...texts, [field]: event.target.value });
              }}
            />
            {problem !== undefined && (
              <p id={`${id}-${field}-problem`} className="area-problem">
                {problem}
              </p>
            )}
          </div>
        );
      })}
      <Button type="submit" variant="primary">
        {translate("draw.apply")}
      </Button>
    </form>
  );
}

function isArea(stated: object): stated is DrawnArea {
  return "kind" in stated;
}

export function BoxForm({ drawn }: { readonly drawn: DrawnArea | null }) {
  const atlas = useAtlas();
  const { translate, format } = atlas;
  const [west = "", south = "", east = "", north = ""] =
    drawn?.kind === "box" ? drawn.bounds.map((value) => format.plainNumber(value, 5)) : [];
  return (
    <AreaForm
      drawn={drawn}
      fields={["west", "south", "east", "north"]}
      start={{ west, south, east, north }}
      read={(texts) => {
        const numbers = readAll(texts, { west: "lon", south: "lat", east: "lon", north: "lat" });
        const problems: Problems<keyof typeof texts> = degreesProblems(numbers, atlas);
        if (numbers.east !== null && numbers.west !== null && numbers.east <= numbers.west) {
          problems.east = translate("draw.problem.east");
        }
        if (numbers.north !== null && numbers.south !== null && numbers.north <= numbers.south) {
          problems.north = translate("draw.problem.north");
        }
        if (Object.keys(problems).length > 0) return problems;
        const area = boxArea([numbers.west ?? NaN, numbers.south ?? NaN, numbers.east ?? NaN, numbers.north ?? NaN]);
        return findDrawnFault(area) === null ? area : { east: translate("draw.problem.small") };
      }}
    />
  );
}

export function CircleForm({ drawn }: { readonly drawn: DrawnArea | null }) {
  const atlas = useAtlas();
  const { format } = atlas;
  const circle = drawn?.kind === "circle" ? drawn : null;
  const text = (value: number | undefined, digits: number) =>
    value === undefined ? "" : format.plainNumber(value, digits);
  return (
    <AreaForm
      drawn={drawn}
      fields={["lat", "lon", "radius"]}
      start={{
        lat: text(circle?.center.lat, 5),
        lon: text(circle?.center.lon, 5),
        radius: circle === null ? "" : text(circle.radiusMeters / 1000, 3),
      }}
      read={(texts) => {
        const numbers = readAll(texts, { lat: "lat", lon: "lon", radius: "radius" });
        const problems: Problems<keyof typeof texts> = degreesProblems(numbers, atlas);
        if (Object.keys(problems).length > 0) return problems;
        return circleArea(
          { lon: numbers.lon ?? NaN, lat: numbers.lat ?? NaN },
          Math.round((numbers.radius ?? NaN) * 1000),
        );
      }}
    />
  );
}

function readAll<Field extends string>(
  texts: Readonly<Record<Field, string>>,
  kinds: Readonly<Record<Field, DegreesField>>,
): Record<Field, number | null> {
  const fields = Object.keys(kinds) as Field[];
  return Object.fromEntries(fields.map((field) => [field, readDegrees(texts[field], kinds[field])])) as Record<
    Field,
    number | null
  >;
}

function degreesProblems<Field extends "west" | "south" | "east" | "north" | "lat" | "lon" | "radius">(
  numbers: Readonly<Record<Field, number | null>>,
  { translate, format }: ReturnType<typeof useAtlas>,
): Problems<Field> {
  const problems: Problems<Field> = {};
  for (const field of Object.keys(numbers) as Field[]) {
    if (numbers[field] !== null) continue;
    const isLat = field === "lat" || field === "south" || field === "north";
    problems[field] =
      field === "radius"
        ? translate("draw.problem.radius", {
            least: format.number(RADIUS_RANGE.least / 1000, 2),
            most: format.number(RADIUS_RANGE.most / 1000),
          })
        : translate(isLat ? "draw.problem.lat" : "draw.problem.lon");
  }
  return problems;
}
