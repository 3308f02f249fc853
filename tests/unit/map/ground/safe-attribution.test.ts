import { describe, expect, it } from "vitest";
import { safeAttribution } from "#map/ground/safe-attribution.ts";

describe("the attribution of others", () => {
  it("keeps text and links to the web", () => {
    expect(safeAttribution('<a href="https://maps.example/a?b=1&amp;c=2" onclick="x()">Maps</a> &copy; A & B')).toBe(
      '<a href="https://maps.example/a?b=1&amp;c=2" target="_blank" rel="noopener noreferrer">Maps</a> &copy; A &amp; B',
    );
    expect(safeAttribution("<a href='http://maps.example'>Maps")).toBe(
      '<a href="http://maps.example/" target="_blank" rel="noopener noreferrer">Maps</a>',
    );
  });

  it("is read no further than a line in a corner is long", () => {
    expect(safeAttribution("<".repeat(1e6)).length).toBeLessThan(10_000);
    expect(safeAttribution(`${"a".repeat(1e6)}<b>`)).toMatch(/^a+$/);
  });

  it.each([
    ["<img src=x onerror=alert(1)>Maps", "Maps"],
    ['<a href="javascript:alert(1)">Maps</a>', "Maps"],
    ["<script>alert(1)</script>", "alert(1)"],
    ["<<b>b>Maps", "b&gt;Maps"],
    ["Maps <unfinished", "Maps &lt;unfinished"],
    ['<a title="1" href=https://maps.example/"onmouseover="x">M</a>', "M"],
  ])("makes of %s %s", (stated, safe) => {
    expect(safeAttribution(stated)).toContain(safe);
    expect(safeAttribution(stated)).not.toMatch(/<(?!\/?a[ >])|\son\w+=|javascript:/);
  });
});
