/** Characters that are read of it: more is no line in the corner of a map. */
const MOST_CHARACTERS = 2000;

/**
 * What others state as their attribution as markup that holds text and links to the web alone: the map's control reads it as
 * markup. Other elements leave their text.
 */
export function safeAttribution(stated: string): string {
  let safe = "";
  let linked = false;
  for (const part of stated.slice(0, MOST_CHARACTERS).split(/(<[^<>]*>)/)) {
    if (!/^<[^<>]*>$/.test(part)) {
      safe += escapeText(part);
      continue;
    }
    if (/^<\/a\s*>$/i.test(part) && linked) {
      safe += "</a>";
      linked = false;
    }
    const href = hrefOf(part);
    if (href === null || linked) continue;
    safe += `<a href="${href}" target="_blank" rel="noopener noreferrer">`;
    linked = true;
  }
  if (linked) safe += "</a>";
  return safe.replace(/\s+/g, " ").trim();
}

/** References to characters stay what they are. */
function escapeText(text: string): string {
  return text
    .replace(/&(?!(?:[a-z][a-z0-9]*|#\d+|#x[\da-f]+);)/gi, "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}

/** The address of a link to the web, fit to stand in quotes; `null` for all else. */
function hrefOf(tag: string): string | null {
  if (!/^<a\s/i.test(tag)) return null;
  const [, , double, single, bare] = /\shref\s*=\s*("([^"]*)"|'([^']*)'|([^\s>"']+))/i.exec(tag) ?? [];
  const address = (double ?? single ?? bare ?? "").replaceAll("&amp;", "&").trim();
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return null;
  return new URL(address).href.replaceAll("&", "&amp;").replaceAll('"', "%22").replaceAll("'", "%27");
}
