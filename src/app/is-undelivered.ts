/**
 * Whether an error says that a script or style sheet of the page did not arrive. Browsers have no code for it: these are the
 * words of Chromium, Firefox and Safari, and of the build's loader of styles.
 */
export function isUndelivered(error: unknown): boolean {
  return (
    error instanceof Error &&
    /dynamically imported module|importing a module script failed|unable to preload css/i.test(error.message)
  );
}
