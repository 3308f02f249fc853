import { createElement, lazy, type ComponentType } from "react";
import { wantMessages, type MessagePart } from "#i18n/catalogs.ts";
import { loadStylesAgain } from "./load-styles-again.ts";
import { PartBoundary, PartMissingError } from "./part-boundary.tsx";

const ALL: readonly MessagePart[] = ["rooms", "issues"];

/**
 * A part of the interface that is loaded when it is first shown, with the words that it says. Where it does not arrive, it
 * says so in its place, and is asked for anew when the user wants that or it is shown again; what is around it goes on.
 * @param missing `silent` for what stands in every row of a list: where it does not arrive the row is without it
 */
export function lazyPart<P extends object>(
  load: () => Promise<ComponentType<P>>,
  words = ALL,
  missing: "told" | "silent" = "told",
): ComponentType<P> {
  const ask = (again: boolean) => {
    const part = lazy(async () => {
      try {
        if (again) await loadStylesAgain(document);
        const [loaded] = await Promise.all([load(), wantMessages(...words)]);
        return { default: loaded };
      } catch (error) {
        throw new PartMissingError(() => {
          if (asked === part) asked = ask(true);
        }, error);
      }
    });
    return part;
  };
  let asked = ask(false);
  return function Part(props: P) {
    const onClose = "onClose" in props && typeof props.onClose === "function" ? (props.onClose as () => void) : null;
    return createElement(PartBoundary, {
      isTold: missing === "told",
      isOpen: !("open" in props) || props.open !== false,
      onClose,
      part: () => createElement(asked, props),
    });
  };
}
