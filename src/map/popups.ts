import { Popup, type LngLatLike, type Map as MapLibreMap } from "maplibre-gl";
import type { Translate } from "#i18n/translate.ts";
import { linkAttributes } from "#state/web-address.ts";
import type { Description } from "./describe.ts";
import { iconOf } from "./icon.ts";

/** One record of a chooser. */
export interface Choice {
  readonly description: Description;
  /** A picture of the record's symbol. */
  readonly picture: ImageData | null;
  /** What choosing it does; `null` where there is nothing to choose, only to read. */
  readonly choose: (() => void) | null;
  /** Called when the pointer or the focus comes to the record, and leaves it. */
  readonly light: (lit: boolean) => void;
}

export interface Popups {
  /** A short word beside the pointer's record; `null` takes it away. */
  showTip(at: LngLatLike, description: Description | null): void;
  hideTip(): void;
  /**
   * Lists records that cannot be told apart on the map. Takes the focus; Escape gives it back to the map.
   * @param more says what is not listed
   */
  openChooser(at: LngLatLike, title: string, choices: readonly Choice[], more: string | null): void;
  closeChooser(): void;
  destroy(): void;
}

/** Popups of the map; all their words are set as text, never as markup. */
export function createPopups(map: MapLibreMap, translate: Translate): Popups {
  let tip: Popup | null = null;
  let chooser: Popup | null = null;
  const hideTip = () => {
    tip?.remove();
    tip = null;
  };
  const closeChooser = () => {
    const closing = chooser;
    chooser = null;
    closing?.remove();
  };
  return {
    showTip(at, description) {
      if (description === null) {
        hideTip();
        return;
      }
      tip ??= new Popup({
        closeButton: false,
        closeOnClick: false,
        focusAfterOpen: false,
        offset: 16,
        className: "map-tip",
        maxWidth: "280px",
      });
      tip.setLngLat(at).setDOMContent(descriptionElement(description));
      if (!tip.isOpen()) tip.addTo(map);
    },
    hideTip,
    openChooser(at, title, choices, more) {
      hideTip();
      closeChooser();
      const content = chooserElement(title, choices, translate, closeChooser);
      if (more !== null) content.append(element("p", "map-chooser-more", more));
      const popup = new Popup({
        closeButton: false,
        closeOnClick: true,
        focusAfterOpen: false,
        offset: 12,
        className: "map-chooser-popup",
        maxWidth: "320px",
      });
      popup.setLngLat(at).setDOMContent(content).addTo(map);
      content.addEventListener("keydown", (event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        closeChooser();
        map.getCanvas().focus();
      });
      popup.on("close", () => {
        for (const choice of choices) choice.light(false);
        if (chooser === popup) chooser = null;
      });
      chooser = popup;
      content.querySelector<HTMLElement>(".map-chooser-focus")?.focus({ preventScroll: true });
    },
    closeChooser,
    destroy() {
      hideTip();
      closeChooser();
    },
  };
}

function descriptionElement({ title, lines }: Description): HTMLElement {
  const root = element("div", "map-tip-text");
  root.append(element("strong", "map-tip-title", title));
  for (const line of lines) root.append(element("span", "map-tip-line", line));
  return root;
}

function chooserElement(
  title: string,
  choices: readonly Choice[],
  translate: Translate,
  close: () => void,
): HTMLElement {
  const root = element("div", "map-chooser");
  root.setAttribute("role", "dialog");
  root.setAttribute("aria-label", title);
  const head = element("div", "map-chooser-head");
  head.append(element("h2", "map-chooser-title", title));
  const button = element("button", "map-chooser-close map-chooser-focus");
  button.append(iconOf("close"));
  button.setAttribute("type", "button");
  button.setAttribute("aria-label", translate("map.close"));
  button.addEventListener("click", close);
  head.append(button);
  const list = element("ul", "map-chooser-list");
  for (const choice of choices) list.append(choiceElement(choice, close));
  root.append(head, list);
  const first = list.querySelector(".map-chooser-choice");
  if (first !== null) {
    button.classList.remove("map-chooser-focus");
    first.classList.add("map-chooser-focus");
  }
  return root;
}

function choiceElement({ description, picture, choose, light }: Choice, close: () => void): HTMLElement {
  const item = element("li", "map-chooser-item");
  const { title, lines, link } = description;
  const row =
    choose !== null ? element("button", "map-chooser-choice") : element(link === null ? "div" : "a", "map-chooser-row");
  if (choose !== null) {
    row.setAttribute("type", "button");
    row.addEventListener("click", () => {
      close();
      choose();
    });
  } else if (link !== null) {
    row.classList.add("map-chooser-choice");
    Object.assign(row, linkAttributes(link));
  }
  const words = element("span", "map-chooser-words");
  const name = element("span", "map-chooser-name", title);
  if (link !== null) name.append("\u00a0", iconOf("outside", 12));
  words.append(name);
  for (const line of lines) words.append(element("span", "map-chooser-line", line));
  row.append(pictureElement(picture), words);
  item.append(row);
  item.addEventListener("pointerenter", () => {
    light(true);
  });
  item.addEventListener("pointerleave", () => {
    light(false);
  });
  item.addEventListener("focusin", () => {
    light(true);
  });
  item.addEventListener("focusout", () => {
    light(false);
  });
  return item;
}

function pictureElement(picture: ImageData | null): HTMLElement {
  const holder = element("span", "map-chooser-picture");
  holder.setAttribute("aria-hidden", "true");
  if (picture === null) return holder;
  const canvas = document.createElement("canvas");
  canvas.width = picture.width;
  canvas.height = picture.height;
  canvas.getContext("2d")?.putImageData(picture, 0, 0);
  holder.append(canvas);
  return holder;
}

function element(tag: string, className: string, text?: string): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}
