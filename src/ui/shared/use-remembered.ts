import { useCallback, useState } from "react";

/** A choice about the page itself that survives a reload where the browser allows it. */
export function useRemembered<T extends string>(
  key: string,
  values: readonly T[],
  initial: T,
): readonly [T, (value: T) => void] {
  const [value, setValue] = useState<T>(() => {
    const kept = readKept(key);
    return values.find((allowed) => allowed === kept) ?? initial;
  });
  const remember = useCallback(
    (next: T) => {
      setValue(next);
      keep(key, next);
    },
    [key],
  );
  return [value, remember];
}

export function readKept(key: string): string | null {
  try {
    return localStorage.getItem(`refresh-atlas.${key}`);
  } catch {
    return null;
  }
}

/** Whether it is kept: where storage is full or refused, a choice holds until the page is left. */
export function keep(key: string, value: string): boolean {
  try {
    localStorage.setItem(`refresh-atlas.${key}`, value);
    return true;
  } catch {
    return false;
  }
}
