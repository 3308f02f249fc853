import { withoutHidden } from "#domain/hidden-characters.ts";
import { MOST } from "#domain/limits.ts";
import { parseCoordinate, type Axis } from "./position-text.ts";

/** A record while it is typed: the text of each field, empty for not known. */
export type Draft<Field extends string> = Readonly<Record<Field, string>>;

/** What keeps a field from being saved; `edit.problem.<code>` says it. */
export type Problem =
  | "missing"
  | "too-long"
  | "not-a-year"
  | "not-an-area"
  | "not-a-web-address"
  | "not-a-latitude"
  | "not-a-longitude"
  | "half-a-point"
  | "no-point";

/** A record read from its draft; `null` while any field has a problem. */
export interface ReadDraft<Row, Field extends string> {
  readonly row: Row | null;
  readonly problems: ReadonlyMap<Field, Problem>;
}

/** Reads the fields of a draft one by one and collects what is wrong with them. */
export class DraftReader<Field extends string> {
  readonly problems = new Map<Field, Problem>();
  readonly #draft: Draft<Field>;

  constructor(draft: Draft<Field>) {
    this.#draft = draft;
  }

  /** Without what is not seen in it, as a text of a file is read. */
  text(field: Field): string | null {
    const text = withoutHidden(this.#draft[field]).trim();
    if (text.length > MOST.text) this.problems.set(field, "too-long");
    return text === "" ? null : text;
  }

  needed(field: Field): string {
    const text = this.text(field);
    if (text === null) this.problems.set(field, "missing");
    return text ?? "";
  }

  year(field: Field): number | null {
    return this.#number(field, /^-?\d{1,4}$/, "not-a-year");
  }

  /** Square metres; three figures behind one mark are thousands, as nobody measures a floor to the thousandth. */
  area(field: Field): number | null {
    const text = this.text(field);
    const parts = /^([1-9]\d{0,2}(?:[.,'’\s]\d{3})+)([.,]\d{1,2})?$/.exec(text ?? "");
    if (parts?.[1] === undefined || hasMixedMarks(parts[1], parts[2])) {
      return this.#number(field, /^\d{1,12}([.,]\d+)?$/, "not-an-area");
    }
    return Number(parts[1].replace(/\D/g, "") + (parts[2] ?? "").replace(",", "."));
  }

  webAddress(field: Field): string | null {
    const text = this.text(field);
    if (text !== null && !(/^https?:\/\/\S+$/i.test(text) && URL.canParse(text))) {
      this.problems.set(field, "not-a-web-address");
    }
    return text;
  }

  /** The value of a list of choices; a form offers no others. */
  choice<Value extends string>(field: Field, values: readonly Value[], missing: Value): Value {
    return values.find((value) => value === this.#draft[field]) ?? missing;
  }

  coordinate(field: Field, axis: Axis): number | null {
    const text = this.text(field);
    if (text === null) return null;
    const degrees = parseCoordinate(text, axis);
    if (degrees === null) this.problems.set(field, axis === "lat" ? "not-a-latitude" : "not-a-longitude");
    return degrees;
  }

  /** Both coordinates or neither. */
  point(latField: Field, lonField: Field): { readonly lat: number | null; readonly lon: number | null } {
    const lat = this.coordinate(latField, "lat");
    const lon = this.coordinate(lonField, "lon");
    if (this.text(latField) === null && this.text(lonField) !== null) this.problems.set(latField, "half-a-point");
    if (this.text(lonField) === null && this.text(latField) !== null) this.problems.set(lonField, "half-a-point");
    return { lat, lon };
  }

  /** The row, unless something is wrong. */
  result<Row>(row: Row): ReadDraft<Row, Field> {
    return { row: this.problems.size === 0 ? row : null, problems: this.problems };
  }

  #number(field: Field, form: RegExp, problem: Problem): number | null {
    const text = this.text(field)?.replace("−", "-") ?? null;
    if (text === null) return null;
    if (form.test(text)) return Number(text.replace(",", ".")) + 0;
    this.problems.set(field, problem);
    return null;
  }
}

/** Whether thousands are parted by several marks, or by the one that parts the fraction, too. */
function hasMixedMarks(thousands: string, fraction = ""): boolean {
  const marks = new Set(thousands.replace(/\d/g, ""));
  return marks.size > 1 || marks.has(fraction.slice(0, 1));
}

/** As {@link numberText}, with a further figure where the fraction would be taken for thousands. */
export function areaText(value: number | null): string {
  return numberText(value).replace(/^([1-9]\d{0,2}\.\d{3})$/, "$10");
}

/** A number as it is typed, without an exponent; read again it is the very same. */
export function numberText(value: number | null): string {
  if (value === null) return "";
  const text = String(value);
  return text.includes("e-") ? value.toFixed(20).replace(/0+$/, "") : text;
}
