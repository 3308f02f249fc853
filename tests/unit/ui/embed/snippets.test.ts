import { DOMParser } from "@xmldom/xmldom";
import { describe, expect, it } from "vitest";
import { frameHtml, listenerHtml } from "#ui/embed/snippets.ts";

const LINK = "https://atlas.example/a/?v=1&embed=1&country=HR.SI&q=%22%3Cb%3E&lang=de";

/** The attributes of the frame as a parser reads them. */
function attributesOf(html: string): Readonly<Record<string, string>> {
  const frame = new DOMParser({
    onError: (_, message) => {
      throw new Error(message);
    },
  }).parseFromString(html, "text/xml").documentElement;
  expect(frame?.tagName).toBe("iframe");
  expect(frame?.childNodes).toHaveLength(0);
  return Object.fromEntries([...(frame?.attributes ?? [])].map(({ name, value }) => [name, value]));
}

describe("the HTML of a frame", () => {
  it("has link, title, height, comes late, and tells nothing of the page around", () => {
    expect(frameHtml({ link: LINK, title: "REFREsh Atlas: map", height: 480 })).toBe(`<iframe
  src="https://atlas.example/a/?v=1&amp;embed=1&amp;country=HR.SI&amp;q=%22%3Cb%3E&amp;lang=de"
  title="REFREsh Atlas: map"
  width="100%"
  height="480"
  style="border: 0"
  loading="lazy"
  referrerpolicy="no-referrer"
></iframe>`);
  });

  it.each([
    `"><script>alert(1)</script>`,
    `" onload="alert(1)`,
    `' onload='alert(1)`,
    `a & b &amp; &lt; &#34;`,
    `</iframe><img src=x onerror=alert(1)>`,
    "Zobák-akna – «Südfeld» 🏭",
  ])("gives back a title as it is, and nothing beside it: %s", (title) => {
    const attributes = attributesOf(frameHtml({ link: LINK, title, height: 600 }));
    expect(Object.keys(attributes)).toEqual(
      ["src", "title", "width", "height", "style", "loading", "referrerpolicy"], // prettier-ignore
    );
    expect(attributes["title"]).toBe(title);
    expect(attributes["src"]).toBe(LINK);
  });
});

describe("the script of the page around", () => {
  /** Runs it in a page of which messages and console are seen. */
  function run(html: string) {
    const source = /^<script>\n([\s\S]*)<\/script>$/.exec(html)?.[1] ?? "";
    let hear: (event: object) => void = () => undefined;
    const logged: unknown[][] = [];
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- what the user is given is run as a page would run it
    const script = new Function("addEventListener", "console", `${source}\nreturn openAtlasSite;`) as (
      ...given: readonly unknown[]
    ) => unknown;
    const openSite = script((_: string, listener: typeof hear) => (hear = listener), {
      log: (...words: unknown[]) => logged.push(words),
    }) as (id: string | null) => void;
    return { hear: (event: object) => { hear(event); }, logged, openSite }; // prettier-ignore
  }
  const DATA = {
    type: "refresh-atlas:selection",
    version: 1,
    site: { id: "a", name: "Mill" },
    sites: { count: 2, ids: ["a", "b"] },
    link: "https://atlas.example/",
  };

  it("hears the selection from the atlas alone, and answers there alone", () => {
    const posted: unknown[][] = [];
    const source = { postMessage: (...given: unknown[]) => posted.push(given) };
    const page = run(listenerHtml("https://atlas.example"));
    page.openSite("a");
    for (const event of [
      { origin: "https://atlas.example.evil", data: DATA },
      { origin: "https://evil.example", data: DATA },
      { origin: "https://atlas.example", data: null },
      { origin: "https://atlas.example", data: "refresh-atlas:selection" },
      { origin: "https://atlas.example", data: { ...DATA, version: 2 } },
    ])
      page.hear({ ...event, source });
    expect([page.logged, posted]).toEqual([[], []]);
    page.hear({ origin: "https://atlas.example", data: DATA, source });
    expect(page.logged).toEqual([["Mill", 2, "https://atlas.example/"]]);
    page.openSite("b");
    expect(posted).toEqual([[{ type: "refresh-atlas:select", version: 1, id: "b" }, "https://atlas.example"]]);
  });

  it("does not end early, whatever the origin", () => {
    const html = listenerHtml(`https://x"</script><script>alert(1)`);
    expect(html.match(/<\/?script/g)).toEqual(["<script", "</script"]);
    expect(run(html).logged).toEqual([]);
  });
});
