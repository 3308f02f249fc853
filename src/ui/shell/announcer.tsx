import { useEffect, useRef, useState } from "react";
import { choiceInWords } from "#i18n/choice-in-words.ts";
import { useAtlas, useDerived } from "../shared/atlas-context.ts";

/** Changes that come this close together are announced as one. */
const PAUSE_MILLISECONDS = 700;

/** Tells a screen reader how many sites are selected after each change, not at the start, and that map and list are back. */
export function Announcer() {
  const { translate, format } = useAtlas();
  const choice = useDerived((snapshot, selectors) => selectors.choice(snapshot));
  const count = useDerived((snapshot, selectors) => selectors.selection(snapshot)?.indices.length ?? null);
  const room = useDerived(({ view }) => view.room);
  const [said, setSaid] = useState("");
  const before = useRef<string | null>(null);

  useEffect(() => {
    if (count === null) return undefined;
    const words = choiceInWords(choice, translate, format);
    const text =
      words === "" ? translate("shell.announce.all", { count }) : translate("shell.announce", { count, words });
    const first = before.current === null;
    const same = before.current === text;
    before.current = text;
    if (first || same) return undefined;
    const timer = setTimeout(() => {
      setSaid(text);
    }, PAUSE_MILLISECONDS);
    return () => {
      clearTimeout(timer);
    };
  }, [count, choice, translate, format]);

  // The other rooms take the focus, and are told by it.
  const roomBefore = useRef(room);
  useEffect(() => {
    if (roomBefore.current === room) return undefined;
    roomBefore.current = room;
    if (room !== "sites") return undefined;
    const timer = setTimeout(() => {
      setSaid(translate("shell.room.sites"));
    }, PAUSE_MILLISECONDS);
    return () => {
      clearTimeout(timer);
    };
  }, [room, translate]);

  return (
    <p className="visually-hidden" role="status">
      {said}
    </p>
  );
}
