/** A tag as it stands in an XML text; `declaration` is one of `<!ENTITY`, `<!ELEMENT` and their like. */
export type TagKind = "start" | "end" | "empty" | "declaration";

const [BANG, SLASH, QUESTION, GREATER, DOUBLE, SINGLE] = [0x21, 0x2f, 0x3f, 0x3e, 0x22, 0x27];

/**
 * Walks through the tags of an XML text in one go, without building anything of it. What is no XML is for the parser to tell.
 * @param visit is given where the inside of each tag begins and ends
 */
export function scanTags(text: string, visit: (kind: TagKind, from: number, to: number) => void): void {
  for (let at = text.indexOf("<"); at !== -1; at = text.indexOf("<", at)) {
    at += 1;
    switch (text.charCodeAt(at)) {
      case BANG:
        if (text.startsWith("!--", at)) at = behind(text, "-->", at + 3);
        else if (text.startsWith("![CDATA[", at)) at = behind(text, "]]>", at + 8);
        // The tags inside a document type are met one by one.
        else visit("declaration", at + 1, text.length);
        break;
      case QUESTION:
        at = behind(text, "?>", at);
        break;
      case SLASH:
        visit("end", at + 1, at);
        break;
      default: {
        const end = endOfTag(text, at);
        const isEmpty = text.charCodeAt(end - 1) === SLASH;
        visit(isEmpty ? "empty" : "start", at, isEmpty ? end - 1 : end);
        at = end;
      }
    }
  }
}

/** Behind the next of some signs; the end where there are none. */
function behind(text: string, signs: string, from: number): number {
  const at = text.indexOf(signs, from);
  return at === -1 ? text.length : at + signs.length;
}

/** Where the bracket stands that closes a tag: not inside of quotes. */
function endOfTag(text: string, from: number): number {
  let quote = 0;
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === GREATER) return at;
    else if (code === DOUBLE || code === SINGLE) quote = code;
  }
  return text.length;
}
