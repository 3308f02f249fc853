import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { findBareText } from "../../helpers/find-bare-text.ts";

const ROOT = resolve(import.meta.dirname, "../../..");
const FOLDERS = ["app", "design", "i18n", "map", "state", "ui", "workers"];

/** Words that may stand in the code, by the files that hold them. Each has to be found, or has to go. */
const ALLOWED: readonly { readonly files: RegExp; readonly words: RegExp; readonly because: string }[] = [
  { files: /^ui\/(shell\/header|paper\/paper-page)\.tsx$/, words: /^(REFREsh( Atlas)?|Atlas)$/, because: "the name of the product" },
  { files: /^app\/programme\.ts$/, words: /^-\/\/REFREsh Atlas\/\/$/, because: "the name of the product, in a calendar's PRODID" },
  { files: /^ui\/programme\/programme-room\.tsx$/, words: /^(CSV|GeoJSON)$/, because: "names of formats" },
  { files: /^ui\/embed\/snippets\.ts$/, words: /^<script> let atlas|^\) return; if \(data/, because: "code that is copied" },
  { files: /^app\/prepare-ground\.ts$/, words: /OpenStreetMap<\/a>$/, because: "OpenFreeMap's own line" },
  { files: /^map\/ground\/safe-attribution\.ts$/, words: /noopener noreferrer/, because: "link types" },
  { files: /^ui\/(embed\/embed-form|import\/address-form|ground\/choose-basemap)\.tsx$/, words: /^https:\/\/$/, because: "how an address begins" },
  { files: /^map\/(layers\/fonts|site-image)\.ts$/, words: /IBM Plex Sans/, because: "the name of a font" },
  { files: /^map\/layers\/fonts\.ts$/, words: /^Aaé Ł/, because: "letters that make the browser load a font; never drawn" },
  { files: /^map\/popups\.ts$/, words: /^(map-chooser-\w+ map-chooser-\w+|noopener noreferrer)$/, because: "classes and link types" },
  { files: /^ui\/benchmark\/\w.*-chart\.tsx$/, words: /^(code|name|words)$/, because: "the field of a mark's data that Plot writes" },
  { files: /^ui\/(edit\/(position-fields|record-form)|what-if\/suppose-form)\.tsx$/, words: /^(category|heritage|industry|precision|protection|sector|status)$/, because: "what keys of messages begin with" },
  { files: /^ui\/paper\/comparison-pages\.tsx$/, words: /^h3$/, because: "an element" },
  { files: /^ui\/paper\/paper-map\.tsx$/, words: /^L$/, because: "a command of an SVG path" },
  { files: /^app\/(pause|recompute)\.ts$/, words: /^The (work was given up|rule went on)$/, because: "why a signal was aborted: never shown" },
  { files: /^workers\/(client|service-host)\.ts$/, words: /^The (task was cancelled|waiting was given up)$/, because: "why a signal was aborted: never shown" },
  { files: /^app\/main\.tsx$/, words: /^ResizeObserver loop$/, because: "how a browser's own message begins" },
  { files: /^ui\/shared\/site-symbol\.tsx$/, words: /^var\(--symbol-ground, /, because: "a colour" },
  { files: /^state\/link-(codec|spaces)\.ts$/, words: /^(GeoNames id(, lat\/lon)?|concept, own-concept|status, verdict, id)$/, because: "what may stand in a link, in the link's own codes" },
]; // prettier-ignore

const files = FOLDERS.flatMap((folder) =>
  readdirSync(resolve(ROOT, "src", folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => `${folder}/${name.replaceAll("\\", "/")}`),
);
const findings = files.flatMap((file) =>
  findBareText(file, readFileSync(resolve(ROOT, "src", file), "utf8")).map((finding) => ({ file, ...finding })),
);
const isAllowed = (file: string, words: string) =>
  ALLOWED.some((entry) => entry.files.test(file) && entry.words.test(words));

describe("the page", () => {
  it("says nothing that is in no catalog, and fixes no language", () => {
    expect(files.length).toBeGreaterThan(300);
    expect(
      findings
        .filter(({ file, words }) => !isAllowed(file, words))
        .map(({ file, line, kind, words }) => `src/${file}:${String(line)} ${kind}: ${words}`),
    ).toEqual([]);
  });

  it("makes no exception that is not needed", () => {
    const idle = ALLOWED.filter(
      (entry) => !findings.some(({ file, words }) => entry.files.test(file) && entry.words.test(words)),
    );
    expect(idle.map(({ because }) => because)).toEqual([]);
  });
});

describe("the search for bare text", () => {
  const wordsIn = (code: string) => findBareText("planted.tsx", code).map(({ words }) => words);

  it.each([
    ["text of an element", "const a = <p>Sites</p>;", ["Sites"]],
    ["text beside an expression", "const a = <p>{count} sites</p>;", ["sites"]],
    ["a literal as a child", 'const a = <p>{"Sites"}</p>;', ["Sites"]],
    ["both ways of a condition", 'const a = <p>{many ? "Sites" : "Site"}</p>;', ["Sites", "Site"]],
    ["what a condition lets through", 'const a = <p>{many && "Sites"}</p>;', ["Sites"]],
    ["what stands for a missing value", 'const a = <p>{name ?? "Nameless"}</p>;', ["Nameless"]],
    ["pieces of a template", "const a = <p>{`${count} sites`}</p>;", ["sites"]],
    ["a sum of texts", 'const a = <p>{count + " sites"}</p>;', ["sites"]],
    ["a condition inside a template", 'const a = <p>{`${many ? "Sites" : translate(key)}: `}</p>;', ["Sites"]],
    ["a constant", 'const TITLE = "Sites"; const a = <p>{TITLE}</p>;', ["Sites"]],
    ["a record of constants", 'const T = { a: "Sites" } as const; const a = <p>{T[key]}</p>;', ["Sites"]],
    ["a word between joined texts", 'const a = <p>{names.join(" and ")}</p>;', ["and"]],
    ["an attribute that is read aloud", 'const a = <button aria-label="Close" />;', ["Close"]],
    ["an attribute with a condition", 'const a = <button title={open ? "Close" : "Open"} />;', ["Close", "Open"]],
    ["an attribute with a template", "const a = <img alt={`Map of ${name}`} />;", ["Map of"]],
    ["a property of a component", 'const a = <Dialog heading="Export" />;', ["Export"]],
    ["a property of what is spread", 'const a = <p {...{ "aria-label": "Close" }} />;', ["Close"]],
    ["an element made by a function", 'createElement("p", null, "Sites");', ["Sites"]],
    ["the text of a node", 'node.textContent = "Sites";', ["Sites"]],
    ["the title of the page", "document.title = `${name} – sites`;", ["– sites"]],
    ["an attribute that is set", 'node.setAttribute("aria-label", "Close");', ["Close"]],
    ["an option", 'new Option("Country");', ["Country"]],
    ["a word on validity", 'field.setCustomValidity("Missing");', ["Missing"]],
    ["a question", 'window.confirm("Discard?");', ["Discard?"]],
    ["text drawn on a canvas", 'context.fillText("Sites", 0, 0);', ["Sites"]],
    ["prose wherever it stands", 'say("Nothing was found here");', ["Nothing was found here"]],
    ["a number in the browser's language", "count.toLocaleString();", ["count.toLocaleString()"]],
    ["a day in a fixed language", 'day.toLocaleDateString("en-GB");', ['day.toLocaleDateString("en-GB")']],
    ["the default language", "new Intl.NumberFormat();", ["new Intl.NumberFormat()"]],
    ["the default language, with options", "new Intl.Collator(undefined, {});", ["new Intl.Collator(undefined, {})"]],
    ["an order in no language", "a.localeCompare(b);", ["a.localeCompare(b)"]],
  ])("finds %s", (_, code, words) => {
    expect(wordsIn(code)).toEqual(words);
  });

  it.each([
    ["messages", 'const a = <p title={translate("list.title")}>{translate(`sector.${sector}`)}</p>;'],
    ["marks without letters", 'const a = <p>{at} · {count > 0 && ", "} &nbsp;|</p>;'],
    ["classes", 'const a = <p className="list row wide">{name}</p>;'],
    ["selectors", 'root.querySelector("main button");'],
    ["exceptions", "throw new Error(`the messages of the part of ${key} are not loaded`);"],
    ["exceptions of its own", 'class Lost extends Error { constructor() { super("a part is lost"); } }'],
    ["what is compared", 'const a = <p>{kind === "site" && name}</p>;'],
    ["keys", 'announce({ label: "site-added" });'],
    ["types", 'type A = "one of two"; import x from "one two";'],
    [
      "the page's language",
      "count.toLocaleString(language); new Intl.Collator(language); a.localeCompare(b, language);",
    ],
  ])("leaves %s", (_, code) => {
    expect(wordsIn(code)).toEqual([]);
  });
});
