import { useEffect } from "react";
import { useAtlas, useDerived } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import type { Drawing } from "./drawing-state.ts";

/** Says what the next click does, and ends the drawing. */
export function DrawingBar({ drawing }: { readonly drawing: Drawing }) {
  const { translate } = useAtlas();
  const { kind, editing, fault, stop, remove } = drawing;
  const count = useDerived((snapshot, selectors) => selectors.selection(snapshot)?.indices.length ?? 0);
  useEffect(() => {
    document.documentElement.dataset["drawing"] = kind;
    return () => {
      delete document.documentElement.dataset["drawing"];
    };
  }, [kind]);
  return (
    <div className="drawing-bar" role="group" aria-label={translate("draw.bar")}>
      <div className="drawing-words" role="status">
        <p>
          {translate(editing ? `draw.edit.${kind}` : `draw.hint.${kind}`)}{" "}
          <span className="drawing-keys">
            {translate(editing ? "draw.keys.edit" : kind === "polygon" ? "draw.keys.polygon" : "draw.keys.other")}
          </span>
        </p>
        {fault !== null && <p className="drawing-fault">{translate(`draw.fault.${fault}`)}</p>}
        {editing && <p className="drawing-count">{translate("draw.count", { count })}</p>}
      </div>
      <div className="drawing-buttons">
        {!editing && kind === "polygon" && (
          <Button
            onClick={() => {
              const canvas = document.querySelector(".maplibregl-canvas");
              canvas?.dispatchEvent(new KeyboardEvent("keyup", { key: "Enter" }));
            }}
          >
            {translate("draw.finish")}
          </Button>
        )}
        {editing && (
          <Button icon="bin" onClick={remove}>
            {translate("draw.remove")}
          </Button>
        )}
        <Button variant={editing ? "primary" : "plain"} onClick={stop}>
          {translate(editing ? "filter.done" : "draw.cancel")}
        </Button>
      </div>
    </div>
  );
}
