import { Suspense, useEffect, useRef, useState, useSyncExternalStore, type ComponentType, type ReactNode } from "react";
import type { IconName } from "#design/icons.ts";
import type { Room } from "#state/view-store.ts";
import { DialogHost } from "../export/dialog-host.tsx";
import { ShareButton } from "../export/share-button.tsx";
import { ListPanel } from "../list/list-panel.tsx";
import { OpenFileButton } from "../open/open-file-button.tsx";
import { DrawingHost } from "../selection/drawing-host.tsx";
import { useAtlas, useDerived } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import { Icon } from "../shared/icon.tsx";
import { lazyPart } from "../shared/lazy-part.ts";
import { useRemembered } from "../shared/use-remembered.ts";
import { Waiting } from "../shared/waiting.tsx";
import { Announcer } from "./announcer.tsx";
import { ErrorBoundary } from "./error-boundary.tsx";
import { Header } from "./header.tsx";
import { Notices } from "./notices.tsx";
import { Panels } from "./panels.tsx";
import type { SheetHeight } from "./sheet-heights.ts";
import { useMapInsets } from "./use-map-insets.ts";
import { usePageTitle } from "./use-page-title.ts";
import { ROOM_ID, useRoomFocus } from "./use-room-focus.ts";
import "../shared/shared.css";
import "../shared/arriving.css";
import "../shared/adapted.css";
import "./shell.css";
import "./shell-notices.css";
import "./shell-narrow.css";

/** These come beside the data: the list does not wait for them, and they are there once anything can be chosen. */
const SiteSheet = lazyPart(async () => (await import("../site-sheet/site-sheet.tsx")).SiteSheet, []);
const Overlays = lazyPart(async () => (await import("./overlays.tsx")).Overlays, []);

/** First in the page, so that the keyboard comes to it first. */
const GuideHost = lazyPart(async () => (await import("../guide/guide-host.tsx")).GuideHost, [], "silent");

/** The rooms beside the map come when they are first opened. */
const ROOM_PAGES: Readonly<Record<Exclude<Room, "sites">, ComponentType>> = {
  benchmark: lazyPart(async () => (await import("../benchmark/benchmark-room.tsx")).BenchmarkRoom),
  options: lazyPart(async () => (await import("../options/options-room.tsx")).OptionsRoom),
  spaces: lazyPart(async () => (await import("../spaces/spaces-room.tsx")).SpacesRoom),
  programme: lazyPart(async () => (await import("../programme/programme-room.tsx")).ProgrammeRoom),
  data: lazyPart(async () => (await import("../data-room/data-room.tsx")).DataRoom),
  method: lazyPart(async () => (await import("../method/method-room.tsx")).MethodRoom),
};

const ExportDialog = lazyPart(async () => (await import("../export/export-dialog.tsx")).ExportDialog);

/** Explains the map, so it comes with it. */
const Legend = lazyPart(async () => (await import("../legend/legend.tsx")).Legend, []);

/** The way to another basemap comes with the map, too. */
const GroundTools = lazyPart(async () => (await import("../ground/ground-tools.tsx")).GroundTools, []);

/** Comes once something is supposed. */
const WhatIfStrip = lazyPart(async () => (await import("../what-if/what-if-strip.tsx")).WhatIfStrip);

/** Comes where the page is shown inside another one. */
const Embedded = lazyPart(async () => (await import("../embed/embedded.tsx")).Embedded);

const FOLDS = ["open", "folded"] as const;

/** The whole page but the map, which lies behind in the space left between the columns. */
export function App() {
  const { translate } = useAtlas();
  const embedded = useDerived(({ view }) => view.embed !== null);
  return (
    <ErrorBoundary translate={translate}>
      {embedded ? (
        <Suspense>
          <Embedded>{(corner) => <Shell corner={corner} />}</Embedded>
        </Suspense>
      ) : (
        <>
          <Suspense>
            <GuideHost />
          </Suspense>
          <Shell />
          <Suspense>
            <Overlays />
          </Suspense>
        </>
      )}
    </ErrorBoundary>
  );
}

