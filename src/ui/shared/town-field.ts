import type { Place } from "#domain/place/place.ts";

/**
 * What a text field with `TownOptions` below it is to say of itself (WAI-ARIA, pattern of the combobox with a listbox).
 * @param shown whether the list is open
 * @param current the town that the keys have reached
 */
export function townField(id: string, shown: boolean, current: Place | undefined) {
  return {
    id,
    type: "text",
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-expanded": shown,
    "aria-controls": `${id}-towns`,
    "aria-activedescendant": current === undefined ? undefined : `${id}-${String(current.id)}`,
    autoComplete: "off",
    spellCheck: false,
  } as const;
}

/** The position after an arrow key; from the last town on comes the text itself, -1, then the first. */
export function nextActive(active: number, key: "ArrowDown" | "ArrowUp", count: number): number {
  const step = key === "ArrowDown" ? 1 : -1;
  return ((active + 1 + step + count + 1) % (count + 1)) - 1;
}
