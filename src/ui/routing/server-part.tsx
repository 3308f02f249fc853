import { useId, useState } from "react";
import type { RoutingService } from "#domain/travel/asked-isochrones.ts";
import type { RoutingSettings } from "../actions.ts";
import { hostOf } from "../live/host-words.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import { NumberField } from "../shared/number-field.tsx";

export interface ServerPartProps {
  readonly service: RoutingService;
  readonly settings: RoutingSettings;
  readonly usual: RoutingSettings;
  /** Whether nothing can be asked before a key is stated. */
  readonly lacksKey: boolean;
  /** `null` brings the usual ones back. */
  readonly onSave: (settings: RoutingSettings | null) => void;
}

const MOST_PAUSE_SECONDS = 60;

/** The server that is asked, its pace, and the user's key where it wants one; folded away while nothing is missing. */
export function ServerPart({ service, settings, usual, lacksKey, onSave }: ServerPartProps) {
  const { translate } = useAtlas();
  const [draft, setDraft] = useState(settings);
  const [kept, setKept] = useState(false);
  const id = useId();
  const endpoint = draft.endpoint.trim();
  const isBad = !(/^https?:\/\//i.test(endpoint) && URL.canParse(endpoint));
  const change = (part: Partial<RoutingSettings>) => {
    setDraft({ ...draft, ...part });
    setKept(false);
  };
  return (
    <details className="live-servers" open={lacksKey || undefined}>
      <summary>{translate(`routing.server.title.${service}`)}</summary>
      {service === "openrouteservice" && (
        <>
          <label htmlFor={`${id}-key`}>{translate("routing.server.key")}</label>
          <input
            id={`${id}-key`}
            className="routing-input"
            type="password"
            autoComplete="off"
            spellCheck={false}
            value={draft.key ?? ""}
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
        className="routing-input"
        type="text"
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        value={draft.endpoint}
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
        value={draft.pauseSeconds}
        least={endpoint === usual.endpoint ? usual.pauseSeconds : 0}
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
            onSave(draft);
            setKept(true);
          }}
        >
          {translate("routing.server.save")}
        </Button>
        <Button
          variant="quiet"
          onClick={() => {
            onSave(null);
            setDraft(usual);
            setKept(true);
          }}
        >
          {translate("routing.server.reset")}
        </Button>
      </p>
    </details>
  );
}
