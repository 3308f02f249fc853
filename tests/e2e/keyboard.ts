import type { Locator, Page } from "@playwright/test";
import { expect } from "./atlas-test.ts";

/** More stops than any room has. */
const MOST_STOPS = 600;
/** A field of a date is one element with a stop for each of its parts. */
const MOST_PARTS = 6;

/** What the page says of the element that has the focus. */
export interface Focus {
  /** The same number for the same element, in one document; `null` where nothing has the focus. */
  readonly stop: number | null;
  /** For messages: tag, class and words; empty where nothing has the focus. */
  readonly words: string;
  /** Why it cannot be seen; empty where it can. */
  readonly hidden: string;
  /** Why the way here does not follow the screen; empty where it does. */
  readonly disorder: string;
  /** The element that had the focus before looked the same with it and without; `null` where it did not. */
  readonly unmarkedBefore: string | null;
}

/** Runs in the page: looks at the focus, and compares it with the last look. */
function lookAtFocus(): Focus {
  interface Look {
    readonly element: Element;
    readonly marks: string;
    readonly words: string;
  }
  const memory = globalThis as unknown as {
    focusStops?: WeakMap<Element, number>;
    focusCount?: number;
    lastLook?: Look;
  };
  // The parts of a date mark themselves, which no style of the field tells.
  const OF_PARTS = "input[type=date]";
  memory.focusStops ??= new WeakMap();
  const element = document.activeElement;
  const before = memory.lastLook;
  const unmarkedBefore =
    before !== undefined &&
    before.element !== element &&
    !before.element.matches(OF_PARTS) &&
    isDrawn(before.element) &&
    marksOf(before.element) === before.marks
      ? before.words
      : null;
  const isOutside = !document.hasFocus() || element === document.body || element === document.documentElement;
  if (element === null || isOutside) {
    // In the browser's own controls: what the page still marks then is the browser's affair.
    delete memory.lastLook;
    return { stop: null, words: "", hidden: "", disorder: "", unmarkedBefore: null };
  }
  let stop = memory.focusStops.get(element);
  if (stop === undefined) {
    stop = memory.focusCount = (memory.focusCount ?? 0) + 1;
    memory.focusStops.set(element, stop);
  }
  const words = wordsOf(element);
  const disorder = before === undefined || !isDrawn(before.element) ? "" : disorderOf(before.element, element);
  memory.lastLook = { element, marks: marksOf(element), words };
  return { stop, words, hidden: hiddenBy(element), disorder, unmarkedBefore };

  function isDrawn(of: Element): boolean {
    return of.isConnected && of.getClientRects().length > 0;
  }

  function wordsOf(of: Element): string {
    const label = of.getAttribute("aria-label") ?? (of as HTMLInputElement).labels?.[0]?.textContent ?? of.textContent;
    const text = label.trim().replace(/\s+/g, " ").slice(0, 60);
    return `<${of.tagName.toLowerCase()} class="${of.getAttribute("class") ?? ""}"> ${JSON.stringify(text)}`;
  }

  /** What may mark the focus: outlines and shadows, in drawings strokes, of the element, of what is around it and just within it. */
  function marksOf(of: Element): string {
    const around: Element[] = [of, ...of.children];
    for (let up = of.parentElement, steps = 0; up !== null && steps < 3; up = up.parentElement, steps++)
      around.push(up);
    return around
      .map((each) => {
        const { outlineStyle, outlineWidth, outlineColor, boxShadow, stroke, strokeWidth } = getComputedStyle(each);
        const hasOutline = outlineStyle !== "none" && parseFloat(outlineWidth) > 0;
        const line = each instanceof SVGElement ? `${stroke} ${strokeWidth}` : boxShadow;
        return `${hasOutline ? `${outlineStyle} ${outlineWidth} ${outlineColor}` : "none"} ${line}`;
      })
      .join("|");
  }

  /** What is drawn for a control: its label for a box that has no size, what it lies over for one that is clear as glass. */
  function shownFor(of: Element): Element {
    const { opacity, position } = getComputedStyle(of);
    if (opacity === "0" && position === "absolute" && of.parentElement !== null) return of.parentElement;
    const { width, height } = of.getBoundingClientRect();
    const label = (of as HTMLInputElement).labels?.[0];
    return Math.min(width, height) < 4 && label !== undefined ? label : of;
  }

  function hiddenBy(of: Element): string {
    const shown = shownFor(of);
    const rect = shown.getClientRects()[0];
    if (rect === undefined || rect.width < 2 || rect.height < 2) return "it has no size";
    if (!shown.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return "it is not visible";
    const left = Math.max(0, rect.left);
    const right = Math.min(innerWidth, rect.right);
    const top = Math.max(0, rect.top);
    const bottom = Math.min(innerHeight, rect.bottom);
    if (right <= left || bottom <= top) return `it lies outside of the window, at ${rectWords(rect)}`;
    const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    if (hit === null || hit === shown || shown.contains(hit) || hit.contains(shown)) return "";
    if (hit.closest("label") !== null && [...((of as HTMLInputElement).labels ?? [])].includes(hit.closest("label")!)) {
      return "";
    }
    return `it is covered by ${wordsOf(hit)}, at ${rectWords(rect)}`;
  }

  /** The next stop stands below the one before it, or right of it; the order of the page's regions is not looked at. */
  function disorderOf(from: Element, to: Element): string {
    const region = (of: Element) =>
      of.closest("dialog, [popover], header, aside, section, form, .shell-list, .shell-map");
    if (region(from) !== region(to)) return "";
    const a = shownFor(from).getBoundingClientRect();
    const b = shownFor(to).getBoundingClientRect();
    const isAbove = b.bottom <= a.top + 1 && b.left < a.right - 1;
    const isLeft = b.right <= a.left + 1 && b.top < a.bottom - 1 && b.bottom > a.top + 1 && b.top <= a.top + 1;
    return isAbove || isLeft ? `${wordsOf(from)} at ${rectWords(a)} ▸ ${wordsOf(to)} at ${rectWords(b)}` : "";
  }

  function rectWords({ left, top, width, height }: DOMRect): string {
    return `${left.toFixed(0)},${top.toFixed(0)} ${width.toFixed(0)}×${height.toFixed(0)}`;
  }
}

export async function focusNow(page: Page): Promise<Focus> {
  return page.evaluate(lookAtFocus);
}

/** The element that has the focus can be seen (WCAG 2.4.11), and the one before it was marked while it had it (2.4.7). */
export async function expectFocusSeen(page: Page): Promise<Focus> {
  const first = await focusNow(page);
  expect(first.unmarkedBefore, "an element whose focus is not to be seen").toBeNull();
  if (first.hidden === "") return first;
  // What is scrolled or slides in gets its time.
  await expect
    .poll(async () => (await focusNow(page)).hidden, { message: `${first.words} has the focus`, timeout: 5000 })
    .toBe("");
  return first;
}

async function hasFocus(target: Locator): Promise<boolean> {
  const look = () => target.evaluateAll((elements) => elements.includes(document.activeElement as HTMLElement));
  // What has just been opened may not have its name yet.
  return (await look()) || look();
}

/** Whether the first of the elements stands before the focus, so that the way to it is back. */
async function isBefore(target: Locator): Promise<boolean> {
  return target.first().evaluate((element) => {
    const active = document.activeElement;
    if (active === null || active === document.body) return false;
    return (element.compareDocumentPosition(active) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  });
}

/**
 * Goes to a control by Tab, or by Shift and Tab where it stands before the focus. Fails where the focus is lost or comes
 * round without reaching it, and at each stop that cannot be seen.
 */
export async function reach(page: Page, target: Locator): Promise<void> {
  await expect(target.first()).toBeAttached();
  const key = (await isBefore(target)) ? "Shift+Tab" : "Tab";
  const way: Focus[] = [];
  while (!(await hasFocus(target))) {
    const focus = await step(page, key, way);
    if (focus === null) {
      throw new Error(`lost or round before it was reached, by ${key} to ${String(target)}:\n${courseOf(way)}`);
    }
  }
  await expectFocusSeen(page);
}

/** After something was done the focus is still somewhere, in sight. */
export async function expectFocusKept(page: Page): Promise<void> {
  await expect.poll(async () => (await focusNow(page)).words, { message: "what has the focus" }).not.toBe("");
  await expectFocusSeen(page);
}

/** Goes to a control and presses a key on it. */
export async function press(page: Page, target: Locator, key = "Enter"): Promise<void> {
  await reach(page, target);
  await page.keyboard.press(key);
}

/** Goes to a field and types a text in place of what stands there. */
export async function enter(page: Page, target: Locator, text: string): Promise<void> {
  await reach(page, target);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(text);
}

/** The stops of the whole page up to its end. */
export async function walkThere(page: Page): Promise<readonly Focus[]> {
  const way: Focus[] = [];
  while ((await step(page, "Tab", way)) !== null);
  return way;
}

/**
 * The stops of the whole page from its end to its beginning. The end is gone to first, as beyond it lie the browser's own
 * controls, from where no test comes back.
 */
export async function walkBack(page: Page, end: Focus): Promise<readonly Focus[]> {
  let last = await focusNow(page);
  for (let presses = 0; last.words !== end.words; presses++) {
    if (presses > MOST_STOPS) throw new Error(`${end.words} is not reached again`);
    await page.keyboard.press("Tab");
    last = await focusNow(page);
  }
  const way = [await expectFocusSeen(page)];
  while ((await step(page, "Shift+Tab", way)) !== null);
  return way;
}

/** One press of a key, its stop put to the way; `null` where the page ends or the way begins anew. */
async function step(page: Page, key: string, way: Focus[]): Promise<Focus | null> {
  const last = way.at(-1)?.stop ?? null;
  for (let parts = 0; parts < MOST_PARTS; parts++) {
    await page.keyboard.press(key);
    const focus = await expectFocusSeen(page);
    if (focus.stop !== null && focus.stop === last) continue;
    if (focus.stop === null || way.some(({ stop }) => stop === focus.stop)) return null;
    way.push(focus);
    if (way.length > MOST_STOPS) throw new Error(`no end, by ${key}:\n${courseOf(way)}`);
    return focus;
  }
  throw new Error(`the focus is trapped, by ${key}:\n${courseOf(way)}`);
}

function courseOf(way: readonly Focus[]): string {
  return way
    .slice(-12)
    .map(({ words }) => words)
    .join("\n");
}
