import { createPoints, createRandom } from "./random.ts";
import { SECTORS } from "#domain/actor/actor.ts";

const WORDS = ["Műhely", "Kovač", "Bäckerei", "Café", "Lokal", "Studio", "Trgovina", "Officina", "Handel", "Servis"];
const TOWNS = ["Freiberg", "Komló", "Piran", "Castello di Godego", "Lokve", "Pécs", "Görlitz", "Székesfehérvár"];
const STREETS = ["Hauptstraße", "Fő utca", "Glavna ulica", "Via Roma", "Trg slobode"];

/** An actor as a register states it; the same for the same seed and index. */
export interface ActorRowText {
  readonly id: string;
  readonly name: string;
  readonly sector: string;
  readonly country: string;
  readonly municipality: string;
  readonly address: string;
  readonly lon: number;
  readonly lat: number;
  readonly website: string;
}

/** @yields `count` actors, some 100 bytes each as CSV */
export function* createActorRows(count: number, seed = 1): Generator<ActorRowText> {
  const random = createRandom(seed);
  const { lon, lat, sector } = createPoints(count, random);
  const pick = (words: readonly string[]) => words[Math.floor(random() * words.length)] ?? "";
  for (let index = 0; index < count; index++) {
    yield {
      id: `a-${String(index)}`,
      name: `${pick(WORDS)} ${pick(WORDS)} ${String(index)}`,
      sector: SECTORS[sector[index] ?? 0] ?? "trade",
      country: pick(["DE", "HU", "SI", "IT", "HR"]),
      municipality: pick(TOWNS),
      address: `${pick(STREETS)} ${String(Math.floor(random() * 200))}`,
      lon: Math.round((lon[index] ?? 0) * 1e6) / 1e6,
      lat: Math.round((lat[index] ?? 0) * 1e6) / 1e6,
      website: `https://${String(index)}.example`,
    };
  }
}

const COLUMNS = ["id", "name", "sector", "country", "municipality", "address", "lon", "lat", "website"] as const;

/** In parts, so that a large file never is one text. */
export function actorCsv(count: number, seed = 1): Blob {
  const parts: string[] = [];
  let part = `${COLUMNS.join(",")}\n`;
  for (const row of createActorRows(count, seed)) {
    part += `${COLUMNS.map((column) => String(row[column])).join(",")}\n`;
    if (part.length > 1 << 20) {
      parts.push(part);
      part = "";
    }
  }
  return new Blob([...parts, part], { type: "text/csv" });
}

export function actorGeojson(count: number, seed = 1): string {
  const features = Array.from(createActorRows(count, seed), ({ lon, lat, ...properties }) =>
    JSON.stringify({ type: "Feature", properties, geometry: { type: "Point", coordinates: [lon, lat] } }),
  );
  return `{"type":"FeatureCollection","features":[${features.join(",\n")}]}`;
}
