import { useEffect, type ReactNode } from "react";
import { positionUncertaintyMeters, type Precision } from "#domain/geo/points.ts";
import { DEFAULT_RULE } from "#domain/rule/rule.ts";
import { VERDICTS } from "#domain/rule/verdict-kind.ts";
import type { MessageKey } from "#i18n/catalogs.ts";
import { openRoom } from "#state/view-store.ts";
import { askForGuide } from "../guide/guide-state.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import { SiteSymbol } from "../shared/site-symbol.tsx";
import { IndicatorTable } from "./indicator-table.tsx";
import "../shared/room.css";
import "./method-room.css";
import { LicencePart } from "./licence-part.tsx";
import { StatementPart } from "./statement-part.tsx";
import { TravelTable } from "./travel-table.tsx";

const PARTS = [
  "question",
  "distance",
  "travel",
  "bounds",
  "positions",
  "rule",
  "verdict",
  "shortfall",
  "sufficient",
  "firmness",
  "gain",
  "mix",
  "decay",
  "residents",
  "indicators",
  "benchmark",
  "options",
  "spaces",
  "programme",
  "what-if",
  "not-claimed",
  "accessibility",
  "licences",
] as const;
type PartId = (typeof PARTS)[number];

const TITLES: Readonly<Record<PartId, MessageKey>> = {
  question: "method.question",
  distance: "method.distance",
  travel: "method.travel",
  bounds: "method.bounds",
  positions: "method.positions",
  rule: "method.rule",
  verdict: "method.verdict",
  shortfall: "method.shortfall",
  sufficient: "method.sufficient",
  firmness: "method.firmness",
  gain: "method.gain",
  mix: "method.mix",
  decay: "method.decay",
  residents: "method.residents",
  indicators: "method.indicators",
  benchmark: "method.benchmark",
  options: "method.options",
  spaces: "method.spaces",
  programme: "method.programme",
  "what-if": "method.what-if",
  "not-claimed": "method.not-claimed",
  accessibility: "statement.title",
  licences: "method.licences",
};

/** How every number is made: the rule, its defaults and their sources, the formulas, what is not claimed. */
export function MethodRoom() {
  const { actions, stores, translate } = useAtlas();
  useEffect(() => {
    const part = PARTS.find((each) => `#${headingId(each)}` === location.hash);
    if (part !== undefined) goTo(part);
  }, []);
  return (
    <div className="room method">
      <h2 className="room-title">{translate("method.title")}</h2>
      <p className="room-lead">{translate("method.lead")}</p>
      <p className="method-guide">
        <Button
          icon="guide"
          onClick={() => {
            askForGuide({ actions, stores });
          }}
        >
          {translate("method.guide")}
        </Button>
      </p>
      <nav className="method-contents" aria-label={translate("method.contents")}>
        <ol>
          {PARTS.map((part) => (
            <li key={part}>
              <a
                href={`#${headingId(part)}`}
                onClick={(event) => {
                  event.preventDefault();
                  goTo(part);
                }}
              >
                {translate(TITLES[part])}
              </a>
            </li>
          ))}
        </ol>
      </nav>

      <Part id="question">
        <Words keys={["method.question-1", "method.question-2", "method.question-3"]} />
      </Part>
      <Part id="distance">
        <Words keys={["method.distance-1", "method.distance-2", "method.distance-3"]} />
      </Part>
      <Part id="travel">
        <Words keys={["method.travel-1", "method.travel-2"]} />
        <TravelTable />
        <Words keys={["method.travel-3", "method.travel-4", "method.travel-5", "method.travel-6"]} />
      </Part>
      <Part id="bounds">
        <Words keys={["method.bounds-1", "method.bounds-2"]} />
        <dl className="method-terms">
          {(["complete", "partial", "none"] as const).map((level) => (
            <div key={level}>
              <dt>{translate(`coverage.${level}.inline`)}</dt>
              <dd>{translate(`method.coverage-${level}`)}</dd>
            </div>
          ))}
        </dl>
        <Words keys={["method.bounds-3"]} />
      </Part>
      <Part id="positions">
        <Words keys={["method.positions-1"]} />
        <UncertaintyTable />
        <Words keys={["method.positions-2", "method.positions-3"]} />
      </Part>
      <Part id="rule">
        <Words keys={["method.rule-1"]} />
        <RuleTable />
        <Words keys={["method.rule-2"]} />
      </Part>
      <Part id="verdict">
        <Words keys={["method.verdict-1"]} />
        <Formula keys={["method.verdict-formula-alone", "method.verdict-formula-together"]} />
        <dl className="method-terms">
          {VERDICTS.map((verdict) => (
            <div key={verdict}>
              <dt>
                <SiteSymbol verdict={verdict} status={null} size={16} /> {translate(`verdict.${verdict}.inline`)}
              </dt>
              <dd>{translate(`method.verdict-${verdict}`)}</dd>
            </div>
          ))}
        </dl>
        <Words keys={["method.verdict-2"]} />
      </Part>
      <Part id="shortfall">
        <Formula keys={["method.shortfall-formula-sector", "method.shortfall-formula-total"]} />
        <Words keys={["method.shortfall-1"]} />
      </Part>
      <Part id="sufficient">
        <Words keys={["method.sufficient-1", "method.sufficient-2"]} />
      </Part>
      <Part id="firmness">
        <Words keys={["method.firmness-1", "method.firmness-2"]} />
      </Part>
      <Part id="gain">
        <Formula keys={["method.gain-formula"]} />
        <Words keys={["method.gain-1"]} />
      </Part>
      <Part id="mix">
        <Words keys={["method.mix-1"]} />
        <Formula keys={["method.mix-formula-evenness"]} />
        <Words keys={["method.mix-2"]} />
        <Formula keys={["method.mix-formula-categories"]} />
        <Words keys={["method.mix-3"]} />
      </Part>
      <Part id="decay">
        <Words keys={["method.decay-1"]} />
        <dl className="method-terms">
          {(["none", "gaussian", "steps"] as const).map((decay) => (
            <div key={decay}>
              <dt>{translate(`decay.${decay}`)}</dt>
              <dd>{translate(`method.decay-${decay}`)}</dd>
            </div>
          ))}
        </dl>
        <Words keys={["method.decay-2"]} />
      </Part>
      <Part id="residents">
        <Words keys={["method.residents-1", "method.residents-2", "method.residents-3"]} />
      </Part>
      <Part id="indicators">
        <Words keys={["method.indicators-1", "method.indicators-2"]} />
        <IndicatorTable />
      </Part>
      <Part id="benchmark">
        <Words keys={["method.benchmark-1", "method.benchmark-2", "method.benchmark-3"]} />
        <Formula keys={["method.benchmark-formula"]} />
        <Words keys={["method.benchmark-4"]} />
      </Part>
      <Part id="options">
        <Words keys={["method.options-1", "method.options-2", "method.options-3"]} />
      </Part>
      <Part id="spaces">
        <Words keys={["method.spaces-1", "method.spaces-2", "method.spaces-3"]} />
      </Part>
      <Part id="programme">
        <Words keys={["method.programme-1", "method.programme-2"]} />
      </Part>
      <Part id="what-if">
        <Words keys={["method.what-if-1", "method.what-if-2", "method.what-if-3"]} />
      </Part>
      <Part id="not-claimed">
        <ul className="method-list">
          {(
            [
              "method.not-claimed-1",
              "method.not-claimed-2",
              "method.not-claimed-3",
              "method.not-claimed-4",
              "method.not-claimed-5",
            ] as const
          ).map((key) => (
            <li key={key}>{translate(key)}</li>
          ))}
        </ul>
      </Part>
      <Part id="accessibility">
        <StatementPart />
      </Part>
      <Part id="licences">
        <LicencePart />
      </Part>
      <p className="method-onward">
        <Button
          variant="link"
          onClick={() => {
            openRoom(stores.view, "data");
          }}
        >
          {translate("method.to-data")}
        </Button>
      </p>
    </div>
  );
}

