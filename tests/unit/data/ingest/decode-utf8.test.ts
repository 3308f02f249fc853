import { describe, expect, it } from "vitest";
import { decodeUtf8 } from "#data/ingest/decode-utf8.ts";

describe("decodeUtf8", () => {
  it("decodes and takes off a byte order mark", () => {
    expect(decodeUtf8(Uint8Array.of(0xef, 0xbb, 0xbf, 0xc3, 0xb6))).toEqual({ ok: true, value: "ö" });
  });

  it.each([
    ["a letter in a single-byte encoding", [0x4b, 0x6f, 0xf3, 0x6d], 2],
    ["a byte that begins nothing", [0x41, 0xff], 1],
    ["a letter cut off at the end", [0x41, 0x42, 0xc3], 2],
  ])("names the byte of %s", (_, bytes, byte) => {
    expect(decodeUtf8(Uint8Array.from(bytes))).toEqual({ ok: false, failure: { code: "not-utf8", params: { byte } } });
  });
});
