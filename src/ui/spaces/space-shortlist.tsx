import { useRef, useState } from "react";
import { DEFAULT_SPACES_VIEW } from "#domain/space/space-filters.ts";
import type { SpaceId } from "#domain/space/space.ts";
import { DEFAULT_VIEW, setSpaces, setSpaceShortlisted, type View } from "#state/view-store.ts";
import { useAtlas, useDerived } from "../shared/atlas-context.ts";
import { Button, IconButton } from "../shared/button.tsx";
import { CopyLink } from "./copy-link.tsx";
import type { SpaceActions, SpaceAnswer, SpaceFormat } from "./space-actions.ts";
import { whereWords } from "./space-card.tsx";
import { spaceName } from "./wish-words.ts";

export interface SpaceShortlistProps {
  readonly actions: SpaceActions;
  readonly answer: SpaceAnswer;
  readonly onOpen: (id: SpaceId) => void;
}

/** The rooms kept in mind, whatever the filters say of them now. */
export function SpaceShortlist({ actions, answer, onOpen }: SpaceShortlistProps) {
  const atlas = useAtlas();
  const { stores, translate } = atlas;
  const shortlist = useDerived(({ view }) => view.spaces.shortlist);
  const language = useDerived(({ view }) => view.language);
  const [failed, setFailed] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const save = (format: SpaceFormat) => {
    setFailed(false);
    actions.saveSpaces(shortlist, format).catch(() => {
      setFailed(true);
    });
  };
  const shared: Partial<View> = {
    ...DEFAULT_VIEW,
    room: "spaces",
    language,
    spaces: { ...DEFAULT_SPACES_VIEW, shortlist },
  };
  return (
    <section className="spaces-shortlist" aria-labelledby="spaces-shortlist">
      <h3 id="spaces-shortlist" ref={heading} tabIndex={-1}>
        {translate("spaces.shortlist", { count: shortlist.length })}
      </h3>
      {shortlist.length === 0 ? (
        <p className="room-muted">{translate("spaces.shortlist-empty")}</p>
      ) : (
        <>
          <ol>
            {shortlist.map((id) => {
              const room = answer.byId.get(id);
              const name = room === undefined ? id : spaceName(room.space, atlas);
              return (
                <li key={id}>
                  {room === undefined ? (
                    <span>{translate("spaces.shortlist-missing", { id })}</span>
                  ) : (
                    <span>
                      <Button
                        variant="link"
                        onClick={() => {
                          onOpen(id);
                        }}
                      >
                        {name}
                      </Button>{" "}
                      <span className="room-muted">{whereWords(room, answer.dataset, atlas)}</span>
                    </span>
                  )}
                  <IconButton
                    icon="close"
                    label={translate("spaces.shortlist-take", { name })}
                    onClick={() => {
                      setSpaceShortlisted(stores.view, id, false);
                      heading.current?.focus();
                    }}
                  />
                </li>
              );
            })}
          </ol>
          <div className="room-buttons">
            <CopyLink change={shared}>{translate("spaces.shortlist-share")}</CopyLink>
            <Button
              icon="download"
              onClick={() => {
                save("csv-spreadsheet");
              }}
            >
              {translate("spaces.save-csv")}
            </Button>
            <Button
              icon="download"
              onClick={() => {
                save("geojson");
              }}
            >
              {translate("spaces.save-geojson")}
            </Button>
            <Button
              variant="link"
              onClick={() => {
                setSpaces(stores.view, { shortlist: [] });
                heading.current?.focus();
              }}
            >
              {translate("spaces.shortlist-clear")}
            </Button>
          </div>
          {failed && <p role="alert">{translate("spaces.save-failed")}</p>}
        </>
      )}
    </section>
  );
}
