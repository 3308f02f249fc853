/** Entities of entities: nine levels of ten would be a thousand million laughs. */
export function laughs(levels = 9): string {
  const entities = Array.from({ length: levels }, (_, level) => {
    const inner = level === 0 ? "lol" : `&lol${String(level - 1)};`.repeat(10);
    return `<!ENTITY lol${String(level)} "${inner}">`;
  });
  return `<!DOCTYPE kml [${entities.join("")}]>`;
}

export const LAST_LAUGH = "&lol8;";

/** An entity that stands for a file, or for what another host says. */
export function externalEntity(address: string): string {
  return `<!DOCTYPE kml [<!ENTITY xxe SYSTEM "${address}"><!ENTITY % all SYSTEM "${address}"> %all;]>`;
}

export function kmlOf(content: string, doctype = ""): string {
  return `<?xml version="1.0"?>${doctype}<kml xmlns="http://www.opengis.net/kml/2.2"><Document>${content}</Document></kml>`;
}

export function placemark(name: string, content = "<Point><coordinates>14.5,46.1</coordinates></Point>"): string {
  return `<Placemark><name>${name}</name>${content}</Placemark>`;
}

export function gpxOf(content: string, doctype = ""): string {
  return `<?xml version="1.0"?>${doctype}<gpx xmlns="http://www.topografix.com/GPX/1/1">${content}</gpx>`;
}

export function deepElements(name: string, depth: number, content = ""): string {
  return `<${name}>`.repeat(depth) + content + `</${name}>`.repeat(depth);
}
