import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { Linter } from "eslint";
import { beforeAll, describe, expect, it } from "vitest";

const RULE = "no-restricted-syntax";
const CONFIG = resolve(import.meta.dirname, "../../eslint.config.js");

let rule: Linter.RuleEntry;
beforeAll(async () => {
  const { default: configs } = (await import(pathToFileURL(CONFIG).href)) as { readonly default: Linter.Config[] };
  rule = configs.findLast(({ rules }) => rules?.[RULE] !== undefined)!.rules![RULE]!;
}, 60_000);

function faultsOf(code: string): number {
  const languageOptions = { parserOptions: { ecmaFeatures: { jsx: true } } };
  return new Linter().verify(code, { languageOptions, rules: { [RULE]: rule } }).length;
}

describe("lint", () => {
  it.each([
    "<a href={address}>x</a>",
    "<a {...props}>x</a>",
    "<a {...{ href: address }}>x</a>",
    "<iframe {...props} />",
    "element.href = address;",
    'element["href"] = address;',
    'element["innerHTML"] = text;',
    "element.innerHTML = text;",
    "Object.assign(element, { href: address });",
    'Object.assign(element, { "innerHTML": text });',
    'element.setAttribute("HREF", address);',
    "<p dangerouslySetInnerHTML={{ __html: text }} />",
    "window.open(address);",
    "location.href = address;",
  ])("forbids %s", (code) => {
    expect(faultsOf(code)).toBeGreaterThan(0);
  });

  it.each([
    '<a href="https://example.org">x</a>',
    "<a {...linkAttributes(address)}>x</a>",
    "<a href={`#${id}`}>x</a>",
    "<p {...props}>x</p>",
    "Object.assign(row, linkAttributes(link));",
    'element["title"] = text;',
  ])("allows %s", (code) => {
    expect(faultsOf(code)).toBe(0);
  });
});
