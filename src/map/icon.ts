import { ICON_BOX, ICON_LINE, ICONS, type IconName } from "#design/icons.ts";

/** An icon of the interface, to stand in a button of the map. */
export function iconOf(name: IconName, size = 16): DocumentFragment {
  const box = String(ICON_BOX);
  const line = String((ICON_LINE * ICON_BOX) / size);
  return document.createRange()
    .createContextualFragment(`<svg class="icon" width="${String(size)}" height="${String(size)}" viewBox="0 0 ${box} ${box}"
      stroke-width="${line}" aria-hidden="true" focusable="false"><path d="${ICONS[name]}"/></svg>`);
}
