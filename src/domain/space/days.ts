/** First and last day, ISO 8601, that a date as exact as known may mean: "2020-02" is 2020-02-01 to 2020-02-29. */
export function daysOf(date: string): { readonly first: string; readonly last: string } {
  const [year = "", month, day] = date.split("-");
  if (day !== undefined) return { first: date, last: date };
  if (month === undefined) return { first: `${year}-01-01`, last: `${year}-12-31` };
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return { first: `${date}-01`, last: `${date}-${String(last)}` };
}

/** Whether the text is a day of the calendar, ISO 8601, of the years 1000 to 9999. */
export function isDay(text: string): boolean {
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
