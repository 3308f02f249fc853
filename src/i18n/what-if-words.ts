import type { Hypothetical } from "#domain/what-if/hypothetical.ts";
import type { TableTerms } from "#domain/what-if/hypothetical.ts";
import type { Translate } from "./translate.ts";

/** What the table of something supposed is called, and each record in it. */
export function hypotheticalWords(
  hypothetical: Hypothetical,
  translate: Translate,
): Pick<TableTerms, "title" | "nameOf"> {
  if (hypothetical.kind === "site") return { title: hypothetical.name, nameOf: () => hypothetical.name };
  const { sector, count } = hypothetical;
  const category = translate(`category.${hypothetical.category}`);
  const title = translate("what-if.actors-title", { count, category, sector: translate(`sector.${sector}.inline`) });
  return { title, nameOf: (number) => translate("what-if.actor-name", { category, number }) };
}
