/** Of each icon of the interface its name in Lucide. */
export const ICON_SOURCES = {
  close: "x",
  "chevron-left": "chevron-left",
  "chevron-right": "chevron-right",
  "chevron-down": "chevron-down",
  "chevron-up": "chevron-up",
  search: "search",
  town: "building-complex",
  sun: "sun",
  moon: "moon",
  screen: "monitor",
  share: "link",
  download: "download",
  upload: "upload",
  globe: "globe",
  fit: "focus",
  check: "check",
  question: "question-mark",
  guide: "circle-question-mark",
  "arrow-up": "arrow-up",
  "arrow-down": "arrow-down",
  outside: "arrow-up-right",
  reset: "rotate-ccw",
  pencil: "pencil",
  bin: "trash",
  plus: "plus",
  minus: "minus",
  undo: "undo-2",
  redo: "redo-2",
  pin: "map-pin",
  star: "star",
  polygon: "pentagon",
  box: "square",
  circle: "circle",
  info: "info",
  warning: "triangle-exclamation-point",
} as const;

/** One shape of an icon, as Lucide has it: the name of an SVG element and its attributes. */
export type IconShape = readonly [element: string, attributes: Readonly<Record<string, string>>];

/** The outline of a shape as path data. */
export function pathOf([element, attributes]: IconShape): string {
  const number = (name: string, otherwise = 0) => Number(attributes[name] ?? otherwise);
  switch (element) {
    case "path":
      return fromAnywhere(attributes["d"] ?? "");
    case "line":
      return `M${attributes["x1"]!} ${attributes["y1"]!}L${attributes["x2"]!} ${attributes["y2"]!}`;
    case "circle": {
      const radius = number("r");
      const half = `a${String(radius)} ${String(radius)} 0 1 0`;
      return `M${String(number("cx") - radius)} ${attributes["cy"]!}${half} ${String(2 * radius)} 0${half}${String(-2 * radius)} 0`;
    }
    case "rect": {
      const radius = number("rx");
      const [width, height] = [number("width") - 2 * radius, number("height") - 2 * radius];
      const corner = (x: number, y: number) =>
        radius === 0 ? "" : `a${String(radius)} ${String(radius)} 0 0 1 ${String(x * radius)} ${String(y * radius)}`;
      return [
        `M${String(number("x") + radius)} ${String(number("y"))}h${String(width)}${corner(1, 1)}`,
        `v${String(height)}${corner(-1, 1)}h${String(-width)}${corner(-1, -1)}v${String(-height)}${corner(1, -1)}z`,
      ].join("");
    }
    default:
      throw new Error(`no path is known for <${element}>`);
  }
}

/** Path data that begins at a place of its own, whatever it is appended to; lines that follow a relative start stay relative. */
function fromAnywhere(path: string): string {
  const start = /^m(-?[\d.]+)[ ,]?(-?[\d.]+)\s*/.exec(path);
  if (start === null) return path;
  const [begin, x = "", y = ""] = start;
  const rest = path.slice(begin.length);
  return `M${x} ${y}${/^[-\d.]/.test(rest) ? "l" : ""}${rest}`;
}

/** Path data without digits that nobody sees, as the box has 24 units. */
export function withoutFineDigits(path: string): string {
  return path.replace(/(\d*\.\d{3,})(?=(\.?))/g, (_, number: string, next: string) => {
    const short = String(Number(Number(number).toFixed(2))).replace(/^0\./, ".");
    // A point ends the number before only where that has one itself.
    return next !== "" && !short.includes(".") ? `${short} ` : short;
  });
}

/**
 * The source text of `src/design/icons.ts`.
 * @param read the shapes of an icon of Lucide, by its name there
 * @param version of Lucide
 */
export function writeIcons(read: (name: string) => readonly IconShape[], version: string): string {
  const lines = Object.entries(ICON_SOURCES).map(
    ([name, source]) =>
      `  ${JSON.stringify(name)}: ${JSON.stringify(read(source).map(pathOf).map(withoutFineDigits).join(""))},\n`,
  );
  return `/* Icons of Lucide ${version}, https://lucide.dev; their licence stands in the list of the Method room. */

/** Side of the square in which icons are drawn. */
export const ICON_BOX = 24;

/** How wide their lines are, CSS pixels, however large the icon. */
export const ICON_LINE = 1.5;

/** Path data of lines in the colour of the text around. Written by \`src/tooling/write-icons.mjs\`. */
export const ICONS = {
${lines.join("")}} as const;

export type IconName = keyof typeof ICONS;
`;
}
