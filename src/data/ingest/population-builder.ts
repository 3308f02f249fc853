import type { PopulationTable } from "#domain/population/population.ts";
import { CodedTextBuilder, FloatBuilder, PackedTextBuilder } from "./column-builders.ts";
import { tableColumn } from "./columns-of-row.ts";
import { amountReader, countryReader, fieldOf, type FieldReader } from "./field-readers.ts";
import { nameReader, type BuilderSource, type TableBuilder } from "./table-builder.ts";

export function populationBuilder(source: BuilderSource): TableBuilder<"population"> {
  const { raw, mapping } = source;
  const field = (name: string) => fieldOf(raw, mapping, name);
  const residents = field("residents");
  const amount = amountReader(residents, mapping.decimalMark, "error");
  const readResidents: FieldReader<number> = (row, faults) => {
    const before = faults.length;
    const people = amount(row, faults);
    if (Number.isNaN(people) && faults.length === before) {
      const place = residents?.place(row) ?? raw.place(row.number, null);
      faults.push({ severity: "error", place, code: "missing-value", params: { column: "residents" } });
    }
    return people;
  };
  const columns = {
    name: tableColumn(nameReader(source, "name"), new PackedTextBuilder()),
    country: tableColumn(countryReader(field("country")), new CodedTextBuilder()),
    residents: tableColumn(readResidents, new FloatBuilder()),
  };
  return {
    columns,
    point: "needed",
    finish(finished, count): PopulationTable {
      const of = finished as { readonly [N in keyof typeof columns]: ReturnType<(typeof columns)[N]["finish"]> } & {
        readonly lon: Float64Array;
        readonly lat: Float64Array;
      };
      return { count, name: of.name, country: of.country, lon: of.lon, lat: of.lat, residents: of.residents };
    },
  };
}
