import { shownName } from "#domain/site/shown-name.ts";
import { useEffect, useId, useRef, useState, type ReactNode, type RefObject } from "react";
import { createPortal } from "react-dom";
import type { PaperMap } from "#design/paper-map.ts";
import type { Dataset } from "#domain/dataset.ts";
import { takeSnapshot } from "#state/selectors.ts";
import { useAtlas, type Atlas } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import { ComparisonCharts, ComparisonTable } from "./comparison-pages.tsx";
import { ActorMarks } from "./paper-map.tsx";
import { PaperPage } from "./paper-page.tsx";
import { openPaper, type Printed } from "./paper-state.ts";
import { CONTENTS_ROWS, COVER_MAP, ReportContents, ReportCover, ReportMethod } from "./report-pages.tsx";
import { SitePage } from "./site-page.tsx";
import { usePapers, type PaperQuestion, type Papers } from "./use-papers.ts";
import "./paper.css";
import "./paper-map.css";
import "./paper-site.css";
import "./paper-report.css";

/** Sites of one report: a browser prints hundreds of pages, not thousands. */
const MOST_SITES = 300;

interface Asked extends PaperQuestion {
  readonly printed: Printed;
  /** How many sites were chosen; more than there are `sites` where these are too many. */
  readonly all: number;
}

/** What will be printed, page by page, as it will look. Closing it gives up what is still being made. */
export function PaperPreview({ printed }: { readonly printed: Printed }) {
  const atlas = useAtlas();
  const { actions, translate } = atlas;
  const [asked] = useState(() => askedFor(printed, atlas));
  const close = () => {
    openPaper(actions, null);
  };
  return createPortal(
    <Preview title={translate(`paper.title-${printed.kind}`)} onClose={close} asked={asked} />,
    document.body,
  );
}

function askedFor(printed: Printed, { stores, selectors }: Pick<Atlas, "stores" | "selectors">): Asked | null {
  const snapshot = takeSnapshot(stores);
  if (snapshot.dataset.phase !== "ready") return null;
  const { dataset } = snapshot.dataset;
  const chosen =
    printed.kind === "selection"
      ? Array.from(selectors.sortedSelection(snapshot) ?? [])
      : indicesOf(dataset, printed.kind === "site" ? [printed.id] : printed.ids);
  return { printed, dataset, sites: chosen.slice(0, MOST_SITES), all: chosen.length };
}

function indicesOf({ sites }: Dataset, ids: readonly string[]): readonly number[] {
  return ids.map((id) => sites.id.findIndex((one) => one === id)).filter((index) => index >= 0);
}

interface PreviewProps {
  readonly title: string;
  readonly asked: Asked | null;
  readonly onClose: () => void;
}

function Preview({ title, asked, onClose }: PreviewProps) {
  const { translate } = useAtlas();
  const titleId = useId();
  const root = useRef<HTMLDivElement>(null);
  useModal(root);
  return (
    <div
      ref={root}
      className="paper"
      role="dialog"
      aria-modal="true"
      aria-labelledby={titleId}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        // The sheet below stays open.
        event.preventDefault();
        onClose();
      }}
    >
      {asked === null || asked.sites.length === 0 ? (
        <PreviewBar title={title} titleId={titleId} onClose={onClose}>
          <p role="alert">{translate("paper.nothing")}</p>
        </PreviewBar>
      ) : (
        <PreviewPages title={title} titleId={titleId} asked={asked} onClose={onClose} />
      )}
    </div>
  );
}

