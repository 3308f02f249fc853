import { useAtlas } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import { PRECISIONS } from "#domain/geo/points.ts";
import { numberText } from "./draft.ts";
import { ChoiceField, TextField } from "./fields.tsx";
import { parsePosition } from "./position-text.ts";
import type { Form } from "./use-form.ts";

export type PositionField = "lat" | "lon" | "precision" | "positionSource";

export interface PositionFieldsProps {
  readonly form: Form<PositionField>;
  readonly required?: boolean;
  readonly onPick: () => void;
}

/** Where a record stands: typed, pasted as a pair into either field, or picked on the map. */
export function PositionFields({ form, required = false, onPick }: PositionFieldsProps) {
  const { translate } = useAtlas();
  const takePair = (text: string): boolean => {
    const point = parsePosition(text);
    if (point !== null) form.set({ lat: numberText(point.lat), lon: numberText(point.lon) });
    return point !== null;
  };
  return (
    <>
      <TextField
        form={form}
        field="lat"
        kind="figures"
        label={translate("edit.field.lat")}
        required={required}
        onPaste={takePair}
      />
      <TextField
        form={form}
        field="lon"
        kind="figures"
        label={translate("edit.field.lon")}
        required={required}
        onPaste={takePair}
      />
      <div className="edit-pick" data-wide="true">
        <Button icon="pin" onClick={onPick}>
          {translate("edit.pick")}
        </Button>
        <p className="edit-help">{translate("edit.position-help")}</p>
      </div>
      <ChoiceField
        form={form}
        field="precision"
        label={translate("edit.field.precision")}
        values={PRECISIONS}
        words="precision"
      />
      <TextField
        form={form}
        field="positionSource"
        kind="figures"
        label={translate("edit.field.positionSource")}
        help={translate("edit.field.positionSource.help")}
      />
    </>
  );
}
