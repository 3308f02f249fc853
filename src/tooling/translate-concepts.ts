/** Texts of the bundled reuse concepts in another language, by `<id>.name`, `<id>.summary` and `<id>.need-<n>`, n from 1. */
export type ConceptTexts = Readonly<Record<string, string>>;

interface ConceptsFile {
  readonly concepts: readonly {
    readonly id: string;
    readonly name: string;
    readonly summary: string;
    readonly needs: readonly { readonly reason: string }[];
  }[];
}

/**
 * Puts other words to the concepts of `concepts.json`; ids, needs, numbers and sources stay.
 * @throws where a text is missing, or one is there that belongs to nothing
 */
export function translateConcepts<T extends ConceptsFile>(file: T, texts: ConceptTexts, name: string): T {
  const left = new Set(Object.keys(texts));
  const take = (key: string) => {
    const text = texts[key];
    if (text === undefined || text === "") throw new Error(`${name} lacks ${key}`);
    left.delete(key);
    return text;
  };
  const concepts = file.concepts.map((concept) => ({
    ...concept,
    name: take(`${concept.id}.name`),
    summary: take(`${concept.id}.summary`),
    needs: concept.needs.map((need, at) => ({ ...need, reason: take(`${concept.id}.need-${String(at + 1)}`) })),
  }));
  if (left.size > 0) throw new Error(`${name} has texts of no concept: ${[...left].join(", ")}`);
  return { ...file, concepts };
}
