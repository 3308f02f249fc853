/**
 * Layout of the file of populated places, little-endian throughout:
 *
 * | bytes | content |
 * | --- | --- |
 * | 8 | {@link PLACES_MAGIC}, ASCII |
 * | 4 · 4 | number of countries c, of places p, of bytes of names b and of exonyms e |
 * | 6 · c | country code (2 bytes ASCII), its number of places (4 bytes), by code |
 * | 4 · p | GeoNames id, as difference to the one before in the same country; ids ascend |
 * | 4 · p, 4 · p | longitude + 180, latitude + 90, times {@link UNITS_PER_DEGREE} |
 * | 4 · p | population |
 * | b | names, UTF-8, a line feed between two |
 * | e | exonyms, UTF-8, JSON: by GeoNames id an object of names by language |
 *
 * The columns of p numbers are written as byte planes. Places stand by country and id, which compresses best; the
 * reader puts them in order of population.
 */
export const PLACES_MAGIC = "REFPLAC2";
export const PLACES_HEADER_BYTES = 8 + 4 * 4;
export const PLACES_COUNTRY_BYTES = 6;
/** GeoNames states five decimals. */
export const UNITS_PER_DEGREE = 100_000;
