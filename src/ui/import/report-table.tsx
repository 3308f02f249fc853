import { useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore, type KeyboardEvent } from "react";
import type { Point } from "#domain/geo/points.ts";
import type { ReportEntry, ReportSort } from "#domain/ingest/report.ts";
import { describeIssue, describeRepair, issueName } from "#i18n/describe-issue.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { Icon } from "../shared/icon.tsx";
import { useMedia } from "../shared/use-media.ts";
import { placeColumn } from "./place-column.ts";
import type { ReportFilter, ReportPages } from "./report-pages.ts";
import { SourceRowView } from "./source-row-view.tsx";
import { scrollToRow, windowRows } from "./window-rows.ts";

/** Height of a line as in the style sheet, CSS pixels. */
const LINE = { wide: 64, narrow: 148 } as const;

const COLUMNS = ["outcome", "row", "column", "found", "repair"] as const;
const SORTS: Readonly<Partial<Record<(typeof COLUMNS)[number], ReportSort>>> = {
  row: "row",
  column: "column",
  found: "code",
};

export interface ReportTableProps {
  readonly pages: ReportPages;
  readonly filter: ReportFilter;
  readonly onSort: (sort: ReportSort) => void;
  readonly showPoint: (point: Point) => void;
}

/** The findings as lines, of which only those in sight are drawn. Tab stops once; Enter opens the row of the source. */
export function ReportTable({ pages, filter, onSort, showPoint }: ReportTableProps) {
  const { translate } = useAtlas();
  const narrow = useMedia("(max-width: 720px)");
  const lineHeight = narrow ? LINE.narrow : LINE.wide;
  const { total, failed, entryAt } = useSyncExternalStore(pages.subscribe, pages.get);
  const scroller = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 400 });
  const [active, setActive] = useState(0);
  const [opened, setOpened] = useState<{ readonly index: number; readonly entry: ReportEntry } | null>(null);
  const focusNext = useRef<number | null>(null);
  const lines = total ?? 0;
  const shown = windowRows(lines, lineHeight, view.top, view.height);
  const last = shown.first + shown.count - 1;
  const tabStop = active >= shown.first && active <= last ? active : shown.first;

  useEffect(() => {
    pages.want(shown.first, Math.max(1, shown.count));
  }, [pages, shown.first, shown.count]);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => {
      if (element.clientHeight > 0) setView({ top: element.scrollTop, height: element.clientHeight });
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, []);

  useEffect(() => {
    if (focusNext.current === null) return;
    const line = scroller.current?.querySelector<HTMLElement>(`[data-line="${String(focusNext.current)}"]`);
    if (line === undefined || line === null) return;
    line.focus({ preventScroll: true });
    line.scrollIntoView({ block: "nearest" });
    focusNext.current = null;
  });

  const goTo = (index: number) => {
    const target = Math.max(0, Math.min(lines - 1, index));
    const element = scroller.current;
    focusNext.current = target;
    setActive(target);
    if (element === null) return;
    element.scrollTop = scrollToRow(target, lines, lineHeight, element.scrollTop, element.clientHeight);
    setView({ top: element.scrollTop, height: element.clientHeight });
  };
  const open = (index: number) => {
    const entry = entryAt(index);
    if (entry === null) return;
    setActive(index);
    setOpened({ index, entry });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor(view.height / lineHeight) - 1);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: tabStop + 1,
      ArrowUp: tabStop - 1,
      PageDown: tabStop + page,
      PageUp: tabStop - page,
      Home: 0,
      End: lines - 1,
    };
    const target = steps[event.key];
    if (target !== undefined) {
      event.preventDefault();
      goTo(target);
    } else if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      open(tabStop);
    }
  };

  return (
    <div className="import-findings" data-opened={opened !== null}>
      <div className="import-report">
        <p className="import-report-count" role="status">
          {total === null
            ? translate(failed ? "import.findings.failed" : "import.findings.loading")
            : translate("import.findings.count", { count: total })}
        </p>
        <div
          className="import-grid"
          role="grid"
          aria-label={translate("import.findings")}
          aria-rowcount={lines + 1}
          aria-colcount={COLUMNS.length}
        >
          <div role="rowgroup" className="import-grid-head">
            <div role="row" className="import-line" aria-rowindex={1}>
              {COLUMNS.map((column) => (
                <Header key={column} column={column} filter={filter} onSort={onSort} />
              ))}
            </div>
          </div>
          <div
            ref={scroller}
            role="rowgroup"
            className="import-grid-body"
            onScroll={({ currentTarget }) => {
              setView({ top: currentTarget.scrollTop, height: currentTarget.clientHeight });
            }}
            onKeyDown={onKeyDown}
          >
            <div className="import-grid-all" role="presentation" style={{ height: `${String(shown.height)}px` }}>
              <div role="presentation" style={{ transform: `translateY(${String(shown.top)}px)` }}>
                {Array.from({ length: shown.count }, (_, position) => shown.first + position).map((index) => (
                  <Line
                    key={index}
                    index={index}
                    entry={entryAt(index)}
                    tabStop={index === tabStop}
                    opened={index === opened?.index}
                    onOpen={open}
                  />
                ))}
              </div>
            </div>
          </div>
        </div>
      </div>
      {opened !== null && (
        <SourceRowView
          key={opened.index}
          entry={opened.entry}
          showPoint={showPoint}
          onClose={() => {
            goTo(opened.index);
            setOpened(null);
          }}
        />
      )}
    </div>
  );
}

