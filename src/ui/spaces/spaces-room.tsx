import { useCallback, useEffect, useState } from "react";
import { SPACE_SORTS, type SpacesView } from "#domain/space/space-filters.ts";
import type { SpaceId } from "#domain/space/space.ts";
import { setSpaces } from "#state/view-store.ts";
import { useAnswer } from "../options/use-options.ts";
import { useAtlas, useDerived } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import { useMedia } from "../shared/use-media.ts";
import { FilterForm } from "./filter-form.tsx";
import { AddRooms, HeldBack } from "./held-back.tsx";
import type { SpaceActions, SpaceAnswer } from "./space-actions.ts";
import { SpaceCard } from "./space-card.tsx";
import { SpaceShortlist } from "./space-shortlist.tsx";
import { SpaceView } from "./space-view.tsx";
import "../shared/room.css";
import "../edit/edit-form.css";
import "../selection/selection.css";
import "../site-sheet/site-sheet.css";
import "./spaces.css";
import "./filter-form.css";

/** So many rooms are listed at first, and more each time they are wanted. */
const SHOWN = 50;

/** Rooms in heritage sites, for whoever looks for one: by what they are, where, and who would be around. */
export function SpacesRoom() {
  const { actions, translate } = useAtlas();
  const [spaces, setActions] = useState<SpaceActions | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const isReady = useDerived(({ dataset }) => dataset.phase === "ready");
  useEffect(() => {
    let isWanted = true;
    actions.spaces().then(
      (loaded) => {
        if (isWanted) setActions(loaded);
      },
      () => {
        if (isWanted) setFailed(true);
      },
    );
    return () => {
      isWanted = false;
    };
  }, [actions]);
  return (
    <div className="room room-wide spaces">
      <h2 className="room-title">{translate("spaces.title")}</h2>
      <p className="room-lead">{translate("spaces.lead")}</p>
      <p className="room-muted">{translate("spaces.note")}</p>
      {hasFailed ? (
        <p role="alert">{translate("spaces.load-failed")}</p>
      ) : spaces === null || !isReady ? (
        <p role="status">{translate("spaces.loading")}</p>
      ) : (
        <Spaces actions={spaces} />
      )}
    </div>
  );
}

function Spaces({ actions }: { readonly actions: SpaceActions }) {
  const { stores, translate } = useAtlas();
  const view = useDerived((snapshot) => snapshot.view.spaces);
  const dataset = useDerived(({ dataset: state }) => (state.phase === "ready" ? state.dataset : null));
  const isOneColumn = useMedia("(max-width: 900px)");
  const [thisYear] = useState(() => new Date().getFullYear());
  // Another dataset is another question.
  const ask = useCallback(
    (signal: AbortSignal) => (dataset === null ? Promise.resolve(null) : actions.find(view, signal)),
    [actions, view, dataset],
  );
  const { value: answer, pending, failed } = useAnswer(ask);
  const open = (id: SpaceId) => {
    setSpaces(stores.view, { open: id });
  };
  const close = () => {
    const id = view.open;
    setSpaces(stores.view, { open: null });
    requestAnimationFrame(() => {
      const card = [...document.querySelectorAll<HTMLElement>("[data-space]")].find(
        ({ dataset: at }) => at["space"] === id,
      );
      (card?.querySelector("button") ?? document.getElementById("spaces-found"))?.focus();
    });
  };
  const opened = view.open === null ? undefined : answer?.byId.get(view.open);
  const form = <FilterForm actions={actions} filters={view.filters} answer={answer} />;
  return (
    <div className="room-columns spaces-columns">
      {isOneColumn ? (
        <details className="spaces-fold">
          <summary>{translate("spaces.filters-fold", { count: answer?.wishes.length ?? 0 })}</summary>
          {form}
        </details>
      ) : (
        form
      )}
      <div className="spaces-main" aria-busy={pending && answer !== null}>
        {failed && <p role="alert">{translate("spaces.failed")}</p>}
        {answer === null && !failed && <p role="status">{translate("spaces.searching")}</p>}
        {answer !== null && (
          <>
            {view.open !== null && opened === undefined && !pending && (
              <p className="room-note" role="status">
                {translate("spaces.open-missing", { id: view.open })}{" "}
                <Button variant="link" onClick={close}>
                  {translate("spaces.close")}
                </Button>
              </p>
            )}
            {opened !== undefined && (
              <SpaceView
                actions={actions}
                room={opened}
                dataset={answer.dataset}
                wishes={answer.wishes}
                filters={answer.filters}
                near={answer.near}
                thisYear={thisYear}
                onClose={close}
              />
            )}
            <Found answer={answer} view={view} thisYear={thisYear} onOpen={open} isStale={pending} />
            <SpaceShortlist actions={actions} answer={answer} onOpen={open} />
            <AddRooms />
          </>
        )}
      </div>
    </div>
  );
}

