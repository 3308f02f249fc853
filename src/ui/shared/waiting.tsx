import { useAtlas } from "./atlas-context.ts";

export interface WaitingProps {
  readonly words?: string;
  /** Over the page, for a window that is to open; else lines in the place of what is to come. */
  readonly over?: boolean;
}

/** Something is on its way. Comes into sight only when that takes so long that one would wonder. */
export function Waiting({ words, over = false }: WaitingProps) {
  const { translate } = useAtlas();
  return (
    <div className={over ? "waiting waiting-over" : "waiting"} role="status">
      {words ?? translate("area.loading")}
      {!over && <span className="waiting-lines" aria-hidden="true" />}
    </div>
  );
}
