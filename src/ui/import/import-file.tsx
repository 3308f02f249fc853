import { useId, useRef, useState } from "react";
import { droppedFile } from "../open/dropped-file.ts";
import { useOpenFile } from "../open/use-open-file.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import { Icon } from "../shared/icon.tsx";
import { AddressForm } from "./address-form.tsx";
import { StepFrame } from "./step-frame.tsx";

const ACCEPTED = ".csv,.tsv,.txt,.geojson,.json,.ndjson,.geojsonl,.kml,.kmz,.gpx,.zip,.fgb,.gpkg,.xlsx";

/** The first step: one file is chosen or dropped, or a text is pasted. */
export function ImportFile() {
  const { translate } = useAtlas();
  const { openText } = useOpenFile();
  const [text, setText] = useState("");
  const id = useId();
  return (
    <StepFrame title={translate("import.file.title")}>
      <div className="import-ways">
        <div className="import-drop">
          <Icon name="upload" size={28} />
          <p>{translate("import.file.drop")}</p>
          <ChooseFileButton primary />
        </div>
        <form
          className="import-paste"
          onSubmit={(event) => {
            event.preventDefault();
            if (text.trim() !== "") openText(text);
          }}
        >
          <label htmlFor={id}>{translate("import.file.paste")}</label>
          <textarea
            id={id}
            rows={7}
            spellCheck={false}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
            }}
          />
          <Button type="submit" disabled={text.trim() === ""}>
            {translate("import.file.read-text")}
          </Button>
        </form>
      </div>
      <AddressForm />
      <p>{translate("import.file.formats")}</p>
      <p className="import-muted">{translate("import.file.encodings")}</p>
      <p className="import-muted">{translate("import.file.stays")}</p>
    </StepFrame>
  );
}

/** Lets one file be chosen; several are refused in words. */
export function ChooseFileButton({ primary = false }: { readonly primary?: boolean }) {
  const { translate } = useAtlas();
  const { open } = useOpenFile();
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  return (
    <>
      <Button
        variant={primary ? "primary" : "plain"}
        onClick={() => {
          input.current?.click();
        }}
      >
        {translate(primary ? "import.file.choose" : "import.choose-another")}
      </Button>
      <label className="visually-hidden" htmlFor={id}>
        {translate("import.file.input")}
      </label>
      <input
        id={id}
        ref={input}
        className="visually-hidden"
        type="file"
        accept={ACCEPTED}
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
