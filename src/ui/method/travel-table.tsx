import { MEASURED_TRAVEL } from "#domain/travel/estimate.ts";
import { TRAVEL_PROFILES } from "#domain/travel/travel-profile.ts";
import { useAtlas } from "../shared/atlas-context.ts";

/** What the estimate of travel times rests on, with its spread. */
export function TravelTable() {
  const { translate, format } = useAtlas();
  return (
    <table className="method-table">
      <caption>{translate("method.travel-table")}</caption>
      <thead>
        <tr>
          <th scope="col">{translate("method.travel-profile")}</th>
          <th scope="col">{translate("method.travel-detour")}</th>
          <th scope="col">{translate("method.travel-speed")}</th>
          <th scope="col">{translate("method.travel-pairs")}</th>
        </tr>
      </thead>
      <tbody>
        {TRAVEL_PROFILES.map((profile) => {
          const { detour, speed, pairs } = MEASURED_TRAVEL[profile];
          return (
            <tr key={profile}>
              <th scope="row">{translate(`rule.metric.${profile}`)}</th>
              <td>{spread(detour, 2)}</td>
              <td>{spread(speed, 1)}</td>
              <td>{format.number(pairs)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );

  function spread(
    { median, quarters: [low, high] }: (typeof MEASURED_TRAVEL)["car"]["detour"],
    digits: number,
  ): string {
    return translate("method.travel-spread", {
      median: format.number(median, digits),
      low: format.number(low, digits),
      high: format.number(high, digits),
    });
  }
}
