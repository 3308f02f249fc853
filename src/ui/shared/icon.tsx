/** Lines on a 16 × 16 box, drawn in the colour of the text around. */
const PATHS = {
  close: "M4 4l8 8M12 4l-8 8",
  "chevron-left": "M10 3.5L5.5 8l4.5 4.5",
  "chevron-right": "M6 3.5L10.5 8 6 12.5",
  "chevron-down": "M3.5 6L8 10.5 12.5 6",
  "chevron-up": "M3.5 10L8 5.5 12.5 10",
  search: "M7 2.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 1 1 0-9zM10.4 10.4L14 14",
  town: "M2.5 13.5v-5l3-2.5 3 2.5v5M8.5 13.5v-10h5v10M1.5 13.5h13M10.5 6h1M10.5 8.5h1",
  sun: "M8 5.2a2.8 2.8 0 1 1 0 5.6a2.8 2.8 0 1 1 0-5.6zM8 1.2v1.6M8 13.2v1.6M1.2 8h1.6M13.2 8h1.6M3.2 3.2l1.1 1.1M11.7 11.7l1.1 1.1M3.2 12.8l1.1-1.1M11.7 4.3l1.1-1.1",
  moon: "M13.2 9.8A5.6 5.6 0 0 1 6.2 2.8a5.6 5.6 0 1 0 7 7z",
  screen: "M2 3h12v8H2zM5.5 13.5h5M8 11v2.5",
  share:
    "M6.2 9.8l3.6-3.6M7.2 4.6l1.3-1.3a2.9 2.9 0 0 1 4.2 4.2l-1.3 1.3M8.8 11.4l-1.3 1.3a2.9 2.9 0 0 1-4.2-4.2l1.3-1.3",
  download: "M8 2.5v7.5M4.8 7L8 10.2 11.2 7M2.8 13.2h10.4",
  upload: "M8 10.4V2.8M4.8 6L8 2.8 11.2 6M2.8 13.2h10.4",
  globe:
    "M8 2.2a5.8 5.8 0 1 1 0 11.6a5.8 5.8 0 1 1 0-11.6zM2.2 8h11.6M8 2.2c2 1.7 3 3.6 3 5.8s-1 4.1-3 5.8c-2-1.7-3-3.6-3-5.8s1-4.1 3-5.8z",
  fit: "M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10M8 6.2a1.8 1.8 0 1 1 0 3.6a1.8 1.8 0 1 1 0-3.6z",
  check: "M3 8.5l3.2 3.2L13 4.8",
  "arrow-up": "M8 13V3.2M4 7l4-4 4 4",
  "arrow-down": "M8 3v9.8M4 9l4 4 4-4",
  reset: "M3 3v3.5h3.5M3.2 6.5A5.2 5.2 0 1 1 2.9 9.4",
  pencil: "M2.8 13.2l.7-3 7.4-7.4 2.3 2.3-7.4 7.4zM9.6 4.1l2.3 2.3",
  bin: "M3 4.5h10M6.2 4.5v-2h3.6v2M4.3 4.5l.6 9h6.2l.6-9M6.8 7v4M9.2 7v4",
  plus: "M8 3v10M3 8h10",
  undo: "M5.8 3L2.6 6.2l3.2 3.2M2.8 6.2h6.4a4 4 0 0 1 0 8H6",
  redo: "M10.2 3l3.2 3.2-3.2 3.2M13.2 6.2H6.8a4 4 0 0 0 0 8H10",
  pin: "M8 14.2S3.4 9.9 3.4 6.6a4.6 4.6 0 0 1 9.2 0c0 3.3-4.6 7.6-4.6 7.6zM8 5a1.6 1.6 0 1 1 0 3.2A1.6 1.6 0 1 1 8 5z",
  minus: "M3 8h10",
  star: "M8 2l1.85 3.9 4.15.5-3.05 2.95.8 4.25L8 11.5l-3.75 2.1.8-4.25L2 6.4l4.15-.5z",
  polygon: "M3 5.2L9.4 2.6l4.1 5-2.6 5.8-7-1.2z",
  box: "M2.5 4h11v8.5h-11z",
  circle: "M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0-11z",
  warning: "M8 2.2l6.3 11.3H1.7zM8 6.4v3.4M8 11.6v.2",
} as const;
export type IconName = keyof typeof PATHS;

/** A small drawing beside or instead of words. Says nothing to a screen reader: the button around it carries the name. */
export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg className="icon" width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
