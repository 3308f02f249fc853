import type { ThemeChoice } from "#ui/actions.ts";

const KEY = "refresh-atlas.theme";

export interface ThemeControl {
  choice(): ThemeChoice;
  choose(choice: ThemeChoice): void;
}

/**
 * Puts light or dark on the page by the user's choice, else the system's, whose few colours go before any choice; tells when
 * it changes.
 * @param isKept whether the choice is that of earlier visits, too
 */
export function controlTheme(root: HTMLElement, isKept: boolean, onChange: () => void): ThemeControl {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const forced = matchMedia("(forced-colors: active)");
  let choice = isKept ? readChoice() : "system";
  const apply = () => {
    const theme = choice === "system" || forced.matches ? (dark.matches ? "dark" : "light") : choice;
    if (root.dataset["theme"] === theme) return;
    root.dataset["theme"] = theme;
    onChange();
  };
  for (const media of [dark, forced]) media.addEventListener("change", apply);
  apply();
  return {
    choice: () => choice,
    choose(next) {
      choice = next;
      keepChoice(next);
      apply();
    },
  };
}

function readChoice(): ThemeChoice {
  try {
    const kept = localStorage.getItem(KEY);
    return kept === "light" || kept === "dark" ? kept : "system";
  } catch {
    return "system";
  }
}

function keepChoice(choice: ThemeChoice): void {
  try {
    localStorage.setItem(KEY, choice);
  } catch {
    // Where the browser keeps nothing the choice holds until the page is closed.
  }
}