interface FoundProps {
  readonly answer: SpaceAnswer;
  readonly view: SpacesView;
  readonly thisYear: number;
  readonly isStale: boolean;
  readonly onOpen: (id: SpaceId) => void;
}

function Found({ answer, view, thisYear, isStale, onOpen }: FoundProps) {
  const { stores, translate } = useAtlas();
  const [shown, setShown] = useState(SHOWN);
  const { hits, known, heldBack, wishes } = answer;
  const listed = hits.slice(0, shown);
  const cards = (from: number, to: number) => (
    <ul className="spaces-list" aria-busy={isStale} data-stale={isStale}>
      {listed.slice(from, to).map((room, position) => (
        <SpaceCard
          key={`${room.space.id} ${String(position)}`}
          room={room}
          dataset={answer.dataset}
          wishes={wishes}
          filters={answer.filters}
          near={answer.near}
          thisYear={thisYear}
          isOpen={room.space.id === view.open}
          onOpen={onOpen}
        />
      ))}
    </ul>
  );
  return (
    <section className="spaces-found" aria-labelledby="spaces-found">
      <div className="spaces-found-head">
        <h3 id="spaces-found" tabIndex={-1}>
          {translate("spaces.found", { count: hits.length, all: hits.length + heldBack })}
        </h3>
        <div className="spaces-sort">
          <label htmlFor="spaces-sort">{translate("spaces.sort")}</label>
          <select
            id="spaces-sort"
            className="edit-control"
            value={view.sort}
            onChange={({ target }) => {
              const sort = SPACE_SORTS.find((name) => name === target.value);
              if (sort !== undefined) setSpaces(stores.view, { sort });
            }}
          >
            {SPACE_SORTS.map((sort) => (
              <option key={sort} value={sort} disabled={sort === "distance" && view.filters.near === null}>
                {translate(`spaces.sort-${sort}`)}
              </option>
            ))}
          </select>
        </div>
      </div>
      <p className="visually-hidden" role="status">
        {translate("spaces.found-status", { count: hits.length, known })}
      </p>
      {known > 0 && cards(0, known)}
      {known < listed.length && (
        <>
          <h4>{translate("spaces.found-unknown", { count: hits.length - known })}</h4>
          <p className="room-muted">{translate("spaces.found-unknown-note")}</p>
          {cards(known, listed.length)}
        </>
      )}
      {hits.length > shown && (
        <p>
          <Button
            onClick={() => {
              setShown(shown + SHOWN);
            }}
          >
            {translate("spaces.more", { count: hits.length - shown })}
          </Button>
        </p>
      )}
      {hits.length === 0 && heldBack === 0 && <p>{translate("spaces.none-loaded")}</p>}
      {heldBack > 0 &&
        (hits.length === 0 ? (
          <div className="spaces-empty">
            <p>{translate("spaces.none-found")}</p>
            <HeldBack answer={answer} />
          </div>
        ) : (
          <details className="spaces-held">
            <summary>{translate("spaces.held-back", { count: heldBack })}</summary>
            <HeldBack answer={answer} />
          </details>
        ))}
    </section>
  );
}
