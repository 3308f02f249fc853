import { setCandidates } from "#state/candidates-store.ts";
import { openRoom } from "#state/view-store.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";

/** Opens the window in which sites are looked for, beside the map; nothing is asked by it. */
export function LookButton() {
  const { stores, translate } = useAtlas();
  return (
    <Button
      className="list-look"
      onClick={() => {
        openRoom(stores.view, "sites");
        setCandidates(stores.candidates, { phase: "choosing" });
      }}
    >
      {translate("list.look-for-sites")}
    </Button>
  );
}
