import { useState, type ReactNode } from "react";
import { useAtlas } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";

const PAGE = 50;

export interface PagedProps {
  /** How many records there are. */
  readonly count: number;
  readonly children: (shown: number) => ReactNode;
}

/** The first records of many, and the next ones at a press: thousands at once would block the page. */
export function Paged({ count, children }: PagedProps) {
  const { translate } = useAtlas();
  const [shown, setShown] = useState(PAGE);
  return (
    <>
      {children(Math.min(shown, count))}
      {shown < count && (
        <Button
          variant="link"
          onClick={() => {
            setShown(shown + PAGE);
          }}
        >
          {translate("benchmark.more", { more: Math.min(PAGE, count - shown), rest: count - shown })}
        </Button>
      )}
    </>
  );
}

export interface UnfoldProps {
  readonly words: string;
  readonly children: () => ReactNode;
}

/** What stands behind a press, made when it is unfolded. */
export function Unfold({ words, children }: UnfoldProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      className="benchmark-details"
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      <summary>{words}</summary>
      {isOpen && children()}
    </details>
  );
}
