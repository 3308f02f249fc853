import { setLive } from "#state/live-store.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { Button, type ButtonProps } from "../shared/button.tsx";

/** Opens the dialog that asks OpenStreetMap for actors; nothing is asked by it. */
export function AskButton({ variant }: Pick<ButtonProps, "variant">) {
  const { stores, translate } = useAtlas();
  return (
    <Button
      {...(variant !== undefined && { variant })}
      onClick={() => {
        setLive(stores.live, { phase: "choosing" });
      }}
    >
      {translate("sheet.ask-actors")}
    </Button>
  );
}
