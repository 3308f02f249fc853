import { useId, useState } from "react";
import { useAtlas } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import { isHttpAddress } from "./host-words.ts";

export interface ServersPartProps {
  /** Of the part that is folded away, and of the field in it. */
  readonly title: string;
  readonly label: string;
  /** Addresses that are asked in turn. */
  readonly endpoints: readonly string[];
  /** An empty list brings the usual ones back. */
  readonly onSave: (endpoints: readonly string[]) => void;
}

/** The servers that are asked, folded away while they are right. */
export function ServersPart({ title, label, endpoints, onSave }: ServersPartProps) {
  const { translate } = useAtlas();
  const [text, setText] = useState(endpoints.join("\n"));
  const [kept, setKept] = useState(false);
  const id = useId();
  const fault = findFault(text);
  const save = (list: readonly string[]) => {
    onSave(list);
    setKept(true);
  };
  return (
    <details className="live-servers">
      <summary>{title}</summary>
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        rows={3}
        spellCheck={false}
        value={text}
        aria-invalid={fault !== null}
        aria-describedby={`${id}-hint`}
        onChange={({ currentTarget }) => {
          setText(currentTarget.value);
          setKept(false);
        }}
      />
      <p id={`${id}-hint`} className="live-muted" role="status">
        {fault === null
          ? translate(kept ? "live.servers.kept" : "live.servers.hint")
          : translate("live.servers.bad", fault)}
      </p>
      <p className="live-buttons">
        <Button
          disabled={fault !== null}
          onClick={() => {
            save(addressesIn(text));
          }}
        >
          {translate("live.servers.save")}
        </Button>
        <Button
          variant="quiet"
          onClick={() => {
            save([]);
            setText("");
          }}
        >
          {translate("live.servers.reset")}
        </Button>
      </p>
    </details>
  );
}

function addressesIn(text: string): readonly string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** The first line that is no address, counted from 1. */
function findFault(text: string): { readonly line: number; readonly found: string } | null {
  const lines = text.split("\n").map((line) => line.trim());
  const at = lines.findIndex((line) => line !== "" && !isHttpAddress(line));
  return at < 0 ? null : { line: at + 1, found: lines[at]! };
}
