import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";

const axePath = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly target: readonly string[]; readonly html: string }[];
  }[];
}

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Rules that axe holds back as experiments: that a name holds what is seen of it (WCAG 2.2, 2.5.3). */
const MORE_RULES = { "label-content-name-mismatch": { enabled: true } };

/**
 * What axe finds of WCAG 2.2 A and AA and of its rules of good practice, none switched off, in the page as it stands. The
 * script is put in past the page's own policy, which forbids foreign ones.
 */
export async function findBarriers(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(await readFile(axePath, "utf8"));
  // What is counted anew steps back until then, and what is fading in has not its contrast yet.
  await page.waitForFunction(
    () =>
      document.querySelector('[data-stale="true"]') === null &&
      !document.getAnimations().some((each) => each instanceof CSSTransition),
  );
  const options = { runOnly: TAGS, rules: MORE_RULES, resultTypes: ["violations"] };
  const result = await page.evaluate((given) => {
    const { axe } = globalThis as unknown as { axe: { run: (root: Document, options: object) => Promise<unknown> } };
    return axe.run(document, given);
  }, options);
  return (result as AxeResult).violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, html }) => `${id}: ${target.join(" ")} ${html.slice(0, 160)}`),
  );
}

/** Smallest target of WCAG 2.2, 2.5.8, CSS pixels. */
const LEAST = 24;

/**
 * Targets in sight that are less than 24 px wide or high, and have another target within the circle of 24 px around their
 * middle (WCAG 2.2, 2.5.8): links within a sentence, and controls as the browser draws them by default, are excepted there.
 */
export function findSmallTargets(page: Page): Promise<readonly string[]> {
  return page.evaluate((least) => {
    interface Target {
      readonly element: Element;
      readonly box: DOMRect;
    }
    const selector =
      'a[href], button, input:not([type="hidden"]), select, textarea, summary, label:has(input), [role="button"], [role="checkbox"], [role="radio"], [role="slider"], [role="tab"], [role="option"], [role="menuitem"], [tabindex]:not([tabindex="-1"])';
    const top = [...document.querySelectorAll("dialog:modal")].at(-1) ?? document;
    const all = [...top.querySelectorAll(selector)].filter(
      (element) =>
        element.checkVisibility({ visibilityProperty: true, opacityProperty: false }) &&
        !element.matches(":disabled, .visually-hidden, [aria-hidden=true] *") &&
        getComputedStyle(element).pointerEvents !== "none",
    );
    const targets: Target[] = [];
    for (const element of all) {
      // What is inside its label is hit by the label.
      const label = element.matches("input") ? element.closest("label") : null;
      if (label !== null && label !== element) continue;
      const box = element.getBoundingClientRect();
      if (box.width <= 1 || box.height <= 1) continue;
      targets.push({ element, box });
    }
    // A region that scrolls and takes the focus for it is no target.
    const pressed = targets.filter(
      ({ element }) =>
        element.matches("a, button, input, select, textarea, summary, label, [role]") &&
        !element.matches("[role=region], [role=group], [role=img]"),
    );
    const inSentence = ({ element }: Target) => {
      if (!element.matches("a, .button-link, button")) return false;
      if (getComputedStyle(element).display !== "inline" && !element.matches(".button-link")) return false;
      const parent = element.parentElement;
      const own = element.textContent.trim().length;
      return (
        parent !== null &&
        parent.textContent.trim().length > own + 1 &&
        parent.matches("p, li, dd, td, span, figcaption, caption")
      );
    };
    const near = (small: Target, other: Target) => {
      const x = small.box.left + small.box.width / 2;
      const y = small.box.top + small.box.height / 2;
      const radius = least / 2;
      const isSmall = other.box.width < least || other.box.height < least;
      if (isSmall) {
        const dx = other.box.left + other.box.width / 2 - x;
        const dy = other.box.top + other.box.height / 2 - y;
        if (Math.hypot(dx, dy) < 2 * radius) return true;
      }
      const dx = Math.max(other.box.left - x, 0, x - other.box.right);
      const dy = Math.max(other.box.top - y, 0, y - other.box.bottom);
      return Math.hypot(dx, dy) < radius;
    };
    return (
      pressed
        .filter(({ box }) => box.width < least - 0.01 || box.height < least - 0.01)
        .filter((target) => !inSentence(target))
        // The list of the same room opens the same activity from a target of full size (2.5.8, "Equivalent").
        .filter(({ element }) => !element.matches(".time-mark"))
        .filter((target) =>
          pressed.some(
            (other) =>
              other !== target &&
              !other.element.contains(target.element) &&
              !target.element.contains(other.element) &&
              near(target, other),
          ),
        )
        .map(
          ({ element, box }) =>
            `${element.tagName.toLowerCase()}.${element.getAttribute("class") ?? ""} “${(element.getAttribute("aria-label") ?? element.textContent).trim().slice(0, 40)}” ${box.width.toFixed(1)} × ${box.height.toFixed(1)}`,
        )
    );
  }, LEAST);
}
