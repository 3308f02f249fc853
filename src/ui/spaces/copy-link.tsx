import { useId, useState, type ReactNode } from "react";
import type { View } from "#state/view-store.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";

export interface CopyLinkProps {
  /** What the link differs in from the present view. */
  readonly change: Partial<View>;
  readonly children: ReactNode;
}

/** Copies a link; where the browser refuses, shows it to be copied by hand. */
export function CopyLink({ change, children }: CopyLinkProps) {
  const { actions, translate } = useAtlas();
  const [link, setLink] = useState("");
  const [copied, setCopied] = useState<string | null>(null);
  const id = useId();
  const now = actions.currentLink(change);
  const copy = async () => {
    const isCopied = await actions.copyLink(change);
    setCopied(isCopied ? now : null);
    setLink(isCopied ? "" : now);
  };
  return (
    <span className="spaces-copy">
      <Button
        icon={copied === now ? "check" : "share"}
        onClick={() => {
          void copy();
        }}
      >
        {children}
      </Button>
      <span className="room-muted" role="status">
        {copied === now ? translate("export.link-copied") : ""}
      </span>
      {link === now && (
        <span className="edit-field">
          <label htmlFor={id}>{translate("export.link-refused")}</label>
          <input
            id={id}
            className="edit-control"
            readOnly
            value={link}
            onFocus={({ target }) => {
              target.select();
            }}
          />
        </span>
      )}
    </span>
  );
}
