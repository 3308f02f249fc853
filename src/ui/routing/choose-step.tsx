import { useId, useState } from "react";
import {
  ASKED_MINUTES,
  ROUTING_SERVICES,
  type AskedPoint,
  type PointQuestion,
  type RoutingService,
} from "#domain/travel/asked-isochrones.ts";
import type { KnownMinutes } from "#domain/travel/merge-isochrones.ts";
import { TRAVEL_PROFILES, type TravelProfile } from "#domain/travel/travel-profile.ts";
import { hostOf } from "../live/host-words.ts";
import { nameOfSelected } from "../shared/name-of-selected.ts";
import { Chip, Chips } from "../live/chips.tsx";
import { useAtlas, useDerived } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import { ROUTING_SCOPES, type RoutingActions, type RoutingScope, type RoutingSettings } from "./routing-actions.ts";
import { isSameServer } from "./same-server.ts";
import { ServerPart } from "./server-part.tsx";

/** In the order of the list; three contours fit into one request of every service. */
const FIRST_MINUTES: readonly number[] = [10, 20, 30];
/** Beyond this a public server is asked for more than its share. */
const MUCH_REQUESTS = 300;
const SECONDS_A_MINUTE = 60;

/** For what shall be asked, and whom. */
export function ChooseStep({ routing }: { readonly routing: RoutingActions }) {
  const { translate } = useAtlas();
  const travel = useDerived(({ view }) => view.rule.travel);
  // The window is modal: nothing of this changes while it is open, but the tables.
  const [from] = useState(() => new Map(ROUTING_SCOPES.map((scope) => [scope, routing.pointsOf(scope)])));
  const [known] = useState(() => routing.known());
  const [scope, setScope] = useState(
    () => ROUTING_SCOPES.find((one) => (from.get(one)?.points.length ?? 0) > 0) ?? "record",
  );
  const [profile, setProfile] = useState<TravelProfile>(travel?.profile ?? "car");
  const [minutes, setMinutes] = useState<readonly number[]>(FIRST_MINUTES);
  const [service, setService] = useState<RoutingService>("valhalla");
  const [settings, setSettings] = useState(() => settingsOf(routing));
  const [draft, setDraft] = useState<RoutingSettings | null>(null);
  const [anew, setAnew] = useState(false);
  const points = from.get(scope)?.points ?? [];
  const loaded = loadedOf(points, profile, minutes, known);
  const questions = anew ? points.map((point) => ({ point, minutes })) : loaded.open;
  const asked = { profile, questions };
  const requests = routing.requests(service, asked);
  const { endpoint, pauseSeconds, key } = settings[service];
  const usual = routing.usualSettings(service);
  const lacksKey = service === "openrouteservice" && key === null && isSameServer(endpoint, usual.endpoint);
  const host = hostOf(endpoint);
  const isUnsaved = draft !== null && !isSame(draft, settings[service]);
  const canAsk = requests > 0 && minutes.length > 0 && !lacksKey && !isUnsaved;

  return (
    <form
      className="live-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (canAsk) routing.ask(service, asked);
      }}
    >
      <p>{translate("routing.intro")}</p>
      <Scopes from={from} chosen={scope} onChoose={setScope} />
      <Chips title={translate("routing.profile")}>
        {TRAVEL_PROFILES.map((one) => (
          <Chip
            key={one}
            name="routing-profile"
            words={translate(`rule.metric.${one}`)}
            checked={one === profile}
            onChange={() => {
              setProfile(one);
            }}
          />
        ))}
      </Chips>
      <div className="routing-part">
        <Chips title={translate("routing.minutes")}>
          {ASKED_MINUTES.map((one) => (
            <Chip
              key={one}
              words={String(one)}
              checked={minutes.includes(one)}
              onChange={(checked) => {
                setMinutes(ASKED_MINUTES.filter((each) => (each === one ? checked : minutes.includes(each))));
              }}
            />
          ))}
        </Chips>
        <div role="status">
          {minutes.length === 0 ? (
            <p className="live-warning">{translate("routing.minutes.none")}</p>
          ) : (
            <Loaded loaded={loaded} all={points.length} />
          )}
        </div>
        {minutes.length > 0 && loaded.count + loaded.some > 0 && (
          <label className="live-check">
            <input
              type="checkbox"
              checked={anew}
              onChange={({ currentTarget }) => {
                setAnew(currentTarget.checked);
              }}
            />
            {translate("routing.anew")}
          </label>
        )}
      </div>
      <fieldset className="live-scopes">
        <legend>{translate("routing.whom")}</legend>
        {ROUTING_SERVICES.map((one) => (
          <label key={one} className="live-scope">
            <input
              type="radio"
              name="routing-service"
              checked={one === service}
              onChange={() => {
                setService(one);
                setDraft(null);
              }}
            />
            <span>
              <span className="live-scope-name">{translate(`routing.service.${one}`)}</span>
              <span className="live-muted">
                {routing.provider(one)}. {translate(`routing.service.${one}.terms`)}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      <ServerPart
        key={service}
        service={service}
        settings={settings[service]}
        draft={draft}
        usual={usual}
        lacksKey={lacksKey}
        onDraft={setDraft}
        onSave={(changed) => {
          routing.setSettings(service, changed);
          setSettings(settingsOf(routing));
          setDraft(null);
        }}
      />
      <div className="routing-part">
        <p className="live-muted">
          {translate("routing.asks", { provider: routing.provider(service) })}{" "}
          {requests > 0 &&
            translate("routing.effort", {
              requests,
              pause: Math.round(pauseSeconds),
              minutes: Math.round((requests * pauseSeconds) / SECONDS_A_MINUTE),
            })}
        </p>
        <div role="status">
          {isUnsaved && <p className="live-warning">{translate("routing.server.unsaved")}</p>}
          {lacksKey && !isUnsaved && <p className="live-warning">{translate("routing.server.key-missing")}</p>}
          {requests > MUCH_REQUESTS && <p className="live-warning">{translate("routing.much")}</p>}
        </div>
      </div>
      <div className="live-actions">
        <Button
          onClick={() => {
            routing.close();
          }}
        >
          {translate("shared.close")}
        </Button>
        <Button variant="primary" type="submit" disabled={!canAsk}>
          {translate("routing.start", { host })}
        </Button>
      </div>
    </form>
  );
}

interface ScopesProps {
  readonly from: ReadonlyMap<RoutingScope, ReturnType<RoutingActions["pointsOf"]>>;
  readonly chosen: RoutingScope;
  readonly onChoose: (scope: RoutingScope) => void;
}

function Scopes({ from, chosen, onChoose }: ScopesProps) {
  const { translate } = useAtlas();
  const group = useId();
  const name = useDerived(nameOfSelected);
  return (
    <fieldset className="live-scopes">
      <legend>{translate("routing.for")}</legend>
      {[...from].map(([scope, { points, withoutPoint }]) => {
        const isNone = points.length === 0;
        const what = translate(isNone ? `routing.scope.none.${scope}` : `routing.scope.${scope}-what`);
        return (
          <label key={scope} className="live-scope" data-none={isNone}>
            <input
              type="radio"
              name={group}
              checked={scope === chosen}
              disabled={isNone}
              onChange={() => {
                onChoose(scope);
              }}
            />
            <span>
              <span className="live-scope-name">
                {scope === "record" && name === null
                  ? translate("routing.scope.record-none")
                  : translate(`routing.scope.${scope}`, { name: name ?? "", count: points.length })}
              </span>
              <span className="live-muted">
                {what}
                {!isNone && withoutPoint > 0 && ` ${translate("routing.scope.without-point", { count: withoutPoint })}`}
              </span>
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}

/** What of a question is loaded already. */
interface LoadedPart {
  /** Points of which all is. */
  readonly count: number;
  /** Points of which some is. */
  readonly some: number;
  /** ISO 8601 date of the oldest of them; `null` where it is not known. */
  readonly day: string | null;
  /** What is left to ask. */
  readonly open: readonly PointQuestion[];
}

function loadedOf(
  points: readonly AskedPoint[],
  profile: TravelProfile,
  minutes: readonly number[],
  known: KnownMinutes,
): LoadedPart {
  const open: PointQuestion[] = [];
  const days: string[] = [];
  let some = 0;
  for (const point of points) {
    const there = known(point, profile);
    const left = minutes.filter((each) => !there.has(each));
    if (left.length > 0) open.push({ point, minutes: left });
    if (left.length > 0 && left.length < minutes.length) some += 1;
    if (left.length === 0) days.push(...minutes.flatMap((each) => there.get(each)?.slice(0, 10) ?? []));
  }
  return { count: points.length - open.length, some, day: days.sort()[0] ?? null, open };
}

function Loaded({ loaded: { count, some, day }, all }: { readonly loaded: LoadedPart; readonly all: number }) {
  const { translate, format } = useAtlas();
  const when = day === null ? translate("data.undated") : format.date(day);
  return (
    <>
      {count > 0 && (
        <p className="live-muted">
          {count === all
            ? translate("routing.known.all", { all, day: when })
            : translate("routing.known", { known: count, day: when })}
        </p>
      )}
      {some > 0 && <p className="live-muted">{translate("routing.known.some", { some })}</p>}
    </>
  );
}

function isSame(one: RoutingSettings, other: RoutingSettings): boolean {
  return one.endpoint.trim() === other.endpoint && one.pauseSeconds === other.pauseSeconds && one.key === other.key;
}

function settingsOf(routing: RoutingActions) {
  return { valhalla: routing.settings("valhalla"), openrouteservice: routing.settings("openrouteservice") };
}
