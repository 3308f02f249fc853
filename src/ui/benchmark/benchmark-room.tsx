import { useMemo } from "react";
import type { Dataset } from "#domain/dataset.ts";
import { isComplete } from "#domain/indicator/is-complete.ts";
import { shownName } from "#domain/site/shown-name.ts";
import { reachWords } from "#i18n/reach-words.ts";
import { openRoom } from "#state/view-store.ts";
import "../shared/room.css";
import "../data-room/data-room.css";
import { useAtlas, useDerived } from "../shared/atlas-context.ts";
import { HypotheticalMark } from "../shared/hypothetical-mark.tsx";
import { Button } from "../shared/button.tsx";
import type { BenchmarkQuestion } from "./benchmark-actions.ts";
import "./benchmark.css";
import { PeersPart } from "./peers-part.tsx";
import { PlacePart } from "./place-part.tsx";
import { SideBySide } from "./side-by-side.tsx";
import { SitePicker } from "./site-picker.tsx";
import { WeightingPart } from "./weighting-part.tsx";
import "./weighting.css";

/** Sets one site beside comparable ones, the shortlisted beside each other, and names who could review it (method §10). */
export function BenchmarkRoom() {
  const { stores, translate } = useAtlas();
  const dataset = useDerived(({ dataset: state }) => (state.phase === "ready" ? state.dataset : null));
  const failed = useDerived(({ dataset: state }) => state.phase === "failed");
  return (
    <div className="room room-text benchmark">
      <h2 className="room-title">{translate("benchmark.title")}</h2>
      <p className="room-lead">{translate("benchmark.lead")}</p>
      {dataset !== null && <Tables dataset={dataset} />}
      {dataset === null && <p role="status">{translate(failed ? "benchmark.no-tables" : "data.loading")}</p>}
      <p className="room-onward">
        <Button
          variant="link"
          onClick={() => {
            openRoom(stores.view, "method");
          }}
        >
          {translate("data.to-method")}
        </Button>
      </p>
    </div>
  );
}

function Tables({ dataset }: { readonly dataset: Dataset }) {
  const { language, translate, format } = useAtlas();
  const site = useDerived((snapshot, selectors) => selectors.selectedSite(snapshot));
  const results = useDerived((snapshot, selectors) => selectors.siteResults(snapshot));
  const comparison = useDerived(({ view }) => view.comparison);
  const rule = useDerived(({ view }) => view.rule);
  const failed = useDerived(({ result }) => (result.pending ? null : result.failed));
  const isReady = results !== null && results.rule === rule && isComplete(results);
  const question = useMemo(
    (): BenchmarkQuestion | null =>
      isReady && isComplete(results) && site !== null ? { dataset, results, site, comparison } : null,
    [dataset, isReady, results, site, comparison],
  );
  return (
    <>
      <section className="room-part" aria-labelledby="benchmark-site">
        <h3 id="benchmark-site">{translate("benchmark.site")}</h3>
        {site === null ? (
          <p className="benchmark-empty">{translate("benchmark.no-site")}</p>
        ) : (
          <p className="benchmark-chosen">
            <b>{shownName(dataset.sites, site, language)}</b> <HypotheticalMark kind="sites" index={site} />{" "}
            {[dataset.sites.municipality[site] ?? null, countryOf(dataset, site)]
              .filter((part) => part !== null)
              .join(", ")}
          </p>
        )}
        <SitePicker sites={dataset.sites} />
        <p className="room-muted">{translate("benchmark.rule", { reach: reachWords(rule, translate, format) })}</p>
      </section>
      {failed !== null && (
        <p className="benchmark-empty" role="alert">
          {translate("sheet.failed")}
        </p>
      )}
      {site !== null && failed === null && (
        <>
          <PlacePart dataset={dataset} site={site} question={question} />
          <WeightingPart question={question} />
          <PeersPart question={question} />
        </>
      )}
      <SideBySide dataset={dataset} results={isReady && isComplete(results) ? results : null} site={site} />
    </>
  );

  function countryOf({ sites }: Dataset, at: number): string | null {
    const country = sites.country[at] ?? null;
    return country === null ? null : format.country(country);
  }
}
