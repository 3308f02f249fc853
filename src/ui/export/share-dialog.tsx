import { useState } from "react";
import { writeShortLink } from "#state/link-codec.ts";
import { EmbedForm } from "../embed/embed-form.tsx";
import { useAtlas } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import { Dialog } from "../shared/dialog.tsx";
import { CopyField } from "./copy-field.tsx";
import "./share.css";

export interface ShareDialogProps {
  readonly open: boolean;
  /** Whether the link was copied when the window was asked for; `null` while that is not known. */
  readonly copied: boolean | null;
  readonly onClose: () => void;
}

/** The ways to pass the present view on: its link, and HTML for a page of the user's own. */
export function ShareDialog({ open, copied, onClose }: ShareDialogProps) {
  const { translate } = useAtlas();
  return (
    <Dialog open={open} onClose={onClose} title={translate("export.share")}>
      <div className="share">
        <LinkPart copied={copied} />
        <EmbedForm />
      </div>
    </Dialog>
  );
}

function LinkPart({ copied }: Pick<ShareDialogProps, "copied">) {
  const { stores, actions, translate } = useAtlas();
  // As it was when the window opened: the map may still be on its way.
  const [link] = useState(() => actions.currentLink());
  const [{ left }] = useState(() => writeShortLink(stores.view.getState()));
  return (
    <div>
      <CopyField
        label={translate("embed.link")}
        text={link}
        act={translate("embed.copy-link")}
        done={translate("export.link-copied")}
        refused={translate("export.link-refused")}
        copied={copied}
      />
      {left.length > 0 && (
        <>
          <p>
            {translate("export.link-long", {
              parts: left.map((part) => translate(`export.link-part.${part}`)).join(", "),
            })}
          </p>
          <Button
            icon="download"
            onClick={() => {
              void actions.saveProject();
            }}
          >
            {translate("export.link-long.save")}
          </Button>
        </>
      )}
    </div>
  );
}
