const LANGUAGE_OF_COUNTRY: Readonly<Record<string, string>> = {
  AT: "de",
  CZ: "cs",
  DE: "de",
  HR: "hr",
  HU: "hu",
  IT: "it",
  PL: "pl",
  SI: "sl",
  SK: "sk",
};

/** BCP 47 code of the language in which a country's local names are mostly written; `undefined` where several are. */
export function localLanguage(country: string | null): string | undefined {
  return country === null ? undefined : LANGUAGE_OF_COUNTRY[country];
}
