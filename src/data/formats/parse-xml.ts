import { DOMParser, ParseError, type Document, type Element } from "@xmldom/xmldom";
import { quoted } from "../json.ts";
import { MOST, overLimit } from "#domain/limits.ts";
import { reasonOf, refuse, type Refused } from "./opened.ts";
import { scanTags } from "./scan-tags.ts";

/** Parses XML; of a fault, the line on which it shows is told. What is too deep, too much or declares entities is not parsed. */
export function parseXml(text: string, file: string): { readonly document: Document } | Refused {
  const why = whyNotParsed(text);
  if (why !== null) return refuse(file, why);
  const faults: { readonly reason: string; readonly line: number }[] = [];
  try {
    const parser = new DOMParser({
      onError(level, message, context: { readonly locator?: { readonly lineNumber?: number } }) {
        if (level !== "warning") faults.push({ reason: message, line: context.locator?.lineNumber ?? 1 });
      },
    });
    // eslint-disable-next-line no-restricted-syntax -- a tree of its own that is never part of the page
    const document = parser.parseFromString(text, "application/xml");
    if (faults.length === 0) return { document };
  } catch (error) {
    if (!(error instanceof ParseError) && !(error instanceof RangeError)) throw error;
    faults.push({ reason: reasonOf(error), line: 1 });
  }
  const { reason, line } = faults[0]!;
  return {
    issues: [
      {
        severity: "error",
        place: { kind: "row", file, row: Math.max(1, line) },
        code: "not-xml",
        params: { reason: quoted(reason) },
      },
    ],
  };
}

function whyNotParsed(text: string): Parameters<typeof refuse>[1] | null {
  let [depth, deepest, elements, entities] = [0, 0, 0, 0];
  scanTags(text, (kind, from) => {
    if (kind === "declaration") entities += Number(text.startsWith("ENTITY", from));
    else if (kind === "end") depth -= 1;
    else {
      elements += 1;
      deepest = Math.max(deepest, depth + 1);
      if (kind === "start") depth += 1;
    }
  });
  if (entities > 0) return { code: "declares-entities", params: {} };
  if (deepest > MOST.depth) return overLimit("depth");
  return elements > MOST.elements ? overLimit("elements") : null;
}

/** The elements directly inside one, in order. */
export function childElements(element: Element): Element[] {
  return Array.from(element.childNodes).filter((node): node is Element => node.nodeType === 1);
}
