import { isMessageKey } from "#i18n/catalogs.ts";
import type { Translate } from "#i18n/translate.ts";
import type { Step } from "#state/workspace-store.ts";

/** What a step did: "Site “Old mill” changed". */
export function stepWords({ label, params }: Step, translate: Translate): string {
  const key = `history.${label}`;
  return isMessageKey(key) ? translate(key, params) : label;
}
