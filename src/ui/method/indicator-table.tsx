import { INDICATORS } from "#domain/indicator/registry.ts";
import { useAtlas } from "../shared/atlas-context.ts";

/** A row for every indicator of the registry: what it is, its unit, its column, its source. */
export function IndicatorTable() {
  const { translate } = useAtlas();
  return (
    <table className="method-table method-table-words">
      <caption>{translate("method.indicators-table")}</caption>
      <thead>
        <tr>
          <th scope="col">{translate("method.indicators-name")}</th>
          <th scope="col">{translate("method.indicators-definition")}</th>
          <th scope="col">{translate("method.indicators-source")}</th>
        </tr>
      </thead>
      <tbody>
        {INDICATORS.map(({ id, unit, column }) => (
          <tr key={id}>
            <th scope="row">{translate(`indicator.${id}`)}</th>
            <td>
              {translate(`indicator-note.${id}`)}{" "}
              {translate("method.indicators-unit", { unit: translate(`indicator-unit.${unit}`), column })}
            </td>
            <td>{translate(`indicator-source.${id}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
