import type { ReactNode } from "react";
import { useAtlas } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";

export interface MenuFootProps {
  readonly menuId: string;
  /** What else the menu ends with, before the button that closes it. */
  readonly children?: ReactNode;
}

/** What ends a filter's menu. */
export function MenuFoot({ menuId, children = <span /> }: MenuFootProps) {
  const { translate } = useAtlas();
  return (
    <div className="filter-menu-foot">
      {children}
      <Button popoverTarget={menuId} popoverTargetAction="hide">
        {translate("filter.done")}
      </Button>
    </div>
  );
}
