import { useEffect, type ReactNode } from "react";
import { openRoom } from "#state/view-store.ts";
import { useAtlas, useDerived } from "../shared/atlas-context.ts";
import { OutsideMark } from "../shared/outside-mark.tsx";
import { Logo } from "../shell/logo.tsx";
import { AS_WHOLE_PAGE } from "./as-whole-page.ts";
import "./embed.css";

export interface EmbeddedProps {
  /** Draws list, sheet and map, with what stands in the corner of the map. */
  readonly children: (corner: ReactNode) => ReactNode;
}

/** The page inside another one: map, list and sheet. What lies in other rooms opens as a whole page of its own. */
export function Embedded({ children }: EmbeddedProps) {
  const { stores, actions, translate } = useAtlas();
  useEffect(() => {
    openRoom(stores.view, "sites");
    return stores.view.subscribe(
      ({ room }) => room,
      (room) => {
        if (room === "sites") return;
        // eslint-disable-next-line no-restricted-syntax -- the page itself
        window.open(actions.currentLink(AS_WHOLE_PAGE), "_blank", "noopener");
        openRoom(stores.view, "sites");
      },
    );
  }, [stores, actions]);
  return (
    <>
      <header className="visually-hidden">
        <h1>{translate("embed.title")}</h1>
      </header>
      {children(<WholePageLink />)}
    </>
  );
}

function WholePageLink() {
  const { actions, translate } = useAtlas();
  // Drawn again with each change of what the link holds.
  useDerived(({ view }) => view);
  return (
    // eslint-disable-next-line no-restricted-syntax -- to the page itself
    <a className="embed-whole" href={actions.currentLink(AS_WHOLE_PAGE)} target="_blank" rel="noopener">
      <Logo />
      <span>
        {translate("embed.open")}
        <OutsideMark />
      </span>
    </a>
  );
}
