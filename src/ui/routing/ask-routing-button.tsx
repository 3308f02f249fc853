import { setRouting } from "#state/routing-store.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { Button, type ButtonProps } from "../shared/button.tsx";

/** Opens the window that asks a routing server for isochrones; nothing is asked by it. */
export function AskRoutingButton({ variant }: Pick<ButtonProps, "variant">) {
  const { stores, translate } = useAtlas();
  return (
    <Button
      {...(variant !== undefined && { variant })}
      onClick={() => {
        setRouting(stores.routing, { phase: "choosing" });
      }}
    >
      {translate("routing.ask")}
    </Button>
  );
}
