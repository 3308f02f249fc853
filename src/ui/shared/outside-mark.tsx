import { useAtlas } from "./atlas-context.ts";
import { Icon } from "./icon.tsx";

/** Ends the words of a link that opens beside the atlas. */
export function OutsideMark() {
  const { translate } = useAtlas();
  return (
    <span className="outside-mark">
      {"\u2060"}
      <Icon name="outside" size={12} />
      <span className="visually-hidden"> {translate("sheet.new-tab")}</span>
    </span>
  );
}
