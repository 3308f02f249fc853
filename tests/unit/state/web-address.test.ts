import { describe, expect, it } from "vitest";
import { positionSourceAddress, webAddress } from "#state/web-address.ts";

describe("webAddress", () => {
  it("links http and https, shown by host", () => {
    expect(webAddress("https://www.example.org/a?b=1")).toEqual({
      href: "https://www.example.org/a?b=1",
      host: "example.org",
      isPage: true,
    });
    expect(webAddress("http://kanal-ri.hr/vijesti")?.host).toBe("kanal-ri.hr");
  });

  it.each(["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "example.org", "", null])(
    "does not link %s",
    (text) => {
      expect(webAddress(text)).toBeNull();
    },
  );
});

describe("positionSourceAddress", () => {
  it("opens the GeoNames page of an id", () => {
    expect(positionSourceAddress("geonames:3196251")?.href).toBe("https://www.geonames.org/3196251");
  });

  it("takes an address as it is and nothing else", () => {
    expect(positionSourceAddress("https://example.org/map")?.host).toBe("example.org");
    expect(positionSourceAddress("geonames:abc")).toBeNull();
    expect(positionSourceAddress(null)).toBeNull();
  });
});
