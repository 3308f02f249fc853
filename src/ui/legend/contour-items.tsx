import { contourMinutesText, fromIsochronesText } from "#i18n/isochrone-words.ts";
import { useAtlas, useDerived } from "../shared/atlas-context.ts";

/** What is drawn of the selected catchment where the rule counts by loaded isochrones. @param within the reach in words */
export function ContourItems({ within }: { readonly within: string }) {
  const { translate, format } = useAtlas();
  const catchment = useDerived(({ result }) => result.catchment);
  if (catchment?.unit !== "minutes") return null;
  if (catchment.contourMinutes.length === 0) return <li className="legend-item">{translate("legend.no-contours")}</li>;
  return (
    <>
      <li className="legend-item">
        <span className="legend-swatch legend-reach" aria-hidden="true" />
        {translate("legend.contours-within", { reach: within })}
      </li>
      <li className="legend-item">
        <span className="legend-swatch legend-contour" aria-hidden="true" />
        {translate("legend.contours", { minutes: contourMinutesText(catchment.contourMinutes, format) })}
      </li>
      <li className="legend-item legend-hint">{fromIsochronesText(catchment.origins, translate, format)}</li>
    </>
  );
}
