import { DOMParser, ParseError, type Document, type Element } from "@xmldom/xmldom";
import { quoted } from "../json.ts";
import { reasonOf, type Refused } from "./opened.ts";

/** Parses XML; of a fault, the line on which it shows is told. */
export function parseXml(text: string, file: string): { readonly document: Document } | Refused {
  const faults: { readonly reason: string; readonly line: number }[] = [];
  try {
    const parser = new DOMParser({
      onError(level, message, context: { readonly locator?: { readonly lineNumber?: number } }) {
        if (level !== "warning") faults.push({ reason: message, line: context.locator?.lineNumber ?? 1 });
      },
    });
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

/** The elements directly inside one, in order. */
export function childElements(element: Element): Element[] {
  return Array.from(element.childNodes).filter((node): node is Element => node.nodeType === 1);
}
