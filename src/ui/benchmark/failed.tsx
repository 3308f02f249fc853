import { useAtlas } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";

/** The worker that compares ended before it had answered. */
export function Failed({ onRetry }: { readonly onRetry: () => void }) {
  const { translate } = useAtlas();
  return (
    <div className="room-failed" role="alert">
      <p>{translate("benchmark.failed")}</p>
      <Button icon="reset" onClick={onRetry}>
        {translate("list.failed.retry")}
      </Button>
    </div>
  );
}
