import { Suspense, useEffect, useRef, useState, useSyncExternalStore, type ComponentType } from "react";
import type { Room } from "#state/view-store.ts";
import { ExportHost } from "../export/export-host.tsx";
import { ShareButton } from "../export/share-button.tsx";
import { ListPanel } from "../list/list-panel.tsx";
import { OpenFileButton } from "../open/open-file-button.tsx";
import { DrawingHost } from "../selection/drawing-host.tsx";
import { useAtlas, useDerived } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import { Icon, type IconName } from "../shared/icon.tsx";
import { lazyPart } from "../shared/lazy-part.ts";
import { useRemembered } from "../shared/use-remembered.ts";
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
import "../shared/adapted.css";
import "./shell.css";
import "./shell-notices.css";
import "./shell-narrow.css";

/** These come beside the data: the list does not wait for them, and they are there once anything can be chosen. */
const SiteSheet = lazyPart(async () => (await import("../site-sheet/site-sheet.tsx")).SiteSheet, []);
const Overlays = lazyPart(async () => (await import("./overlays.tsx")).Overlays, []);

/** The rooms beside the map come when they are first opened. */
const ROOM_PAGES: Readonly<Record<Exclude<Room, "sites">, ComponentType>> = {
  benchmark: lazyPart(async () => (await import("../benchmark/benchmark-room.tsx")).BenchmarkRoom),
  options: lazyPart(async () => (await import("../options/options-room.tsx")).OptionsRoom),
  spaces: lazyPart(async () => (await import("../spaces/spaces-room.tsx")).SpacesRoom),
  programme: lazyPart(async () => (await import("../programme/programme-room.tsx")).ProgrammeRoom),
  data: lazyPart(async () => (await import("../data-room/data-room.tsx")).DataRoom),
  method: lazyPart(async () => (await import("../method/method-room.tsx")).MethodRoom),
};

/** Explains the map, so it comes with it. */
const Legend = lazyPart(async () => (await import("../legend/legend.tsx")).Legend, []);

/** The way to another basemap comes with the map, too. */
const GroundTools = lazyPart(async () => (await import("../ground/ground-tools.tsx")).GroundTools, []);

/** Comes once something is supposed. */
const WhatIfStrip = lazyPart(async () => (await import("../what-if/what-if-strip.tsx")).WhatIfStrip);

const FOLDS = ["open", "folded"] as const;

/** The whole page but the map, which lies behind in the space left between the columns. */
export function App() {
  const { translate } = useAtlas();
  return (
    <ErrorBoundary translate={translate}>
      <Shell />
      <Suspense>
        <Overlays />
      </Suspense>
    </ErrorBoundary>
  );
}

function Shell() {
  const { stores, translate } = useAtlas();
  const room = useDerived(({ view }) => view.room);
  const selected = useDerived(({ view }) => view.selected);
  const supposes = useSyncExternalStore(stores.workspace.subscribe, () =>
    stores.workspace.getState().workspace.tables.some(({ info }) => info.origin === "hypothetical"),
  );
  const [list, setList] = useRemembered("list", FOLDS, "open");
  const [sheet, setSheet] = useState<(typeof FOLDS)[number]>("open");
  const [height, setHeight] = useState<SheetHeight>("half");
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
      data-room={room}
      data-list={list}
      data-sheet={sheetState}
      data-height={height}
      data-what-if={supposes}
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
      <Header />
      <main className="shell-main">
        <Panels height={height} onHeight={setHeight} showing={selected === null ? "list" : "sheet"}>
          <div className="shell-list">
            <ErrorBoundary translate={translate}>
              <ListPanel />
            </ErrorBoundary>
          </div>
          <div className="shell-sheet">
            <ErrorBoundary translate={translate} attempt={shownKey}>
              <Suspense>
                <SiteSheet />
              </Suspense>
            </ErrorBoundary>
          </div>
        </Panels>
        <div className="shell-map" ref={mapArea}>
          <NoMap />
          <Tools />
          <DrawingHost />
          <div className="shell-legend">
            <Suspense>
              <Legend />
            </Suspense>
          </div>
          <Suspense>
            <GroundTools />
          </Suspense>
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
        {room !== "sites" && <RoomPage room={room} />}
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
        <Suspense fallback={<p role="status">{translate("shell.room-loading")}</p>}>
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
      <ExportHost
        open={exporting}
        onClose={() => {
          setExporting(false);
        }}
      />
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
