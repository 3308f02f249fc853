import { useId, useState } from "react";
import { TABLE_KINDS, type TableKind } from "#domain/workspace/table.ts";
import type { Point } from "#domain/geo/points.ts";
import type { Mapping, ReadingOptions } from "#domain/ingest/mapping.ts";
import { fieldWords } from "#i18n/field-words.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import { Icon } from "../shared/icon.tsx";
import { IssueList } from "../shared/issue-list.tsx";
import { FieldList } from "./field-list.tsx";
import { hasPlace, POSITION, stillMissing, unreadHeaders } from "./mapping-fields.ts";
import type { MappingState } from "./import-phase.ts";
import { PositionPart } from "./position-part.tsx";
import { PreviewTable } from "./preview-table.tsx";
import { ReadingPart } from "./reading-part.tsx";
import { StepFrame } from "./step-frame.tsx";
import { useImportActions } from "./use-import.ts";

export interface MappingStepProps {
  readonly state: MappingState;
  readonly reopen: (changed: Partial<ReadingOptions>) => void;
  readonly showPoint: (point: Point) => void;
}

/** The second step: what the table is, which column is which field, where the points lie, and how ten rows would read. */
export function MappingStep({ state, reopen, showPoint }: MappingStepProps) {
  const { translate } = useAtlas();
  const imports = useImportActions();
  const { opened, mapping, preview, crsConfirmed } = state;
  const change = (next: Mapping) => {
    imports.setMapping(next, crsConfirmed && next.crs === mapping.crs);
  };
  const unread = unreadHeaders(mapping, opened.columns);
  return (
    <StepFrame
      title={translate("import.columns.title")}
      actions={
        <>
          <Readiness state={state} />
          <Button
            variant="primary"
            disabled={!isReady(state)}
            onClick={() => {
              imports.read();
            }}
          >
            {translate("import.read-all")}
          </Button>
        </>
      }
    >
      {opened.mappingRemembered && (
        <p className="import-note">
          <Icon name="check" size={14} />
          {translate("import.remembered")}
        </p>
      )}
      {opened.issues.length > 0 && (
        <div className="import-callout" data-severity="warning">
          <IssueList issues={opened.issues} />
        </div>
      )}
      <KindChoice mapping={mapping} />
      <ReadingPart opened={opened} mapping={mapping} onMapping={change} reopen={reopen} />
      <FieldList
        key={mapping.kind}
        opened={opened}
        mapping={mapping}
        preview={preview}
        missing={stillMissing(mapping, opened.hasGeometry)}
        onMapping={change}
      />
      {hasPlace(mapping) && <PositionPart state={state} onMapping={change} showPoint={showPoint} />}
      <PreviewTable opened={opened} mapping={mapping} preview={preview} />
      {unread.length > 0 && (
        <section className="import-part">
          <h4>{translate("import.unread.title", { count: unread.length })}</h4>
          <p className="import-unread">
            {unread.map((header, position) => (
              <span key={position} className="import-header-name">
                {header}
              </span>
            ))}
          </p>
        </section>
      )}
    </StepFrame>
  );
}

function isReady({ opened, mapping, preview, crsConfirmed }: MappingState): boolean {
  return (
    stillMissing(mapping, opened.hasGeometry).length === 0 &&
    (crsConfirmed || !hasPlace(mapping)) &&
    preview !== null &&
    preview.issues.every(({ severity }) => severity !== "error")
  );
}

/** What stands in the way of reading all rows, beside the button that would. */
function Readiness({ state }: { readonly state: MappingState }) {
  const { translate, format } = useAtlas();
  const { opened, mapping, preview, crsConfirmed } = state;
  const missing = stillMissing(mapping, opened.hasGeometry);
  const words = () => {
    if (missing.length > 0) {
      return translate("import.ready.missing", {
        fields: missing
          .map((oneOf) =>
            format.either(oneOf.filter((field) => !isPart(field, oneOf)).map((field) => fieldWords(field, translate))),
          )
          .join(", "),
      });
    }
    if (!crsConfirmed && hasPlace(mapping)) return translate("import.ready.crs");
    if (preview === null) return translate("import.ready.preview");
    if (!isReady(state)) return translate("import.ready.not");
    return translate("import.ready.yes");
  };
  return (
    <p className="import-ready" role="status" data-ready={isReady(state)}>
      {words()}
    </p>
  );
}

/** Whether a coordinate stands beside `position`, which says both in words. */
function isPart(field: string, oneOf: readonly string[]): boolean {
  return field !== POSITION && oneOf.includes(POSITION);
}

function KindChoice({ mapping }: { readonly mapping: Mapping }) {
  const { translate } = useAtlas();
  const imports = useImportActions();
  const name = useId();
  // A proposal for another kind takes a moment; what was chosen shows at once.
  const [wanted, setWanted] = useState<{ readonly from: Mapping; readonly kind: TableKind } | null>(null);
  const shown = wanted?.from === mapping ? wanted.kind : mapping.kind;
  return (
    <fieldset className="import-part import-kinds">
      <legend>{translate("import.kind")}</legend>
      {TABLE_KINDS.map((kind) => (
        <label key={kind} className="import-kind">
          <input
            type="radio"
            name={name}
            checked={shown === kind}
            onChange={() => {
              setWanted({ from: mapping, kind });
              imports.setKind(kind);
            }}
          />
          <span>
            <span className="import-kind-name">{translate(`table-kind.${kind}`)}</span>
            <span className="import-kind-what">{translate(`table-kind.${kind}.what`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
