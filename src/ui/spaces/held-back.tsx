import { withoutWish } from "#domain/space/assess-space.ts";
import { NO_SPACE_FILTERS, type SpaceFilters } from "#domain/space/space-filters.ts";
import { setSpaceFilters } from "#state/view-store.ts";
import { OpenFileButton } from "../open/open-file-button.tsx";
import { useAtlas } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import type { SpaceAnswer } from "./space-actions.ts";
import { wishWords } from "./wish-words.ts";

/** What holds rooms back, and what brings them back: for each filter, how many it alone keeps out. */
export function HeldBack({ answer }: { readonly answer: SpaceAnswer }) {
  const atlas = useAtlas();
  const { stores, translate } = atlas;
  const { filters, wishes, heldBackBy, heldBackUnknown, heldBack, near } = answer;
  const change = (next: SpaceFilters) => {
    setSpaceFilters(stores.view, next);
  };
  const drops = wishes.flatMap((wish, index) => {
    const count = heldBackBy[index] ?? 0;
    return count === 0 ? [] : [{ wish, count }];
  });
  return (
    <>
      {(drops.length > 0 || heldBackUnknown > 0) && (
        <ul className="spaces-drops">
          {drops.map(({ wish, count }) => {
            const words = wishWords(wish, filters, near, atlas);
            return (
              <li key={words}>
                <Button
                  onClick={() => {
                    change(withoutWish(filters, wish));
                  }}
                >
                  {translate("spaces.drop", { wish: words, count })}
                </Button>
              </li>
            );
          })}
          {heldBackUnknown > 0 && (
            <li>
              <Button
                onClick={() => {
                  change({ ...filters, statedOnly: false });
                }}
              >
                {translate("spaces.drop-stated", { count: heldBackUnknown })}
              </Button>
            </li>
          )}
        </ul>
      )}
      {drops.length === 0 && heldBackUnknown === 0 && (
        <p>
          {translate("spaces.drop-none")}{" "}
          <Button
            variant="link"
            onClick={() => {
              change(NO_SPACE_FILTERS);
            }}
          >
            {translate("spaces.drop-all", { count: heldBack })}
          </Button>
        </p>
      )}
    </>
  );
}

/** What to do where few rooms are known: few pages state any. */
export function AddRooms() {
  const { translate } = useAtlas();
  return (
    <section className="spaces-add" aria-labelledby="spaces-add">
      <h4 id="spaces-add">{translate("spaces.add")}</h4>
      <p className="room-muted">{translate("spaces.add-how")}</p>
      <OpenFileButton>{translate("spaces.add-open")}</OpenFileButton>
    </section>
  );
}
