import type { Format } from "#i18n/format.ts";
import type { Translate } from "#i18n/translate.ts";

/** "840 bytes", "12.3 kB", "1.2 MB", "2 GB"; 1 kB is 1,000 bytes. */
export function fileSizeWords(bytes: number, translate: Translate, format: Format): string {
  if (bytes < 1000) return translate("export.bytes", { count: bytes });
  if (bytes < 999_950) return translate("export.kilobytes", { size: format.number(bytes / 1000, 1) });
  if (bytes < 999_950_000) return translate("export.megabytes", { size: format.number(bytes / 1_000_000, 1) });
  return translate("export.gigabytes", { size: format.number(bytes / 1_000_000_000, 1) });
}
