/** Numbers, distances and years as a language writes them. */
export interface Format {
  /** Up to `digits` decimals (0 by default), grouped. */
  number(value: number, digits?: number): string;
  /** As a person would type it into a field: the language's decimal mark, no grouping. */
  plainNumber(value: number, digits?: number): string;
  /** 0.25 → "25 %". */
  percent(value: number): string;
  /** Metres as "850 m", "8.4 km", "31 km". */
  distance(meters: number): string;
  /** An ISO 8601 day, month or year as exact as it is given. */
  date(iso: string): string;
  /** From one day, month or year that exists to another, as exact as `from`: "December 10 – 22, 2018". */
  dateRange(from: string, to: string): string;
  /** ISO 3166-1 alpha-2 → name of the country. */
  country(code: string): string;
  /** "a", "a or b", "a, b, or c". */
  either(values: readonly string[]): string;
}

export function createFormat(language: string): Format {
  const numbers = new Map<number, Intl.NumberFormat>();
  const number = (value: number, digits = 0) => {
    let format = numbers.get(digits);
    if (format === undefined) {
      format = new Intl.NumberFormat(language, { maximumFractionDigits: digits });
      numbers.set(digits, format);
    }
    return format.format(value);
  };
  const percent = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 0 });
  const lists = new Intl.ListFormat(language, { type: "disjunction" });
  const countries = new Intl.DisplayNames(language, { type: "region", fallback: "code" });
  return {
    number,
    plainNumber: (value, digits = 0) =>
      new Intl.NumberFormat(language, { maximumFractionDigits: digits, useGrouping: false }).format(value),
    percent: (value) => percent.format(value),
    distance(meters) {
      if (meters < 999.5) return `${number(meters)} m`;
      return meters < 19_950 ? `${number(meters / 1000, 1)} km` : `${number(meters / 1000)} km`;
    },
    date(iso) {
      const parts = iso.split("-").map(Number);
      const [year = NaN, month, day] = parts;
      if (month === undefined) return String(year);
      const options: Intl.DateTimeFormatOptions =
        day === undefined
          ? { year: "numeric", month: "long", timeZone: "UTC" }
          : { year: "numeric", month: "long", day: "numeric", timeZone: "UTC" };
      return new Intl.DateTimeFormat(language, options).format(Date.UTC(year, month - 1, day ?? 1));
    },
    dateRange(from, to) {
      const [time, end] = [from, to].map((iso) => Date.parse(`${iso.padEnd(10, "-01")}T00:00:00Z`));
      const options: Intl.DateTimeFormatOptions = {
        year: "numeric",
        ...(from.length > 4 && { month: "long" }),
        ...(from.length > 7 && { day: "numeric" }),
        timeZone: "UTC",
      };
      return new Intl.DateTimeFormat(language, options).formatRange(time!, end!);
    },
    country: (code) => (/^[A-Z]{2}$/.test(code) ? (countries.of(code) ?? code) : code),
    either: (values) => lists.format(values),
  };
}
