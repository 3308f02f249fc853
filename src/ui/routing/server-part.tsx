import { useId, useState } from "react";
import type { RoutingService } from "#domain/travel/asked-isochrones.ts";
import { hostOf, isHttpAddress } from "../live/host-words.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import { NumberField } from "../shared/number-field.tsx";
import type { RoutingSettings } from "./routing-actions.ts";
import { isSameServer } from "./same-server.ts";

export interface ServerPartProps {
  readonly service: RoutingService;
  /** What is asked. */
  readonly settings: RoutingSettings;
  /** What the user has changed of it and not yet taken into use; `null` for nothing. */
  readonly draft: RoutingSettings | null;
  readonly usual: RoutingSettings;
  /** Whether nothing can be asked before a key is stated. */
  readonly lacksKey: boolean;
  readonly onDraft: (draft: RoutingSettings) => void;
  readonly onSave: (settings: RoutingSettings) => void;
}

const MOST_PAUSE_SECONDS = 60;

/** The server that is asked, its pace, and the user's key where it wants one; folded away while nothing is missing. */
export function ServerPart({ service, settings, draft, usual, lacksKey, onDraft, onSave }: ServerPartProps) {
  const { translate } = useAtlas();
  const [kept, setKept] = useState(false);
  // Only at first: a part that folds itself away takes the focus with it.
  const [open] = useState(lacksKey);
  const id = useId();
  const shown = draft ?? settings;
  const endpoint = shown.endpoint.trim();
  const isBad = !isHttpAddress(endpoint);
  const change = (part: Partial<RoutingSettings>) => {
    onDraft({ ...shown, ...part });
    setKept(false);
  };
  const save = (changed: RoutingSettings) => {
    onSave(changed);
    setKept(true);
  };
  return (
    <details
      className="live-servers"
      open={open || undefined}
      onKeyDown={(event) => {
        // In a field Enter would send the form, and ask whom the user is about to change.
        if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return;
        event.preventDefault();
        if (!isBad && !event.nativeEvent.isComposing) save(shown);
      }}
    >
      <summary>{translate(`routing.server.title.${service}`)}</summary>
      {service === "openrouteservice" && (
        <>
          <label htmlFor={`${id}-key`}>{translate("routing.server.key")}</label>
          <input
            id={`${id}-key`}
            className="live-input"
            type="password"
            autoComplete="off"
            spellCheck={false}
            value={shown.key ?? ""}
            aria-describedby={`${id}-key-hint`}
            onChange={({ currentTarget: { value } }) => {
              change({ key: value.trim() === "" ? null : value.trim() });
            }}
          />
          <p id={`${id}-key-hint`} className="live-muted">
            {translate("routing.server.key-hint", { host: hostOf(endpoint) })}
          </p>
        </>
      )}
      <label htmlFor={`${id}-address`}>{translate("routing.server.label")}</label>
      <input
        id={`${id}-address`}
        className="live-input"
        type="text"
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        value={shown.endpoint}
        aria-invalid={isBad}
        aria-describedby={`${id}-hint`}
        onChange={({ currentTarget: { value } }) => {
          change({ endpoint: value });
        }}
      />
      <p id={`${id}-hint`} className="live-muted" role="status">
        {translate(isBad ? "routing.server.bad" : kept ? "routing.server.kept" : `routing.server.hint.${service}`)}
      </p>
      <NumberField
        label={translate("routing.server.pause")}
        value={shown.pauseSeconds}
        least={isSameServer(endpoint, usual.endpoint) ? usual.pauseSeconds : 0}
        most={MOST_PAUSE_SECONDS}
        digits={1}
        onChange={(pauseSeconds) => {
          change({ pauseSeconds });
        }}
      />
      <p className="live-buttons routing-save">
        <Button
          disabled={isBad}
          onClick={() => {
            save(shown);
          }}
        >
          {translate("routing.server.save")}
        </Button>
        <Button
          variant="quiet"
          onClick={() => {
            save({ ...usual, key: shown.key });
          }}
        >
          {translate("routing.server.reset")}
        </Button>
      </p>
    </details>
  );
}
