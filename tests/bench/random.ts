/** Numbers in [0, 1), the same at every run (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Points in clusters of some 20 km across, as towns have them, over Central Europe. */
export function createPoints(
  count: number,
  random: () => number,
): { readonly lon: Float64Array; readonly lat: Float64Array; readonly sector: Uint8Array } {
  const towns = Array.from({ length: 300 }, () => ({ lon: 6 + random() * 16, lat: 43 + random() * 9 }));
  const gaussian = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const lon = new Float64Array(count);
  const lat = new Float64Array(count);
  const sector = new Uint8Array(count);
  for (let index = 0; index < count; index++) {
    const town = towns[Math.floor(random() ** 2 * towns.length)] ?? { lon: 14, lat: 47 };
    lon[index] = town.lon + gaussian() * 0.12;
    lat[index] = town.lat + gaussian() * 0.09;
    sector[index] = Math.floor(random() * 3);
  }
  return { lon, lat, sector };
}
