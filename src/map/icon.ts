import { ICON_BOX, ICON_LINE, ICONS, type IconName } from "#design/icons.ts";

const SVG = "http://www.w3.org/2000/svg";

/** An icon of the interface, to stand in a button of the map. */
export function iconOf(name: IconName, size = 16): SVGSVGElement {
  const icon = document.createElementNS(SVG, "svg");
  const attributes = {
    class: "icon",
    width: size,
    height: size,
    viewBox: `0 0 ${String(ICON_BOX)} ${String(ICON_BOX)}`,
    "stroke-width": (ICON_LINE * ICON_BOX) / size,
    "aria-hidden": true,
    focusable: false,
  };
  for (const [attribute, value] of Object.entries(attributes)) icon.setAttribute(attribute, String(value));
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", ICONS[name]);
  icon.append(path);
  return icon;
}
