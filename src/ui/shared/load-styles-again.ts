/**
 * Puts style sheets that did not arrive into the page anew: the loader of the build asks for each of them once only.
 * Rejects where one fails again.
 */
export async function loadStylesAgain(page: Document): Promise<void> {
  const missing = [...page.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')].filter(isEmpty);
  await Promise.all(
    missing.map(
      (link) =>
        new Promise<void>((resolve, reject) => {
          const anew = link.cloneNode() as HTMLLinkElement;
          anew.addEventListener("load", () => {
            resolve();
          });
          anew.addEventListener("error", () => {
            reject(new Error(`no style sheet at ${anew.href}`));
          });
          link.replaceWith(anew);
        }),
    ),
  );
}

/** A sheet that did not arrive has no rules, or none that may be read; those of the build have some. */
function isEmpty({ sheet }: HTMLLinkElement): boolean {
  try {
    return (sheet?.cssRules.length ?? 0) === 0;
  } catch {
    return true;
  }
}
