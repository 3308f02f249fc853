import decodeQR from "qr/decode.js";
import { describe, expect, it } from "vitest";
import { qrCode } from "../../../src/app/qr-code.ts";

/** Draws the path of a code, four pixels a module, as a camera would see it. */
function painted({ side, path }: { readonly side: number; readonly path: string }) {
  const scale = 4;
  const width = side * scale;
  const data = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row++) {
      for (let column = Number(x) * scale; column < (Number(x) + Number(length)) * scale; column++) {
        data.fill(0, (row * width + column) * 4, (row * width + column) * 4 + 3);
      }
    }
  }
  return { width, height: width, data };
}

describe("a QR code", () => {
  it.each(["https://example.org/atlas/?v=1&site=si-izola-shipyard", `https://example.org/?q=${"ő".repeat(100)}`])(
    "reads as its text: %s",
    (text) => {
      expect(decodeQR(painted(qrCode(text)!))).toBe(text);
    },
  );

  it("is not made of a text that could not be read from paper", () => {
    expect(qrCode(`https://example.org/?q=${"a".repeat(500)}`)).toBeNull();
  });
});
