import { useAtlas } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import { HypotheticalCorners } from "../shared/hypothetical-mark.tsx";
import { useHypotheticals } from "./use-hypotheticals.ts";
import { openWhatIf } from "./what-if-state.ts";
import { countsOf, removeAllHypotheticals } from "./what-if-steps.ts";
import "./what-if.css";

/** Says, in every room, that something is supposed, and takes it away at one press. */
export function WhatIfStrip() {
  const { stores, actions, translate } = useAtlas();
  const listed = useHypotheticals();
  const counts = countsOf(listed.map(({ hypothetical }) => hypothetical));
  return (
    <section className="what-if-strip" aria-label={translate("what-if.title")}>
      <p>
        <HypotheticalCorners />
        <span>
          <b>{translate("what-if.title")}:</b> {translate("what-if.counts", counts)}
          <span className="what-if-strip-more"> {translate("what-if.take-part")}</span>
        </span>
      </p>
      <Button
        variant="link"
        onClick={() => {
          openWhatIf(actions, { what: "actors", place: null });
        }}
      >
        {translate("what-if.show")}
      </Button>
      <Button
        variant="link"
        onClick={() => {
          removeAllHypotheticals(stores.workspace);
        }}
      >
        {translate("what-if.remove-all")}
      </Button>
    </section>
  );
}
