import type { OwnRow } from "#data/bundled/read-declarations.ts";

/** What of Table Schema (Data Package 2.0) our description uses. */
export interface Field {
  readonly name: string;
  readonly type: string;
  readonly description: string;
  readonly constraints?: Readonly<Record<string, unknown>>;
}
export interface Resource {
  readonly name: string;
  readonly path: string;
  readonly schema: {
    readonly fields: readonly Field[];
    readonly missingValues: readonly string[];
    readonly primaryKey: readonly string[];
    readonly foreignKeys?: readonly {
      readonly fields: readonly string[];
      readonly reference: { readonly resource: string; readonly fields: readonly string[] };
    }[];
  };
}

const LEXICAL: Readonly<Record<string, RegExp>> = {
  string: /^[^]*$/,
  number: /^-?\d+(\.\d+)?$/,
  integer: /^-?\d+$/,
  year: /^-?\d{4}$/,
};

/** Everything in which tables break their schema, as "table row N, column: what". Row 1 is the header. */
export function findViolations(
  resources: readonly Resource[],
  tables: ReadonlyMap<string, readonly OwnRow[]>,
): string[] {
  const violations: string[] = [];
  for (const { name, schema } of resources) {
    const rows = tables.get(name) ?? [];
    const say = (index: number, column: string, what: string) =>
      violations.push(`${name} row ${String(index + 2)}, ${column}: ${what}`);
    const header = Object.keys(rows[0] ?? {});
    if (header.join() !== schema.fields.map((field) => field.name).join()) violations.push(`${name}: other columns`);
    for (const field of schema.fields) {
      checkField(
        field,
        rows.map((row) => row[field.name] ?? ""),
        schema.missingValues,
        (index, what) => say(index, field.name, what),
      );
    }
    const keys = rows.map((row) => schema.primaryKey.map((column) => row[column]).join("\n"));
    for (const [index, key] of keys.entries()) {
      if (keys.indexOf(key) !== index) say(index, schema.primaryKey.join(), "key occurs twice");
    }
    for (const { fields, reference } of schema.foreignKeys ?? []) {
      const known = new Set(
        (tables.get(reference.resource) ?? []).map((row) => reference.fields.map((column) => row[column]).join("\n")),
      );
      for (const [index, row] of rows.entries()) {
        const values = fields.map((column) => row[column] ?? "");
        if (values.every((value) => schema.missingValues.includes(value))) continue;
        if (!known.has(values.join("\n"))) say(index, fields.join(), `no such row in ${reference.resource}`);
      }
    }
  }
  return violations;
}

function checkField(
  field: Field,
  cells: readonly string[],
  missingValues: readonly string[],
  say: (index: number, what: string) => void,
): void {
  const lexical = LEXICAL[field.type];
  if (lexical === undefined) throw new Error(`the type ${field.type} is not checked`);
  const constraints = Object.entries(field.constraints ?? {}).map(([name, value]) => constraint(name, value));
  for (const [index, cell] of cells.entries()) {
    if (missingValues.includes(cell)) {
      if (field.constraints?.["required"] === true) say(index, "missing");
      continue;
    }
    if (!lexical.test(cell)) say(index, `"${cell}" is no ${field.type}`);
    for (const { name, holds } of constraints) {
      if (!holds(cell, index, cells)) say(index, `"${cell}" breaks ${name}`);
    }
  }
}

interface Constraint {
  readonly name: string;
  readonly holds: (cell: string, index: number, cells: readonly string[]) => boolean;
}

function constraint(name: string, value: unknown): Constraint {
  switch (name) {
    case "required":
      return { name, holds: () => true };
    case "unique":
      return { name, holds: (cell, index, cells) => cells.indexOf(cell) === index };
    case "pattern": {
      const pattern = new RegExp(`^(?:${String(value)})$`, "u");
      return { name, holds: (cell) => pattern.test(cell) };
    }
    case "enum":
      return { name, holds: (cell) => (value as readonly string[]).includes(cell) };
    case "minimum":
      return { name, holds: (cell) => Number(cell) >= Number(value) };
    case "maximum":
      return { name, holds: (cell) => Number(cell) <= Number(value) };
    default:
      throw new Error(`the constraint ${name} is not checked`);
  }
}
