import encodeQR from "qr";
import type { QrCode } from "#ui/paper/paper-actions.ts";

/** A code of more characters has modules too small for a camera, at the size at which it is printed. */
const MOST_CHARACTERS = 500;

/** Light modules around a code, at least as many as the standard asks for. */
const BORDER = 4;

/** `null` where the text is too long to be read from paper. */
export function qrCode(text: string): QrCode | null {
  if (text.length > MOST_CHARACTERS) return null;
  const rows = encodeQR(text, "raw", { ecc: "low", border: BORDER });
  const runs = rows.flatMap((row, y) =>
    Array.from(row, (isDark, x) => (isDark && row[x - 1] !== true ? run(row, x, y) : "")),
  );
  return { side: rows.length, path: runs.join("") };
}

function run(row: readonly boolean[], from: number, y: number): string {
  const end = row.indexOf(false, from);
  const length = String((end < 0 ? row.length : end) - from);
  return `M${String(from)} ${String(y)}h${length}v1h-${length}z`;
}
