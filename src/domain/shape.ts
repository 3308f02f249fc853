/** Tells whether a value of unknown origin (a file, a store) is what its type says. */
export type Shape<T> = (value: unknown) => value is T;

export const isText: Shape<string> = (value) => typeof value === "string";

export const isFlag: Shape<boolean> = (value) => typeof value === "boolean";

export const isFiniteNumber: Shape<number> = (value): value is number =>
  typeof value === "number" && Number.isFinite(value);

/** A whole number from 0 upwards. */
export const isCount: Shape<number> = (value): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

export const isLongitude: Shape<number> = (value): value is number => isFiniteNumber(value) && Math.abs(value) <= 180;

export const isLatitude: Shape<number> = (value): value is number => isFiniteNumber(value) && Math.abs(value) <= 90;

export function isOneOf<const T extends string>(values: readonly T[]): Shape<T> {
  const known = new Set<unknown>(values);
  return (value): value is T => known.has(value);
}

export function isOrNull<T>(shape: Shape<T>): Shape<T | null> {
  return (value): value is T | null => value === null || shape(value);
}

export function isListOf<T>(shape: Shape<T>): Shape<readonly T[]> {
  return (value): value is readonly T[] => Array.isArray(value) && value.every(shape);
}

/** An object with any keys, all of whose values are of one shape. */
export function isMapOf<T>(shape: Shape<T>): Shape<Readonly<Record<string, T>>> {
  return (value): value is Readonly<Record<string, T>> => isObject(value) && Object.values(value).every(shape);
}

/** An object with these members; further ones do not matter. */
export function isRecordOf<T extends object>(members: { readonly [K in keyof T]-?: Shape<T[K]> }): Shape<T> {
  const shapes = Object.entries<Shape<unknown>>(members as unknown as Record<string, Shape<unknown>>);
  return (value): value is T =>
    isObject(value) && shapes.every(([name, shape]) => Object.hasOwn(value, name) && shape(value[name]));
}

export function isEither<A, B>(first: Shape<A>, second: Shape<B>): Shape<A | B> {
  return (value): value is A | B => first(value) || second(value);
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
