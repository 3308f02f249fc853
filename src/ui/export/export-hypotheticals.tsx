import { useAtlas } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import { useHypotheticals } from "../what-if/use-hypotheticals.ts";
import { countsOf, removeAllHypotheticals } from "../what-if/what-if-steps.ts";

/** Says that the file holds what is supposed, marked; and the way to one that does not. */
export function ExportHypotheticals() {
  const { stores, translate } = useAtlas();
  const listed = useHypotheticals();
  if (listed.length === 0) return null;
  return (
    <p className="export-licence" data-testid="export-hypothetical">
      {translate("export-file.hypothetical", countsOf(listed.map(({ hypothetical }) => hypothetical)))}{" "}
      <Button
        variant="link"
        onClick={() => {
          removeAllHypotheticals(stores.workspace);
        }}
      >
        {translate("export-file.hypothetical-remove")}
      </Button>
    </p>
  );
}
