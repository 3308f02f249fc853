import { useId } from "react";
import type { Point } from "#domain/geo/points.ts";
import { WGS84, type Mapping } from "#domain/ingest/mapping.ts";
import { fieldWords } from "#i18n/field-words.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import { ColumnSelect } from "./column-select.tsx";
import { hasOutline, OUTLINE, POSITION, stillMissing, withField } from "./mapping-fields.ts";
import type { MappingState } from "./import-phase.ts";
import { previewPoints } from "./preview-points.ts";
import { useImportActions } from "./use-import.ts";

export interface PositionPartProps {
  readonly state: MappingState;
  readonly onMapping: (mapping: Mapping) => void;
  readonly showPoint: (point: Point) => void;
}

/** Where the points or outlines come from, in which order and in which reference system. */
export function PositionPart({ state, onMapping, showPoint }: PositionPartProps) {
  const { translate } = useAtlas();
  const { opened, mapping } = state;
  const name = useId();
  const missing = stillMissing(mapping, opened.hasGeometry).flat();
  const points = mapping.fields[POSITION] === undefined ? ["lon", "lat", POSITION] : [POSITION];
  const fields = hasOutline(mapping) ? [OUTLINE] : points;
  const room = hasOutline(mapping) ? "import.outline" : "import.position";
  return (
    <section className="import-part">
      <h4>{translate(room)}</h4>
      {opened.hasGeometry && (
        <div className="import-radios" role="radiogroup" aria-label={translate(room)}>
          {(["geometry", "fields"] as const).map((from) => (
            <label key={from}>
              <input
                type="radio"
                name={name}
                checked={mapping.pointFrom === from}
                onChange={() => {
                  onMapping({ ...mapping, pointFrom: from });
                }}
              />
              {translate(`${room}.from-${from}`)}
            </label>
          ))}
        </div>
      )}
      {(mapping.pointFrom === "fields" || !opened.hasGeometry) && (
        <div className="import-field-rows">
          {fields.map((field) => (
            <div key={field} className="import-field-row" data-missing={missing.includes(field)}>
              <label className="import-field-name" htmlFor={`${name}-${field}`}>
                {field === POSITION && fields.length > 1
                  ? translate("import.position.or-both")
                  : fieldWords(field, translate)}
              </label>
              <div className="import-field-source">
                <ColumnSelect
                  id={`${name}-${field}`}
                  columns={opened.columns}
                  source={mapping.fields[field]}
                  allowsConstant={false}
                  onSource={(source) => {
                    onMapping(withField(mapping, field, source));
                  }}
                />
              </div>
            </div>
          ))}
        </div>
      )}
      <label className="import-check">
        <input
          type="checkbox"
          checked={mapping.swapped}
          onChange={(event) => {
            onMapping({ ...mapping, swapped: event.target.checked });
          }}
        />
        {translate("import.position.swapped")}
      </label>
      <ReferenceSystem state={state} showPoint={showPoint} />
    </section>
  );
}

/** Asks in which reference system the coordinates are, where that is not beyond doubt, and shows where the points would lie. */
function ReferenceSystem({ state, showPoint }: Pick<PositionPartProps, "state" | "showPoint">) {
  const { translate } = useAtlas();
  const imports = useImportActions();
  const { opened, mapping, preview, crsConfirmed } = state;
  const name = useId();
  const { crsCandidates } = opened;
  const { points, rows } = previewPoints(preview);
  const [first] = points;
  if (crsCandidates.length === 0) {
    return (
      <p className="import-muted">
        {mapping.crs === WGS84 ? translate("import.crs.degrees") : translate("import.crs.other", { crs: mapping.crs })}
      </p>
    );
  }
  const choices = crsCandidates.some(({ code }) => code === WGS84)
    ? crsCandidates
    : [...crsCandidates, { code: WGS84, name: translate("import.crs.wgs84"), from: null }];
  const chosen = choices.find(({ code }) => code === mapping.crs)?.name ?? mapping.crs;
  return (
    <div className="import-callout" data-severity={crsConfirmed ? "settled" : "warning"}>
      <p className="import-callout-title">
        {translate(crsConfirmed ? "import.crs.confirmed" : "import.crs.ask", { crs: chosen })}
      </p>
      <div className="import-radios" role="radiogroup" aria-label={translate("import.crs")}>
        {choices.map(({ code, name: crs, from }) => (
          <label key={code}>
            <input
              type="radio"
              name={name}
              checked={mapping.crs === code}
              onChange={() => {
                imports.setMapping({ ...mapping, crs: code }, false);
              }}
            />
            <span>
              {crs}{" "}
              <span className="import-muted">
                {from === null ? code : `${code}, ${translate(`import.crs.from-${from}`)}`}
              </span>
            </span>
          </label>
        ))}
      </div>
      {points.length > 0 ? (
        <p>
          {translate(hasOutline(mapping) ? "import.crs.outlines" : "import.crs.points", {
            count: points.length,
            rows,
            points: points
              .slice(0, 3)
              .map(({ lon, lat }) => translate("import.crs.point", { lon: lon.toFixed(4), lat: lat.toFixed(4) }))
              .join("; "),
          })}
        </p>
      ) : (
        <p>{translate(preview === null ? "import.ready.preview" : "import.crs.no-points")}</p>
      )}
      <div className="import-choice">
        {first !== undefined && (
          <Button
            onClick={() => {
              showPoint(first);
            }}
          >
            {translate(hasOutline(mapping) ? "import.crs.show-outline" : "import.crs.show")}
          </Button>
        )}
        {!crsConfirmed && (
          <Button
            variant="primary"
            icon="check"
            disabled={points.length === 0}
            onClick={() => {
              imports.setMapping(mapping, true);
            }}
          >
            {translate("import.crs.confirm", { crs: chosen })}
          </Button>
        )}
      </div>
      {!crsConfirmed && <p className="import-muted">{translate("import.crs.unsure")}</p>}
    </div>
  );
}
