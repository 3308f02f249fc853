import type { ComponentPropsWithRef } from "react";
import type { IconName } from "#design/icons.ts";
import { Icon } from "./icon.tsx";

export interface ButtonProps extends ComponentPropsWithRef<"button"> {
  /** `primary` for the one main action in sight, `plain` with a border, `quiet` without, `link` in running text. */
  readonly variant?: "primary" | "plain" | "quiet" | "link";
  readonly icon?: IconName;
}

export function Button({ variant = "plain", icon, className, children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      className={`button button-${variant}${className === undefined ? "" : ` ${className}`}`}
      {...rest}
    >
      {icon !== undefined && <Icon name={icon} />}
      {children}
    </button>
  );
}

/** A square button that shows only an icon; `label` is its name and its tooltip. */
export function IconButton({
  icon,
  label,
  className,
  ...rest
}: ComponentPropsWithRef<"button"> & { readonly icon: IconName; readonly label: string }) {
  return (
    <button
      type="button"
      className={`icon-button${className === undefined ? "" : ` ${className}`}`}
      aria-label={label}
      title={label}
      {...rest}
    >
      <Icon name={icon} />
    </button>
  );
}
