import { useAtlas } from "../shared/atlas-context.ts";
import { Button, type ButtonProps } from "../shared/button.tsx";
import { useOpenFile } from "./use-open-file.ts";

/** Opens the dialog in which a file is chosen or a table pasted. */
export function OpenFileButton(props: Omit<ButtonProps, "onClick">) {
  const { translate } = useAtlas();
  const { choose } = useOpenFile();
  return (
    <Button icon="upload" {...props} onClick={choose}>
      {props.children ?? translate("open.button")}
    </Button>
  );
}
