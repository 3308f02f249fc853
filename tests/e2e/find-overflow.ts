import type { Page } from "@playwright/test";

/**
 * Looks through all that is in sight, or would be after scrolling, for text and controls without room: the page scrolls
 * sideways, or a panel that the keyboard cannot scroll; text is cut; text runs out of its box, or over other text; a word
 * stands letter below letter; two controls lie on each other.
 *
 * Text that ends in "…" counts as cut, unless it is a name of the data (`isData`) or its whole is said by the title or the
 * label of an element around it.
 * @param withUnbreakable whether words in fields and in drawings count, too: neither can break one
 */
export function findOverflow(page: Page, withUnbreakable = true): Promise<readonly string[]> {
  return page.evaluate((isUnbreakableLooked) => {
    const SLACK = 1.5;
    /** By kind and place, so that a list with one fault in every row tells it once. */
    const found = new Map<string, { readonly example: string; count: number }>();
    const tell = (fault: string, example = "") => {
      const known = found.get(fault);
      if (known === undefined) found.set(fault, { example, count: 1 });
      else known.count++;
    };
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) tell(`the page scrolls sideways: ${String(root.scrollWidth)} px`);

    const nameOf = (element: Element): string => {
      const of = (one: Element) =>
        `${one.tagName.toLowerCase()}${one.classList.length === 0 ? "" : `.${[...one.classList].join(".")}`}`;
      const parent = element.parentElement;
      return element.classList.length > 0 || parent === null ? of(element) : `${of(parent)} > ${of(element)}`;
    };
    const styles = new Map<Element, CSSStyleDeclaration>();
    const styleOf = (element: Element): CSSStyleDeclaration => {
      const known = styles.get(element) ?? getComputedStyle(element);
      styles.set(element, known);
      return known;
    };
    const isInSvg = (element: Element) => element instanceof SVGElement;
    const around = (element: Element): Element[] => {
      const all: Element[] = [];
      for (let at: Element | null = element; at !== null && at !== root; at = at.parentElement) all.push(at);
      return all;
    };
    const isHidden = (element: Element) =>
      !element.checkVisibility({ contentVisibilityAuto: true, opacityProperty: true, visibilityProperty: true }) ||
      around(element).some((each) => {
        const { clipPath, overflowX, position } = styleOf(each);
        const { width, height } = each.getBoundingClientRect();
        return (
          (clipPath === "inset(50%)" && position === "absolute") ||
          (overflowX === "hidden" && width <= 1 && height <= 1) ||
          each.getAttribute("aria-busy") === "true"
        );
      });

    interface Box {
      readonly left: number;
      readonly right: number;
      readonly top: number;
      readonly bottom: number;
    }
    const innerOf = (element: Element): Box => {
      const rect = element.getBoundingClientRect();
      if (isInSvg(element)) return rect;
      const { borderLeftWidth, borderRightWidth, borderTopWidth, borderBottomWidth } = styleOf(element);
      return {
        left: rect.left + parseFloat(borderLeftWidth),
        right: rect.right - parseFloat(borderRightWidth),
        top: rect.top + parseFloat(borderTopWidth),
        bottom: rect.bottom - parseFloat(borderBottomWidth),
      };
    };
    /** Elements whose overflow concerns this one: what is positioned leaves those that are not, up to what holds it. */
    const clippersOf = (element: Element): Element[] => {
      const all: Element[] = [];
      let leaves = false;
      for (const each of around(element)) {
        const { position, overflowX, overflowY } = styleOf(each);
        const holds = position !== "static" || styleOf(each).transform !== "none";
        if (leaves && holds) leaves = false;
        if (!leaves && (overflowX !== "visible" || overflowY !== "visible")) all.push(each);
        if (position === "absolute") leaves = true;
        if (position === "fixed") break;
      }
      return all;
    };
    const scrolls = (overflow: string) => overflow === "auto" || overflow === "scroll";
    const scrollerOf = (element: Element) =>
      clippersOf(element).find((each) => scrolls(styleOf(each).overflowX) || scrolls(styleOf(each).overflowY)) ?? null;

    const isDataName = (text: string) => !/[[\]]/.test(text);
    const isSaid = (element: Element, text: string) =>
      around(element).some((each) =>
        [each.getAttribute("title"), each.getAttribute("aria-label")].some((said) => said?.includes(text) === true),
      );

    interface Text {
      readonly words: string;
      readonly parent: Element;
      readonly rects: readonly DOMRect[];
    }
    const texts: Text[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const words = (node.textContent ?? "").replace(/\s+/g, " ").trim();
      const parent = node.parentElement;
      if (words === "" || parent === null || parent.closest("option, script, style, #map canvas") !== null) continue;
      if (isHidden(parent) || (isInSvg(parent) && !isUnbreakableLooked)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const rects = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
      if (rects.length > 0) texts.push({ words, parent, rects });
    }

    const shown = (text: string) => `“${text.length > 60 ? `${text.slice(0, 59)}…` : text}”`;

    for (const { words, parent, rects } of texts) {
      // Cut by what hides its overflow.
      const open = { x: true, y: true };
      for (const each of clippersOf(parent)) {
        const { overflowX, overflowY, textOverflow } = styleOf(each);
        const inner = innerOf(each);
        const hidesX = open.x && (overflowX === "hidden" || overflowX === "clip");
        const hidesY = open.y && (overflowY === "hidden" || overflowY === "clip");
        const cutX =
          hidesX && rects.some(({ left, right }) => left < inner.left - SLACK || right > inner.right + SLACK);
        const cutY =
          hidesY &&
          rects.some(
            ({ top, bottom, height }) => top < inner.top - height * 0.3 || bottom > inner.bottom + height * 0.3,
          );
        const isExcused = isSaid(parent, words) || (textOverflow === "ellipsis" && isDataName(words));
        if ((cutX || cutY) && !isExcused) tell(`cut by ${nameOf(each)}, in ${nameOf(parent)}`, shown(words));
        if (overflowX !== "visible") open.x = false;
        if (overflowY !== "visible") open.y = false;
        if (!open.x && !open.y) break;
      }
      const isOutside = rects.some(({ left, right }) => left < -SLACK || right > root.clientWidth + SLACK);
      if (open.x && isOutside) tell(`outside the window: ${nameOf(parent)}`, shown(words));
      if (isInSvg(parent)) continue;

      // Out of its own box.
      const box = around(parent).find((each) => !/^(inline|contents)$/.test(styleOf(each).display));
      if (box !== undefined) {
        const { left, right, top, bottom } = box.getBoundingClientRect();
        const { overflowX, overflowY } = styleOf(box);
        const outX =
          overflowX === "visible" && rects.some((rect) => rect.left < left - SLACK || rect.right > right + SLACK);
        const outY =
          overflowY === "visible" &&
          rects.some((rect) => rect.top < top - rect.height * 0.3 || rect.bottom > bottom + rect.height * 0.3);
        if (outX || outY) tell(`out of ${nameOf(box)}`, shown(words));
      }

      // Letter below letter.
      const lines = new Set(rects.map(({ top }) => Math.round(top))).size;
      const longest = Math.max(0, ...(words.match(/\p{L}+/gu) ?? []).map((word) => word.length));
      if (longest >= 6 && lines >= 3 && words.length / lines < 4) {
        tell(`letter below letter in ${nameOf(parent)}`, shown(words));
      }
    }

    // What only the keyboard's owner could not scroll.
    for (const each of document.querySelectorAll("body *")) {
      const { overflowX } = styleOf(each);
      if (!scrolls(overflowX) || each.scrollWidth <= each.clientWidth + 1 || isHidden(each)) continue;
      if (each.matches("textarea, input")) continue;
      const isReachable = (each as HTMLElement).tabIndex >= 0 || each.matches("nav, .filter-bar");
      if (isReachable) continue;
      const edge = innerOf(each).right - each.scrollLeft;
      const widest = [...each.querySelectorAll("*")]
        .filter((inner) => inner.getBoundingClientRect().right > edge + 1 && scrollerOf(inner) === each)
        .at(-1);
      tell(
        `scrolls sideways without the keyboard: ${nameOf(each)}`,
        widest === undefined ? "" : `by ${nameOf(widest)}`,
      );
    }

    // Words in fields: what is chosen, and what stands in an empty one.
    const pen = document.createElement("canvas").getContext("2d")!;
    for (const field of document.querySelectorAll<HTMLSelectElement | HTMLInputElement>("select, input[placeholder]")) {
      if (!isUnbreakableLooked || isHidden(field)) continue;
      const { font, paddingLeft, paddingRight } = styleOf(field);
      const isSelect = field instanceof HTMLSelectElement;
      const words = isSelect ? (field.selectedOptions[0]?.label ?? "") : field.placeholder;
      if ((!isSelect && field.value !== "") || (isSelect && field.multiple) || isDataName(words)) continue;
      pen.font = font;
      const arrow = isSelect && styleOf(field).appearance !== "none" ? 18 : 0;
      const room = field.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight) - arrow;
      const isInLabel = [...(field.labels ?? [])].some(({ textContent }) => textContent.includes(words));
      if (pen.measureText(words).width > room + 2 && !isSaid(field, words) && !isInLabel) {
        tell(`cut in the field ${nameOf(field)}`, shown(words));
      }
    }

    // One over the other: in the same layer, and scrolled by the same.
    const layerOf = (element: Element) =>
      around(element).find(
        (each) =>
          /^(fixed|absolute|sticky)$/.test(styleOf(each).position) || each.matches("dialog, [popover], .shell-panels"),
      ) ?? null;
    interface Placed {
      readonly what: string;
      readonly element: Element;
      readonly box: Box;
      readonly layer: Element | null;
      readonly scroller: Element | null;
    }
    const overlaps = (all: readonly Placed[], share: number, tell: (a: Placed, b: Placed) => void) => {
      const sorted = [...all].sort((a, b) => a.box.top - b.box.top);
      for (const [at, a] of sorted.entries()) {
        for (let next = at + 1; next < sorted.length; next++) {
          const b = sorted[next]!;
          if (b.box.top >= a.box.bottom) break;
          if (a.layer !== b.layer || a.scroller !== b.scroller || a.element === b.element) continue;
          if (a.element.contains(b.element) || b.element.contains(a.element)) continue;
          const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
          const high = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
          const least = Math.min(a.box.bottom - a.box.top, b.box.bottom - b.box.top);
          if (wide > 2 && high > Math.max(2, least * share)) tell(a, b);
        }
      }
    };
    /** What is left of a line where its surroundings hide the rest. */
    const unhidden = (rect: DOMRect, element: Element): Box => {
      let { left, right, top, bottom } = rect;
      for (const each of clippersOf(element)) {
        const inner = innerOf(each);
        if (scrolls(styleOf(each).overflowX) || scrolls(styleOf(each).overflowY)) break;
        left = Math.max(left, inner.left);
        right = Math.min(right, inner.right);
        top = Math.max(top, inner.top);
        bottom = Math.min(bottom, inner.bottom);
      }
      return { left, right, top, bottom };
    };
    const lines = texts.flatMap(({ words, parent, rects }) => {
      const [layer, scroller] = [layerOf(parent), scrollerOf(parent)];
      return rects.map((rect): Placed => ({
        what: words,
        element: parent,
        box: unhidden(rect, parent),
        layer,
        scroller,
      }));
    });
    overlaps(lines, 0.35, (a, b) => {
      tell(`over each other: ${nameOf(a.element)} and ${nameOf(b.element)}`, `${shown(a.what)}, ${shown(b.what)}`);
    });
    const controls = [
      ...document.querySelectorAll(
        "button, a[href], input:not([type=hidden]), select, textarea, summary, [role=button], [role=tab]",
      ),
    ]
      .filter((each) => !isHidden(each) && !isInSvg(each) && each.getClientRects().length > 0)
      .flatMap((element) => {
        const [layer, scroller] = [layerOf(element), scrollerOf(element)];
        return [...element.getClientRects()].map((box): Placed => ({
          what: nameOf(element),
          element,
          box,
          layer,
          scroller,
        }));
      });
    overlaps(controls, 0.1, (a, b) => {
      tell(`controls over each other: ${a.what} and ${b.what}`);
    });
    return [...found].map(([fault, { example, count }]) =>
      [fault, example, count > 1 ? `× ${String(count)}` : ""].filter((part) => part !== "").join(" "),
    );
  }, withUnbreakable);
}

/** Texts in sight without a bracket of the pseudo-locale: data, or words that are in no catalog. */
export function findUnmarkedTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const texts = new Set<string>();
    const take = (text: string | null) => {
      const words = (text ?? "").replace(/\s+/g, " ").trim();
      if (/\p{L}/u.test(words) && !/[[\]]/.test(words)) texts.add(words);
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (parent === null || parent.closest("script, style, noscript") !== null) continue;
      if (parent.closest("[aria-busy=true]") === null && parent.checkVisibility()) take(node.textContent);
    }
    const attributes = [
      "aria-label",
      "aria-description",
      "aria-roledescription",
      "aria-valuetext",
      "title",
      "placeholder",
    ];
    for (const element of document.querySelectorAll(attributes.map((name) => `[${name}]`).join())) {
      // What a picture is made of is not read aloud.
      if (element.parentElement?.closest("[role=img], [aria-hidden=true]") != null) continue;
      if (element.checkVisibility()) for (const name of [...attributes, "alt"]) take(element.getAttribute(name));
    }
    return [...texts];
  });
}
