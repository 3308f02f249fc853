import type { Hypothetical, TableTerms } from "#domain/what-if/hypothetical.ts";
import type { Translate } from "./translate.ts";

/** What the table of something supposed is called, and each record in it. */
export function hypotheticalWords(
  hypothetical: Hypothetical,
  translate: Translate,
): Pick<TableTerms, "title" | "nameOf"> {
  if (hypothetical.kind === "site") return { title: hypothetical.name, nameOf: () => hypothetical.name };
  const { count } = hypothetical;
  const sector = translate(`sector.${hypothetical.sector}.inline`);
  if (hypothetical.category === "unknown") {
    return {
      title: translate("what-if.actors-of-sector", { count, sector }),
      nameOf: (number) => translate("what-if.actor-of-sector", { sector, number }),
    };
  }
  const category = translate(`category.${hypothetical.category}`);
  const title = translate("what-if.actors-title", { count, category, sector });
  return { title, nameOf: (number) => translate("what-if.actor-name", { category, number }) };
}