/** @param corner inside another page, what stands over the map in place of the tools; then there are no rooms beside it */
function Shell({ corner }: { readonly corner?: ReactNode }) {
  const { stores, translate } = useAtlas();
  const embed = useDerived(({ view }) => view.embed);
  const room = useDerived(({ view }) => view.room);
  const selected = useDerived(({ view }) => view.selected);
  /** The legend says what of them is drawn: before, it would come to grow under the eyes. */
  const hasTables = useDerived(({ dataset }) => dataset.phase !== "loading");
  const supposes = useSyncExternalStore(stores.workspace.subscribe, () =>
    stores.workspace.getState().workspace.tables.some(({ info }) => info.origin === "hypothetical"),
  );
  const remembered = useRemembered("list", FOLDS, "open");
  const forNow = useState<(typeof FOLDS)[number]>(embed === "map" ? "folded" : "open");
  const [list, setList] = embed === null ? remembered : forNow;
  const [sheet, setSheet] = useState<(typeof FOLDS)[number]>("open");
  const [height, setHeight] = useState<SheetHeight>(embed === "map" && selected === null ? "peek" : "half");
  const mapArea = useRef<HTMLDivElement>(null);
  const shownKey = selected === null ? "" : `${selected.kind} ${String(selected.id)}`;
  const [keyBefore, setKeyBefore] = useState(shownKey);
  if (keyBefore !== shownKey) {
    setKeyBefore(shownKey);
    if (shownKey !== "") {
      setSheet("open");
      if (height === "peek") setHeight("half");
    }
  }

  const sheetState = selected === null ? "none" : sheet;
  usePageTitle();
  useRoomFocus(room);
  useMapInsets(mapArea, `${list} ${sheetState} ${height}`);

  return (
    <div
      className="shell"
      data-room={corner === undefined ? room : "sites"}
      data-list={list}
      data-sheet={sheetState}
      data-height={height}
      data-what-if={supposes}
      data-embed={embed}
    >
      <a
        className="shell-skip"
        href="#list"
        onClick={(event) => {
          event.preventDefault();
          document.getElementById("list")?.focus();
        }}
      >
        {translate("shell.skip")}
      </a>
      {supposes && (
        <Suspense>
          <WhatIfStrip />
        </Suspense>
      )}
      {corner === undefined && <Header />}
      <main className="shell-main">
        <Panels height={height} onHeight={setHeight} showing={selected === null ? "list" : "sheet"}>
          <div className="shell-list">
            <ErrorBoundary translate={translate}>
              <ListPanel />
            </ErrorBoundary>
          </div>
          <div className="shell-sheet">
            <ErrorBoundary translate={translate} attempt={shownKey}>
              <Suspense fallback={<Waiting />}>
                <SiteSheet />
              </Suspense>
            </ErrorBoundary>
          </div>
        </Panels>
        <div className="shell-map" ref={mapArea}>
          <p className="shell-map-wait">{translate("shell.map-loading")}</p>
          <NoMap />
          {corner ?? (
            <>
              <Tools />
              <DrawingHost />
              <Suspense>
                <GroundTools />
              </Suspense>
            </>
          )}
          <div className="shell-legend">
            {hasTables && (
              <Suspense>
                <Legend />
              </Suspense>
            )}
          </div>
          <Fold
            side="list"
            folded={list === "folded"}
            onFold={(folded) => {
              setList(folded ? "folded" : "open");
            }}
          />
          {selected !== null && (
            <Fold
              side="sheet"
              folded={sheet === "folded"}
              onFold={(folded) => {
                setSheet(folded ? "folded" : "open");
              }}
            />
          )}
        </div>
        {corner === undefined && room !== "sites" && <RoomPage room={room} />}
      </main>
      <Notices />
      <Announcer />
    </div>
  );
}

/** Why there is no map, where there is none. */
function NoMap() {
  const { stores, actions, translate } = useAtlas();
  const missing = useSyncExternalStore(stores.notices.subscribe, () => stores.notices.getState().mapMissing);
  if (missing === null) return null;
  if (missing === "no-webgl") return <p className="shell-no-map">{translate("shell.no-map")}</p>;
  return (
    <p className="shell-no-map" role="alert">
      {translate("shell.map-undelivered")}{" "}
      <Button
        variant="link"
        onClick={() => {
          actions.retryMap();
        }}
      >
        {translate("shell.broken.retry")}
      </Button>
    </p>
  );
}

function RoomPage({ room }: { readonly room: Exclude<Room, "sites"> }) {
  const { translate } = useAtlas();
  const page = useRef<HTMLElement>(null);
  const Page = ROOM_PAGES[room];
  useEffect(() => {
    page.current?.scrollTo({ top: 0 });
  }, [room]);
  return (
    <section ref={page} id={ROOM_ID} className="shell-room" aria-label={translate(`shell.room.${room}`)} tabIndex={-1}>
      <ErrorBoundary translate={translate} attempt={room}>
        <Suspense fallback={<Waiting words={translate("shell.room-loading")} />}>
          <Page />
        </Suspense>
      </ErrorBoundary>
    </section>
  );
}

function Tools() {
  const { translate } = useAtlas();
  const [exporting, setExporting] = useState(false);
  const count = useDerived((snapshot, selectors) => selectors.selection(snapshot)?.indices.length ?? 0);
  return (
    <div className="shell-tools">
      <OpenFileButton>{translate("shell.open")}</OpenFileButton>
      <ShareButton />
      <Button
        variant="primary"
        className="shell-export"
        disabled={count === 0}
        onClick={() => {
          setExporting(true);
        }}
      >
        {translate("shell.export", { count })}
      </Button>
      <DialogHost open={exporting}>
        <ExportDialog
          open={exporting}
          onClose={() => {
            setExporting(false);
          }}
        />
      </DialogHost>
    </div>
  );
}

interface FoldProps {
  readonly side: "list" | "sheet";
  readonly folded: boolean;
  readonly onFold: (folded: boolean) => void;
}

function Fold({ side, folded, onFold }: FoldProps) {
  const { translate } = useAtlas();
  const label = translate(folded ? `shell.unfold.${side}` : `shell.fold.${side}`);
  const icon: IconName = (side === "list") === folded ? "chevron-right" : "chevron-left";
  return (
    <button
      type="button"
      className="shell-fold"
      data-side={side}
      aria-expanded={!folded}
      aria-label={label}
      title={label}
      onClick={() => {
        onFold(!folded);
      }}
    >
      <Icon name={icon} size={14} />
    </button>
  );
}
