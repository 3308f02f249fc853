import { wantMessages } from "#i18n/catalogs.ts";

/** Loads code together with the words that rooms and issues need. */
export async function withWords<T>(load: () => Promise<T>): Promise<T> {
  const [loaded] = await Promise.all([load(), wantMessages("rooms", "issues")]);
  return loaded;
}
