import { useCallback, useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import { VERDICTS } from "#domain/rule/verdict-kind.ts";
import { useAtlas, useDerived } from "../shared/atlas-context.ts";
import { Button, IconButton } from "../shared/button.tsx";
import { SiteSymbol } from "../shared/site-symbol.tsx";
import { GUIDE_BUTTON_ID, openGuide } from "./guide-state.ts";
import { placeCard } from "./place-card.ts";
import { useBoxes } from "./use-boxes.ts";
import "./guide.css";

/** What each step speaks of, and where that stands on the page. */
const STEPS = [
  { name: "see", things: [".list-rows > :nth-child(-n + 2)"] },
  { name: "rule", things: [".rule"] },
  { name: "take", things: [".filter-bar", ".shell-tools > *"] },
] as const;
const LAST = STEPS.length - 1;

/** These colours stand for the others: the legend names all. */
const STATUSES = ["unused", "interim", "reused"] as const;

/** Before a step is told to a screen reader, which may be speaking. */
const PAUSE_MILLISECONDS = 500;

export interface GuideCardProps {
  readonly isAsked: boolean;
}

/** Three steps through the page, on a card beside what each speaks of. The page can be used meanwhile. */
export function GuideCard({ isAsked }: GuideCardProps) {
  const { actions, translate } = useAtlas();
  const room = useDerived(({ view }) => view.room);
  const [at, setAt] = useState(0);
  const { name, things } = STEPS[at]!;
  const boxes = useBoxes(things);
  const card = useRef<HTMLDivElement>(null);
  /** Nowhere before it was measured: it would fly in from the corner. */
  const [place, setPlace] = useState<{ readonly left: number; readonly top: number } | null>(null);
  const [said, setSaid] = useState("");
  const titleId = useId();
  const textId = useId();
  const progress = translate("guide.progress", { step: at + 1, count: STEPS.length });

  const close = useCallback(() => {
    const hadFocus = card.current?.contains(document.activeElement) === true;
    openGuide(actions, null);
    if (!hadFocus) return;
    const button = document.getElementById(GUIDE_BUTTON_ID);
    (button?.checkVisibility() === true ? button : document.getElementById("list"))?.focus();
  }, [actions]);

  useLayoutEffect(() => {
    if (card.current === null || boxes === null) return;
    const { offsetWidth: width, offsetHeight: height } = card.current;
    setPlace(placeCard({ width, height }, { width: innerWidth, height: innerHeight }, boxes));
  }, [boxes, at, translate]);

  const isPlaced = place !== null;
  useEffect(() => {
    if (isAsked && isPlaced) card.current?.focus();
  }, [isAsked, isPlaced]);

  // What takes the focus is read out by that; else it is told when the reader has time.
  const text = `${progress}. ${translate(`guide.${name}.title`)}. ${translate(`guide.${name}.text`)}`;
  const isRead = isAsked && at === 0;
  useEffect(() => {
    const timer = setTimeout(() => {
      setSaid(isRead ? "" : text);
    }, PAUSE_MILLISECONDS);
    return () => {
      clearTimeout(timer);
    };
  }, [isRead, text]);

  useEffect(() => {
    if (room !== "sites") close();
  }, [room, close]);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      // What lies over the page is closed first.
      if (event.key !== "Escape" || event.defaultPrevented || document.querySelector(":modal, :popover-open") !== null)
        return;
      close();
    };
    addEventListener("keydown", onKeyDown);
    return () => {
      removeEventListener("keydown", onKeyDown);
    };
  }, [close]);

  return (
    <>
      {boxes?.map(({ left, top, width, height }, index) => (
        <div key={index} className="guide-ring" aria-hidden="true" style={{ left, top, width, height }} />
      ))}
      <p className="visually-hidden" role="status">
        {said}
      </p>
      <div
        ref={card}
        className="guide"
        role="dialog"
        aria-labelledby={titleId}
        aria-describedby={textId}
        tabIndex={-1}
        style={place ?? { visibility: "hidden" }}
      >
        <div className="guide-head">
          <h2 id={titleId} className="guide-title">
            {translate(`guide.${name}.title`)}
          </h2>
          <IconButton icon="close" label={translate("guide.close")} onClick={close} />
        </div>
        <div id={textId} className="guide-text">
          <p>{translate(`guide.${name}.text`)}</p>
          {name === "see" && <Symbols />}
          {name === "take" && <p className="guide-again">{translate("guide.again")}</p>}
        </div>
        <div className="guide-foot">
          <span className="guide-progress">{progress}</span>
          <Button
            variant="quiet"
            aria-disabled={at === 0}
            onClick={() => {
              setAt(Math.max(0, at - 1));
            }}
          >
            {translate("guide.back")}
          </Button>
          <Button
            variant="primary"
            onClick={() => {
              if (at === LAST) close();
              else setAt(at + 1);
            }}
          >
            {translate(at === LAST ? "guide.done" : "guide.next")}
          </Button>
        </div>
      </div>
    </>
  );
}

/** The verdict by its shape, the status by its colour, as the map draws them. */
function Symbols() {
  const { translate } = useAtlas();
  return (
    <>
      <ul className="guide-symbols">
        {VERDICTS.map((verdict) => (
          <li key={verdict}>
            <SiteSymbol verdict={verdict} status={null} size={18} />
            {translate(`verdict.${verdict}`)}
          </li>
        ))}
      </ul>
      <ul className="guide-symbols">
        {STATUSES.map((status) => (
          <li key={status}>
            <SiteSymbol verdict="together" status={status} size={18} />
            {translate(`status.${status}`)}
          </li>
        ))}
      </ul>
    </>
  );
}
