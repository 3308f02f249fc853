import { useId, useState } from "react";
import { areaSquareKilometers } from "#domain/live/asked-area.ts";
import type { AskedArea } from "#domain/workspace/table.ts";
import { reachAround, unitOf } from "#domain/travel/apply-rule.ts";
import { useAtlas, useDerived } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import { hostOf } from "./host-words.ts";
import { ASK_SCOPES, type AskScope, type LiveActions } from "./live-actions.ts";
import { nameOfSelected } from "../shared/name-of-selected.ts";
import { reachWords } from "#i18n/reach-words.ts";
import { ServersPart } from "./servers-part.tsx";

/** Together; public servers answer no more in any sensible time. */
const MOST_SQUARE_KILOMETERS = 100_000;
/** Beyond this it takes many requests. */
const MUCH_SQUARE_KILOMETERS = 5000;

/** Where shall be asked, and whom. */
export function ChooseStep({ live }: { readonly live: LiveActions }) {
  const { translate, format } = useAtlas();
  const group = useId();
  const scopes = ASK_SCOPES.filter((scope) => scope !== "again" || live.loaded() !== null);
  const areas = new Map(scopes.map((scope) => [scope, live.areasOf(scope)]));
  const [chosen, setChosen] = useState(() => scopes.find((scope) => live.areasOf(scope).length > 0) ?? "record");
  const [endpoints, setEndpoints] = useState(() => live.endpoints());
  const asked = areas.get(chosen) ?? [];
  const size = sizeOf(asked);
  const isTooLarge = size > MOST_SQUARE_KILOMETERS;
  const host = hostOf(endpoints[0] ?? "");

  return (
    <form
      className="live-form"
      onSubmit={(event) => {
        event.preventDefault();
        live.ask(asked);
      }}
    >
      <p>{translate("live.intro")}</p>
      <fieldset className="live-scopes">
        <legend>{translate("live.where")}</legend>
        {scopes.map((scope) => (
          <ScopeChoice
            key={scope}
            scope={scope}
            areas={areas.get(scope) ?? []}
            group={group}
            checked={scope === chosen}
            onChoose={() => {
              setChosen(scope);
            }}
          />
        ))}
      </fieldset>
      <div role="status">
        {isTooLarge ? (
          <p className="live-warning">
            {translate("live.too-large", {
              area: format.number(size),
              most: format.number(MOST_SQUARE_KILOMETERS),
            })}
          </p>
        ) : (
          size > MUCH_SQUARE_KILOMETERS && <p className="live-warning">{translate("live.slow")}</p>
        )}
      </div>
      <p className="live-muted">{translate("live.asks", { host, others: endpoints.length - 1 })}</p>
      <ServersPart
        title={translate("live.servers")}
        label={translate("live.servers.label")}
        endpoints={endpoints}
        onSave={(list) => {
          live.setEndpoints(list);
          setEndpoints(live.endpoints());
        }}
      />
      <div className="live-actions">
        <Button
          onClick={() => {
            live.close();
          }}
        >
          {translate("shared.close")}
        </Button>
        <Button variant="primary" type="submit" disabled={asked.length === 0 || isTooLarge}>
          {translate("live.start", { host })}
        </Button>
      </div>
    </form>
  );
}

interface ScopeChoiceProps {
  readonly scope: AskScope;
  /** Empty where the scope means no ground now. */
  readonly areas: readonly AskedArea[];
  readonly group: string;
  readonly checked: boolean;
  readonly onChoose: () => void;
}

function ScopeChoice({ scope, areas, group, checked, onChoose }: ScopeChoiceProps) {
  const { translate, format } = useAtlas();
  const rule = useDerived(({ view }) => view.rule);
  const reach = unitOf(rule) === "minutes" ? format.distance(reachAround(rule)) : reachWords(rule, translate, format);
  const name = useDerived(nameOfSelected);
  const area = format.number(sizeOf(areas));
  const count = areas.length;
  const isNone = count === 0;
  return (
    <label className="live-scope" data-none={isNone}>
      <input type="radio" name={group} checked={checked} disabled={isNone} onChange={onChoose} />
      <span>
        <span className="live-scope-name">{translate(`live.scope.${scope}`, { name: name ?? "", count })}</span>
        <span className="live-muted">
          {isNone && scope !== "again"
            ? translate(`live.scope.none.${scope}`)
            : translate(`live.scope.${scope}-size`, { reach, count, area })}
        </span>
      </span>
    </label>
  );
}

/** Square kilometres of all areas, as if none overlapped. */
function sizeOf(areas: readonly AskedArea[]): number {
  return areas.reduce((sum, area) => sum + areaSquareKilometers(area), 0);
}