function goTo(part: PartId): void {
  const heading = document.getElementById(headingId(part));
  heading?.scrollIntoView({ block: "start" });
  heading?.focus({ preventScroll: true });
}

function headingId(part: PartId): string {
  return `method-${part}`;
}

interface PartProps {
  readonly id: PartId;
  readonly children: ReactNode;
}

function Part({ id, children }: PartProps) {
  const { translate } = useAtlas();
  return (
    <section className="method-part" aria-labelledby={headingId(id)}>
      <h3 id={headingId(id)} tabIndex={-1}>
        {translate(TITLES[id])}
      </h3>
      {children}
    </section>
  );
}

function Words({ keys }: { readonly keys: readonly MessageKey[] }) {
  const { translate } = useAtlas();
  return keys.map((key) => <p key={key}>{translate(key)}</p>);
}

function Formula({ keys }: { readonly keys: readonly MessageKey[] }) {
  const { translate } = useAtlas();
  return (
    <ul className="method-formula">
      {keys.map((key) => (
        <li key={key}>{translate(key)}</li>
      ))}
    </ul>
  );
}

const PLACED = ["building", "address", "site", "settlement", "unknown"] as const satisfies readonly Precision[];

function UncertaintyTable() {
  const { translate, format } = useAtlas();
  return (
    <table className="method-table">
      <caption>{translate("method.positions-table")}</caption>
      <thead>
        <tr>
          <th scope="col">{translate("method.positions-precision")}</th>
          <th scope="col">{translate("method.positions-u")}</th>
        </tr>
      </thead>
      <tbody>
        {PLACED.map((precision) => (
          <tr key={precision}>
            <th scope="row">{translate(`method.precision-${precision}`)}</th>
            <td>{format.distance(positionUncertaintyMeters(precision))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function RuleTable() {
  const { translate, format } = useAtlas();
  const { reach, alone, together, floors } = DEFAULT_RULE;
  const rows = [
    { id: "reach", value: format.distance(reach) },
    { id: "alone", value: format.number(alone) },
    { id: "together", value: format.number(together) },
    {
      id: "floors",
      value: [floors.creative, floors.trade, floors.service].map((floor) => format.number(floor)).join(" / "),
    },
    { id: "decay", value: translate(`decay.${DEFAULT_RULE.decay}.inline`) },
  ] as const;
  return (
    <table className="method-table method-table-words">
      <caption>{translate("method.rule-table")}</caption>
      <thead>
        <tr>
          <th scope="col">{translate("method.rule-parameter")}</th>
          <th scope="col">{translate("method.rule-default")}</th>
          <th scope="col">{translate("method.rule-source")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, value }) => (
          <tr key={id}>
            <th scope="row">{translate(`method.rule-${id}`)}</th>
            <td className="method-value">{value}</td>
            <td>{translate(`method.rule-${id}-source`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
