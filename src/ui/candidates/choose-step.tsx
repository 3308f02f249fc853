import { useId, useState } from "react";
import { areaSquareKilometers } from "#domain/live/asked-area.ts";
import { SITE_SERVICES } from "#domain/live/asked-sites.ts";
import type { SiteService } from "#domain/live/site-candidate.ts";
import { hostOf } from "../live/host-words.ts";
import { nameOfSelected } from "../shared/name-of-selected.ts";
import { ServersPart } from "../live/servers-part.tsx";
import { useAtlas, useDerived } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import { LOOK_SCOPES, type CandidateActions } from "./candidate-actions.ts";

/** More is more than anybody wants to look at one by one, and than public servers answer at once. */
const MOST_SQUARE_KILOMETERS = 20_000;

export interface ChooseStepProps {
  readonly looking: CandidateActions;
  readonly onClose: () => void;
}

/** Where shall be looked, and who is asked. */
export function ChooseStep({ looking, onClose }: ChooseStepProps) {
  const { translate, format } = useAtlas();
  const group = useId();
  const name = useDerived(nameOfSelected);
  const areas = new Map(LOOK_SCOPES.map((scope) => [scope, looking.areaOf(scope)]));
  const [scope, setScope] = useState(() => LOOK_SCOPES.find((one) => looking.areaOf(one) !== null) ?? "view");
  const [services, setServices] = useState<readonly SiteService[]>(SITE_SERVICES);
  const [endpoints, setEndpoints] = useState(() => readAll(looking));
  const area = areas.get(scope) ?? null;
  const size = area === null ? 0 : areaSquareKilometers(area);
  const isTooLarge = size > MOST_SQUARE_KILOMETERS;
  const hosts = services.map((service) => hostOf(endpoints[service][0] ?? ""));

  return (
    <form
      className="live-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (area !== null) looking.ask(area, services);
      }}
    >
      <p>{translate("candidates.intro")}</p>
      <fieldset className="live-scopes">
        <legend>{translate("candidates.where")}</legend>
        {LOOK_SCOPES.map((one) => {
          const ground = areas.get(one) ?? null;
          return (
            <label key={one} className="live-scope" data-none={ground === null}>
              <input
                type="radio"
                name={group}
                checked={one === scope}
                disabled={ground === null}
                onChange={() => {
                  setScope(one);
                }}
              />
              <span>
                <span className="live-scope-name">{translate(`candidates.scope.${one}`, { name: name ?? "" })}</span>
                <span className="live-muted">
                  {ground === null
                    ? translate(`candidates.scope.none.${one}`)
                    : translate("candidates.scope.size", { area: format.number(areaSquareKilometers(ground)) })}
                </span>
              </span>
            </label>
          );
        })}
      </fieldset>
      <div role="status">
        {isTooLarge && (
          <p className="live-warning">
            {translate("candidates.too-large", {
              area: format.number(size),
              most: format.number(MOST_SQUARE_KILOMETERS),
            })}
          </p>
        )}
      </div>
      <fieldset className="live-scopes">
        <legend>{translate("candidates.whom")}</legend>
        {SITE_SERVICES.map((service) => (
          <label key={service} className="live-scope">
            <input
              type="checkbox"
              checked={services.includes(service)}
              onChange={({ currentTarget: { checked } }) => {
                setServices(SITE_SERVICES.filter((one) => (one === service ? checked : services.includes(one))));
              }}
            />
            <span>
              <span className="live-scope-name">{translate(`candidates.service.${service}`)}</span>
              <span className="live-muted">{translate(`candidates.service.${service}.terms`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <p className="live-muted">
        {hosts.length === 0
          ? translate("candidates.asks.nobody")
          : translate("candidates.asks", { first: hosts[0] ?? "", second: hosts[1] ?? "NONE" })}
      </p>
      {services.map((service) => (
        <ServersPart
          key={service}
          title={translate(`candidates.servers.${service}`)}
          label={translate(`candidates.servers.${service}.label`)}
          endpoints={endpoints[service]}
          onSave={(list) => {
            looking.setEndpoints(service, list);
            setEndpoints(readAll(looking));
          }}
        />
      ))}
      <div className="live-actions">
        <Button onClick={onClose}>{translate("shared.close")}</Button>
        <Button variant="primary" type="submit" disabled={area === null || isTooLarge || services.length === 0}>
          {translate("candidates.start")}
        </Button>
      </div>
    </form>
  );
}

function readAll(looking: CandidateActions): Readonly<Record<SiteService, readonly string[]>> {
  return { overpass: looking.endpoints("overpass"), wikidata: looking.endpoints("wikidata") };
}