interface HeaderProps extends Pick<ReportTableProps, "filter" | "onSort"> {
  readonly column: (typeof COLUMNS)[number];
}

function Header({ column, filter, onSort }: HeaderProps) {
  const { translate } = useAtlas();
  const sort = SORTS[column];
  const words = translate(`import.findings.${column}`);
  if (sort === undefined) return <div role="columnheader">{words}</div>;
  const sorted = filter.sort === sort;
  return (
    <div role="columnheader" aria-sort={sorted ? (filter.descending ? "descending" : "ascending") : "none"}>
      <button
        type="button"
        className="import-sort"
        title={translate("import.findings.sort", { column: words })}
        onClick={() => {
          onSort(sort);
        }}
      >
        {words}
        {sorted && <Icon name={filter.descending ? "arrow-down" : "arrow-up"} size={12} />}
      </button>
    </div>
  );
}

interface LineProps {
  readonly index: number;
  readonly entry: ReportEntry | null;
  readonly tabStop: boolean;
  readonly opened: boolean;
  readonly onOpen: (index: number) => void;
}

function Line({ index, entry, tabStop, opened, onOpen }: LineProps) {
  const { translate } = useAtlas();
  const common = {
    role: "row",
    className: "import-line",
    "aria-rowindex": index + 2,
    "data-line": index,
    tabIndex: tabStop ? 0 : -1,
  } as const;
  if (entry === null) {
    return (
      <div {...common} aria-busy="true">
        <div role="gridcell" className="import-line-waiting">
          {translate("import.findings.loading")}
        </div>
      </div>
    );
  }
  const { issue, outcome } = entry;
  const { place, message } = describeIssue(issue, translate);
  const column = placeColumn(issue.place);
  return (
    <div
      {...common}
      aria-selected={opened}
      onClick={() => {
        onOpen(index);
      }}
    >
      <div role="gridcell" className="import-line-outcome">
        <span className="import-outcome" data-outcome={outcome}>
          {translate(`import.outcome.${outcome}`)}
        </span>
      </div>
      <div role="gridcell" className="import-line-row">
        {rowWords(entry, place)}
      </div>
      <div role="gridcell" className="import-line-column">
        {column ?? <span className="import-muted">{translate("import.findings.no-column")}</span>}
      </div>
      <div role="gridcell" className="import-line-found" title={message}>
        <b>{issueName(issue.code, translate)}</b> {message}
      </div>
      <div role="gridcell" className="import-line-repair" title={describeRepair(issue, translate)}>
        {describeRepair(issue, translate)}
      </div>
    </div>
  );
}

/** The number that the row has in the source, or where the finding stands in it. */
function rowWords({ issue }: ReportEntry, place: string): string {
  switch (issue.place.kind) {
    case "cell":
    case "row":
      return String(issue.place.row);
    case "feature":
      return String(issue.place.feature);
    case "pointer":
      return /^\/features\/\d+/.exec(issue.place.pointer)?.[0] ?? place;
    case "file":
    case "link":
      return place;
  }
}
