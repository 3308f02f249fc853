import { useEffect, useRef } from "react";
import type { DrawnArea } from "#domain/selection/drawn-area.ts";
import { MenuFoot } from "../filters/menu-foot.tsx";
import { useAtlas, useDerived } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import { BoxForm, CircleForm } from "./area-form.tsx";
import { clearPart } from "./clear.ts";
import { startDrawing } from "./drawing-state.ts";
import { LayerAreas } from "./layer-areas.tsx";
import "./area-menu.css";

const KINDS = ["polygon", "box", "circle"] as const satisfies readonly DrawnArea["kind"][];

/** The ways to say on which ground sites are looked for. */
export function AreaMenu({ menuId }: { readonly menuId: string }) {
  const atlas = useAtlas();
  const { stores, translate } = atlas;
  const drawn = useDerived(({ view }) => view.drawn);
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const controls = body.current?.querySelectorAll<HTMLElement>("button, summary") ?? [];
    [...controls].find((control) => control.offsetParent !== null)?.focus();
  }, []);
  const draw = (start: DrawnArea | DrawnArea["kind"]) => {
    document.getElementById(menuId)?.hidePopover();
    startDrawing(atlas, start);
  };
  return (
    <>
      <div ref={body} className="filter-values area-menu">
        <section className="area-on-map" aria-labelledby={`${menuId}-map`}>
          <h2 id={`${menuId}-map`}>{translate("draw.on-map")}</h2>
          <div className="area-tools">
            {KINDS.map((kind) => (
              <Button
                key={kind}
                icon={kind}
                onClick={() => {
                  draw(kind);
                }}
              >
                {translate(`draw.${kind}`)}
              </Button>
            ))}
          </div>
          {drawn !== null && (
            <Button
              icon="pencil"
              onClick={() => {
                draw(drawn);
              }}
            >
              {translate("draw.change")}
            </Button>
          )}
        </section>
        {drawn !== null && (
          <Button
            icon="bin"
            onClick={() => {
              clearPart(stores, "area", { drawn: null });
              body.current?.querySelector<HTMLElement>("summary")?.focus();
            }}
          >
            {translate("draw.remove")}
          </Button>
        )}
        <section aria-labelledby={`${menuId}-numbers`}>
          <h2 id={`${menuId}-numbers`}>{translate("draw.by-numbers")}</h2>
          <details>
            <summary>{translate("draw.bounds")}</summary>
            <BoxForm drawn={drawn} />
          </details>
          <details>
            <summary>{translate("draw.circle-numbers")}</summary>
            <CircleForm drawn={drawn} />
          </details>
        </section>
        <LayerAreas />
      </div>
      <MenuFoot menuId={menuId} />
    </>
  );
}
