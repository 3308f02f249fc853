import { useEffect, useRef, useState } from "react";
import type { IconName } from "#design/icons.ts";
import { openRoom, ROOMS } from "#state/view-store.ts";
import type { ThemeChoice } from "../actions.ts";
import { HistoryButtons } from "../edit/history-buttons.tsx";
import { askForGuide, GUIDE_BUTTON_ID } from "../guide/guide-state.ts";
import { useAtlas, useDerived } from "../shared/atlas-context.ts";
import { IconButton } from "../shared/button.tsx";
import { LanguageChoice } from "./language-choice.tsx";
import { Logo } from "./logo.tsx";

const THEMES: Readonly<Record<ThemeChoice, { readonly icon: IconName; readonly next: ThemeChoice }>> = {
  system: { icon: "screen", next: "light" },
  light: { icon: "sun", next: "dark" },
  dark: { icon: "moon", next: "system" },
};

/** Name, theme, and the rooms of the house. */
export function Header() {
  const { actions, stores, translate } = useAtlas();
  const room = useDerived(({ view }) => view.room);
  const rooms = useRef<HTMLElement>(null);
  useEffect(() => {
    // On a narrow screen the rooms are one line, which scrolls.
    const show = () => {
      const line = rooms.current;
      const tab = line?.querySelector<HTMLElement>("[aria-current]");
      if (line === null || tab === null || tab === undefined) return;
      line.scrollLeft = tab.offsetLeft - line.offsetLeft - (line.clientWidth - tab.offsetWidth) / 2;
    };
    show();
    window.addEventListener("resize", show);
    return () => {
      window.removeEventListener("resize", show);
    };
  }, [room, translate]);
  return (
    <header className="shell-head">
      <div className="shell-brand">
        <Logo />
        <h1 className="shell-name">
          <b>REFREsh</b> Atlas
        </h1>
        <HistoryButtons />
        <LanguageChoice />
        <ThemeToggle />
      </div>
      <nav ref={rooms} className="shell-rooms" aria-label={translate("shell.rooms")}>
        {ROOMS.map((name) => (
          <button
            key={name}
            type="button"
            className="shell-tab"
            aria-current={name === room ? "page" : undefined}
            onClick={() => {
              openRoom(stores.view, name);
            }}
          >
            {translate(`shell.room.${name}`)}
          </button>
        ))}
        <IconButton
          id={GUIDE_BUTTON_ID}
          icon="guide"
          className="shell-guide"
          label={translate("shell.guide")}
          onClick={() => {
            askForGuide({ actions, stores });
          }}
        />
      </nav>
    </header>
  );
}

function ThemeToggle() {
  const { actions, translate } = useAtlas();
  const [choice, setChoice] = useState(() => actions.themeChoice());
  const { icon, next } = THEMES[choice];
  return (
    <IconButton
      icon={icon}
      className="shell-theme"
      label={translate("shell.theme", {
        now: translate(`shell.theme.${choice}`),
        next: translate(`shell.theme.${next}`),
      })}
      onClick={() => {
        actions.setTheme(next);
        setChoice(next);
      }}
    />
  );
}
