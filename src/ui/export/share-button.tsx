import { useState } from "react";
import { useAtlas } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import { lazyPart } from "../shared/lazy-part.ts";
import { DialogHost } from "./dialog-host.tsx";

const ShareDialog = lazyPart(async () => (await import("./share-dialog.tsx")).ShareDialog);

/** Copies the link to this very view at once, and opens the window that says so and has the other ways to share it. */
export function ShareButton() {
  const { actions, translate } = useAtlas();
  const [open, setOpen] = useState(false);
  const [copied, setCopied] = useState<boolean | null>(null);
  return (
    <>
      <Button
        icon="share"
        onClick={() => {
          setCopied(null);
          setOpen(true);
          void actions.copyLink().then(setCopied);
        }}
      >
        {translate("export.share")}
      </Button>
      <DialogHost open={open}>
        <ShareDialog
          open={open}
          copied={copied}
          onClose={() => {
            setOpen(false);
          }}
        />
      </DialogHost>
    </>
  );
}
