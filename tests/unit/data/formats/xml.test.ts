import { describe, expect, it } from "vitest";
import { readSource, sourceOf } from "../../../helpers/open-files.ts";

const kml = (content: string) =>
  readSource(sourceOf(`<kml xmlns="http://www.opengis.net/kml/2.2">\n${content}\n</kml>`, "a.kml"));
const gpx = (content: string) =>
  readSource(sourceOf(`<gpx xmlns="http://www.topografix.com/GPX/1/1">${content}</gpx>`, "a.gpx"));

describe("openKml", () => {
  it("makes folders and extended data properties", async () => {
    const { table, rows, points } = await kml(`<Document><Folder><name>North</name><Folder><name>Mills</name>
      <Placemark id="p1"><name>Mill</name><description><![CDATA[<b>old</b>]]></description>
      <ExtendedData><Data name="use"><value>none</value></Data></ExtendedData>
      <Point><coordinates>14.5,46.1,0</coordinates></Point></Placemark></Folder></Folder></Document>`);
    expect(Object.fromEntries(table?.headers.map((header, index) => [header, rows[0]?.cells[index]]) ?? [])).toEqual({
      id: "p1",
      folder: "North / Mills",
      name: "Mill",
      description: "<b>old</b>",
      use: "none",
    });
    expect(points).toMatchObject([{ lon: 14.5, lat: 46.1 }]);
  });

  it("takes no offence at the winding of areas", async () => {
    const { points, issues } = await kml(`<Placemark><Polygon><outerBoundaryIs><LinearRing>
      <coordinates>0,0 0,2 2,2 2,0 0,0</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>`);
    expect(issues).toEqual([]);
    expect(points).toMatchObject([{ lon: 1, lat: 1, onSurface: true }]);
  });

  it("names a placemark whose coordinates cannot be read", async () => {
    const { rows, issues } = await kml(`<Placemark><name>a</name></Placemark>
      <Placemark><Point><coordinates>here</coordinates></Point></Placemark>`);
    expect(rows).toHaveLength(2);
    expect(issues).toMatchObject([
      { code: "unreadable-shape", place: { kind: "feature", feature: 2, property: null }, params: { reason: "here" } },
    ]);
  });

  it("tells the line of a fault in the markup", async () => {
    const { issues } = await kml("<Document>\n<Placemark>\n</Document>");
    expect(issues).toMatchObject([{ code: "not-xml", place: { kind: "row", row: 3 } }]);
  });
});

describe("openGpx", () => {
  it("reads waypoints, routes and tracks in the order of the file", async () => {
    const { table, rows, points } = await gpx(`<metadata><name>x</name></metadata>
      <wpt lat="46" lon="14"><ele>300</ele><name>Mill</name><link href="https://a.example"><text>t</text></link></wpt>
      <rte><name>R</name><rtept lat="0" lon="0"/><rtept lat="0" lon="4"/></rte>
      <trk><extensions><x:kind xmlns:x="x">walk</x:kind></extensions>
      <trkseg><trkpt lat="0" lon="0"/><trkpt lat="2" lon="0"/></trkseg><trkseg><trkpt lat="9" lon="9"/></trkseg></trk>`);
    expect(table?.headers).toEqual(["gpx", "ele", "name", "link", "kind"]);
    expect(rows.map(({ cells }) => cells)).toEqual([
      ["wpt", "300", "Mill", "https://a.example", ""],
      ["rte", "", "R", "", ""],
      ["trk", "", "", "", "walk"],
    ]);
    expect(points).toMatchObject([{ lon: 14, lat: 46 }, { lon: 2, lat: 0 }, { lon: 0, lat: 1 }]); // prettier-ignore
  });

  it("keeps a waypoint whose position is no number, and says so", async () => {
    const { rows, points, issues } = await gpx('<wpt lat="46,1" lon="14"/><wpt lon="14"/>');
    expect(rows).toHaveLength(2);
    expect(points).toEqual([{ kind: "faulty" }, { kind: "faulty" }]);
    expect(issues).toMatchObject([
      { code: "not-a-number", params: { found: "46,1" }, place: { kind: "feature", feature: 1 } },
      { code: "not-a-number", params: { found: "" }, place: { kind: "feature", feature: 2 } },
    ]);
  });
});
