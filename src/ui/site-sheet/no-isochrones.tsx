import type { Travel } from "#domain/rule/rule.ts";
import { setRule, setTravel } from "#state/view-store.ts";
import { OpenFileButton } from "../open/open-file-button.tsx";
import { AskRoutingButton } from "../routing/ask-routing-button.tsx";
import { useAtlas, useDerived } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";

/** Ways on where the rule asks for isochrones that are not loaded. */
export function NoIsochrones({ travel }: { readonly travel: Travel }) {
  const { stores, translate, format } = useAtlas();
  const reach = useDerived(({ view }) => view.rule.reach);
  return (
    <p className="sheet-ways">
      <AskRoutingButton variant="primary" />
      <OpenFileButton />
      <Button
        onClick={() => {
          setTravel(stores.view, { ...travel, basis: "estimate" });
        }}
      >
        {translate("isochrones.use-estimate")}
      </Button>
      <Button
        onClick={() => {
          setRule(stores.view, { travel: null });
        }}
      >
        {translate("isochrones.use-meters", { reach: format.distance(reach) })}
      </Button>
    </p>
  );
}
