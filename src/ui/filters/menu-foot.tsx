import { useAtlas } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";

export interface MenuFootProps {
  readonly menuId: string;
  /** There is something to clear. */
  readonly isActive: boolean;
  readonly onClear: () => void;
}

/** What ends a filter's menu: clearing it, which keeps the focus inside, and closing it. */
export function MenuFoot({ menuId, isActive, onClear }: MenuFootProps) {
  const { translate } = useAtlas();
  return (
    <div className="filter-menu-foot">
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
      <Button popoverTarget={menuId} popoverTargetAction="hide">
        {translate("filter.done")}
      </Button>
    </div>
  );
}
