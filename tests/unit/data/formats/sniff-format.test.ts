import { describe, expect, it } from "vitest";
import { sniffFormat } from "#data/formats/sniff-format.ts";

/** Bytes of a text whose characters are all below 256. */
const bytes = (latin: string): Uint8Array => Uint8Array.from(Array.from(latin, (letter) => letter.charCodeAt(0)));
const sniff = (content: string, name = "file"): string => {
  const sniffed = sniffFormat(bytes(content), name);
  if (sniffed.kind === "format") return sniffed.format;
  if (sniffed.kind === "zip") return "zip";
  const { code, params } = sniffed.issue;
  return "kind" in params ? `${code}: ${params.kind}` : "part" in params ? `${code}: ${params.part}` : code;
};

describe("sniffFormat", () => {
  it.each([
    ["PK\x03\x04", "zip"],
    ["SQLite format 3\0", "geopackage"],
    ["fgb\x03fgb\x00", "flatgeobuf"],
    ["id,name\n1,a", "delimited-text"],
    ["<5 employees;yes\n1;2", "delimited-text"],
    ['  {"type": "Feature"}', "geojson"],
    ["\xef\xbb\xbf[1]", "geojson"],
    ['{"type":"Feature"}\n{"type":"Feature"}\n', "geojson-lines"],
    ['\x1e{"type":"Feature"}\n', "geojson-lines"],
    ['<?xml version="1.0"?><!-- a --><kml xmlns="x">', "kml"],
    ["<kml:kml>", "kml"],
    ["\xff\xfe<\0g\0p\0x\0>\0", "gpx"],
    ["i\0d\0;\0n\0a\0m\0e\0", "delimited-text"],
  ])("tells %j as %s by its content alone", (content, expected) => {
    expect(sniff(content)).toBe(expected);
  });

  it.each([
    ["", "empty-file"],
    [" \r\n\t", "empty-file"],
    ["\xef\xbb\xbf", "empty-file"],
    ["%PDF-1.7", "unsupported-file: pdf"],
    ["\x89PNG\r\n", "unsupported-file: image"],
    ["\xff\xd8\xff\xe0", "unsupported-file: image"],
    ["\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "unsupported-file: xls"],
    ["\x1f\x8b\x08", "unsupported-file: archive"],
    ["<!DOCTYPE html><html>", "unsupported-file: html"],
    ["<HTML><body>404</body>", "unsupported-file: html"],
    ['<?xml version="1.0"?><rss>', "unsupported-file: xml"],
    ["a\0b\0\0c\x01", "unsupported-file: binary"],
    [`\0\0\x27\x0a${"\0".repeat(24)}\xe8\x03\0\0${"\0".repeat(68)}`, "shapefile-part-alone: shp"],
  ])("says why %j is not read: %s", (content, expected) => {
    expect(sniff(content)).toBe(expected);
  });

  it("tells a table of a Shapefile by name and header", () => {
    const header = `\x03\x7a\x01\x01\x01\0\0\0\x41\0\x05\0${"\0".repeat(53)}\r`;
    expect(sniff(header, "a.dbf")).toBe("shapefile-part-alone: dbf");
  });

  it.each([
    ["null", "a.geojson", "geojson"],
    ["null", "a.csv", "delimited-text"],
    ["{broken\n{}", "a.ndjson", "geojson-lines"],
    ['{"type":"Feature"}', "a.geojsonl", "geojson-lines"],
    ['{"type":"FeatureCollection","features":[]}', "a.geojsonl", "geojson"],
    ["[m],name\n1,a", "a.csv", "delimited-text"],
    ["id,name\n1,a", "a.geojsonl", "geojson-lines"],
    ["<kml/>", "a.csv", "kml"],
    ['{"type":"Feature"}', "a.csv", "geojson"],
  ])("lets the name decide only where the content fits several: %j in %s is %s", (content, name, expected) => {
    expect(sniff(content, name)).toBe(expected);
  });
});
