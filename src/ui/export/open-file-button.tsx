import { useId, useRef } from "react";
import { useAtlas } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import { droppedFile } from "./dropped-file.ts";
import type { OpenFile } from "./use-open-file.ts";
import "./export.css";

/** Lets a file be chosen without dragging. */
export function OpenFileButton({ open }: Pick<OpenFile, "open">) {
  const { translate } = useAtlas();
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  return (
    <>
      <Button
        onClick={() => {
          input.current?.click();
        }}
      >
        {translate("export.open-file")}
      </Button>
      <label className="visually-hidden" htmlFor={id}>
        {translate("export.open-file-input")}
      </label>
      <input
        id={id}
        ref={input}
        className="visually-hidden"
        type="file"
        accept=".geojson,.json,application/geo+json,application/json"
        tabIndex={-1}
        onChange={(event) => {
          const { files } = event.target;
          if (files !== null && files.length > 0) open(droppedFile({ files }));
          event.target.value = "";
        }}
      />
    </>
  );
}