interface PreviewBarProps {
  readonly title: string;
  readonly titleId: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

function PreviewBar({ title, titleId, onClose, children }: PreviewBarProps) {
  const { translate } = useAtlas();
  return (
    <header className="paper-bar">
      <h2 id={titleId}>{title}</h2>
      {children}
      <Button onClick={onClose}>{translate("paper.close")}</Button>
    </header>
  );
}

interface PreviewPagesProps {
  readonly title: string;
  readonly titleId: string;
  readonly asked: Asked;
  readonly onClose: () => void;
}

function PreviewPages({ title, titleId, asked, onClose }: PreviewPagesProps) {
  const atlas = useAtlas();
  const { translate } = atlas;
  const [attempt, setAttempt] = useState(0);
  const made = usePapers(asked, attempt);
  const map = useOverview(asked, made);
  const { phase, papers } = made;
  const pages = pagesOf(asked, made, map, atlas);
  const [day] = useState(() => new Date().toISOString().slice(0, 10));
  const isSeveral = asked.sites.length > 1;
  return (
    <>
      <PreviewBar title={title} titleId={titleId} onClose={onClose}>
        <p className="paper-state" role="status">
          {phase === "ready" && translate("paper.ready", { count: pages.length })}
          {phase === "making" &&
            (isSeveral
              ? translate("paper.making-several", { made: papers.length, all: asked.sites.length })
              : translate("paper.making"))}
        </p>
        {phase === "making" && isSeveral && <progress value={papers.length} max={asked.sites.length} />}
        {phase === "failed" && (
          <p role="alert">
            {translate("paper.failed")}{" "}
            <Button
              onClick={() => {
                setAttempt(attempt + 1);
              }}
            >
              {translate("paper.retry")}
            </Button>
          </p>
        )}
        <Button
          variant="primary"
          disabled={phase !== "ready"}
          onClick={() => {
            window.print();
          }}
        >
          {translate("paper.print")}
        </Button>
      </PreviewBar>
      <div
        className="paper-pages"
        data-paper=""
        role="region"
        aria-label={title}
        tabIndex={0}
        aria-busy={phase === "making"}
      >
        <ActorMarks />
        {pages.map(({ id, label, content }, at) => (
          <PaperPage key={id} kind={title} label={label} page={at + 1} pages={pages.length} day={day}>
            {content}
          </PaperPage>
        ))}
      </div>
    </>
  );
}

interface Page {
  readonly id: string;
  readonly label: string;
  readonly content: ReactNode;
}

/** All pages that can be shown by now, in order; those of a report are numbered as they will be in the end. */
function pagesOf(
  { printed, dataset, sites, all }: Asked,
  { phase, papers, results, actions }: Papers,
  map: PaperMap | null,
  { language, translate }: Atlas,
): readonly Page[] {
  const own = papers.map((paper): Page => {
    const name = shownName(dataset.sites, paper.site, language);
    return { id: `site-${String(paper.site)}`, label: name, content: <SitePage paper={paper} dataset={dataset} /> };
  });
  if (results === null || actions === null) return [];
  if (printed.kind === "site") return own;
  if (printed.kind === "comparison") {
    if (phase !== "ready") return [];
    const compared = { dataset, results, papers };
    const label = translate("paper.comparison");
    return [
      { id: "table", label, content: <ComparisonTable {...compared} /> },
      {
        id: "charts",
        label: translate("paper.comparison-charts"),
        content: <ComparisonCharts {...compared} link={actions.link(printed.ids)} />,
      },
      ...own,
    ];
  }
  const report = { dataset, results, sites };
  const contents = Math.ceil(sites.length / CONTENTS_ROWS);
  return [
    {
      id: "cover",
      label: translate("paper.report-of", { count: sites.length }),
      content: <ReportCover {...report} all={all} map={map} link={actions.link(null)} />,
    },
    ...Array.from({ length: contents }, (_, at): Page => ({
      id: `contents-${String(at)}`,
      label: translate("paper.contents"),
      content: <ReportContents {...report} from={at * CONTENTS_ROWS} firstPage={contents + 2} />,
    })),
    ...own,
    ...(phase === "ready"
      ? [{ id: "method", label: translate("paper.method"), content: <ReportMethod results={results} /> }]
      : []),
  ];
}

/** The map on a report's cover, once it is there. */
function useOverview({ printed, sites }: Asked, { actions }: Papers): PaperMap | null {
  const [map, setMap] = useState<PaperMap | null>(null);
  const isWanted = printed.kind === "selection";
  useEffect(() => {
    if (!isWanted || actions === null) return undefined;
    let isGone = false;
    void actions.overview(sites, COVER_MAP.width, COVER_MAP.height).then((drawn) => {
      if (!isGone) setMap(drawn);
    });
    return () => {
      isGone = true;
    };
  }, [isWanted, actions, sites]);
  return map;
}

/** While it is shown, nothing else of the page can be reached; then the focus goes back to where it was. */
function useModal(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const before = document.activeElement;
    const others = [...document.body.children].filter(
      (element): element is HTMLElement => element instanceof HTMLElement && element !== root.current && !element.inert,
    );
    for (const element of others) element.inert = true;
    root.current?.focus();
    return () => {
      for (const element of others) element.inert = false;
      if (before instanceof HTMLElement) before.focus();
    };
  }, [root]);
}
