import { ICON_BOX, ICON_LINE, ICONS, type IconName } from "#design/icons.ts";

export interface IconProps {
  readonly name: IconName;
  /** CSS pixels. */
  readonly size?: number;
}

/** A small drawing beside or instead of words. Says nothing to a screen reader: the button around it carries the name. */
export function Icon({ name, size = 16 }: IconProps) {
  return (
    <svg
      className="icon"
      width={size}
      height={size}
      viewBox={`0 0 ${String(ICON_BOX)} ${String(ICON_BOX)}`}
      strokeWidth={(ICON_LINE * ICON_BOX) / size}
      aria-hidden="true"
      focusable="false"
    >
      <path d={ICONS[name]} />
    </svg>
  );
}
