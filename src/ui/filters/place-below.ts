const GAP = 6;
const EDGE = 8;
/** Least height that a menu gets below its button before it goes above, CSS pixels. */
const ENOUGH = 260;
/** As `.filter-menu` in the style sheet, CSS pixels. */
const WIDTH = 288;

/** Puts a menu of the top layer at its button, inside the window: below, or above where there is more room. */
export function placeBelow(menu: HTMLElement, button: HTMLElement): void {
  const box = button.getBoundingClientRect();
  const below = window.innerHeight - box.bottom - GAP - EDGE;
  const above = box.top - GAP - EDGE;
  const left = Math.max(EDGE, Math.min(box.left, window.innerWidth - WIDTH - EDGE));
  menu.style.left = `${String(left)}px`;
  if (below >= ENOUGH || below >= above) {
    menu.style.top = `${String(box.bottom + GAP)}px`;
    menu.style.bottom = "auto";
    menu.style.maxHeight = `${String(below)}px`;
  } else {
    menu.style.top = "auto";
    menu.style.bottom = `${String(window.innerHeight - box.top + GAP)}px`;
    menu.style.maxHeight = `${String(above)}px`;
  }
}
