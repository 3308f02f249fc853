import { useId, useMemo, useState } from "react";
import type { Draft, Problem, ReadDraft } from "./draft.ts";

/** A draft with what its fields need. */
export interface Form<Field extends string> {
  readonly draft: Draft<Field>;
  /** Whether something was typed or chosen. */
  readonly dirty: boolean;
  /** What is wrong with a field, once it was left or saving was tried. */
  problem(field: Field): Problem | null;
  /** Of the field's control. */
  elementId(field: Field): string;
  set(change: Partial<Draft<Field>>): void;
  leave(field: Field): void;
}

export interface FormState<Row, Field extends string> extends Form<Field> {
  readonly result: ReadDraft<Row, Field>;
  /** Shows all problems. */
  showAll(): void;
}

/** @param read must be the same function while the form is open */
export function useForm<Row, Field extends string>(
  initial: Draft<Field>,
  read: (draft: Draft<Field>) => ReadDraft<Row, Field>,
): FormState<Row, Field> {
  const [start] = useState(initial);
  const [draft, setDraft] = useState(initial);
  const [left, setLeft] = useState<ReadonlySet<Field> | "all">(new Set());
  const prefix = useId();
  const result = useMemo(() => read(draft), [read, draft]);
  return {
    draft,
    dirty: (Object.keys(start) as Field[]).some((field) => draft[field] !== start[field]),
    result,
    problem: (field) => {
      const problem = result.problems.get(field) ?? null;
      if (left === "all") return problem;
      return left.has(field) && draft[field].trim() !== "" ? problem : null;
    },
    elementId: (field) => `${prefix}-${field}`,
    set(change) {
      setDraft((before) => ({ ...before, ...change }));
    },
    leave(field) {
      setLeft((before) => (before === "all" ? before : new Set([...before, field])));
    },
    showAll() {
      setLeft("all");
    },
  };
}
