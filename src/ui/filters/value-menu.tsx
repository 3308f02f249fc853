import { useId, type ReactNode } from "react";
import { useAtlas } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import { MenuChip, type MenuChipProps } from "./menu-chip.tsx";
import { MenuFoot } from "./menu-foot.tsx";

export interface ValueMenuProps extends Pick<MenuChipProps, "onOpen"> {
  /** What the filter is called. */
  readonly name: string;
  /** How many values are chosen; with 0 it filters nothing. */
  readonly chosen: number;
  /** The chosen values in words; asked for only where they are few enough to be named. */
  readonly values: () => string;
  readonly onClear: () => void;
  /** Gives the values, once the menu was opened. */
  readonly children: (isOpen: boolean) => ReactNode;
}

/** More values than this are counted on the chip instead of named. */
const NAMED_VALUES = 2;

/** One filter: a chip that says what is chosen, and the menu of values that it opens. */
export function ValueMenu({ name, chosen, values, onClear, onOpen, children }: ValueMenuProps) {
  const { translate } = useAtlas();
  const titleId = useId();
  const isActive = chosen > 0;
  const label = !isActive
    ? name
    : chosen <= NAMED_VALUES
      ? translate("filter.chip", { facet: name, values: values() })
      : translate("filter.chip-many", { facet: name, count: chosen });
  return (
    <MenuChip
      label={label}
      menuLabel={translate("filter.menu", { facet: name })}
      active={isActive}
      clear={{ label: translate("filter.clear-facet", { facet: name }), onClear }}
      {...(onOpen !== undefined && { onOpen })}
    >
      {(menuId, isOpen) => (
        <>
          <div className="filter-values" role="group" aria-labelledby={titleId}>
            <div id={titleId} className="filter-menu-title">
              {name}
            </div>
            {children(isOpen)}
          </div>
          <MenuFoot menuId={menuId}>
            <Button
              variant="link"
              disabled={!isActive}
              onClick={({ currentTarget }) => {
                const menu = currentTarget.closest<HTMLElement>(".filter-menu");
                onClear();
                menu?.querySelector("input")?.focus();
              }}
            >
              {translate("filter.clear")}
            </Button>
          </MenuFoot>
        </>
      )}
    </MenuChip>
  );
}
