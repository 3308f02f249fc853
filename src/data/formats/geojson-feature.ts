import type { Issue } from "#domain/issue.ts";
import { describeJsonType, isJsonObject } from "../json.ts";
import { checkBbox, checkMembers, checkTypeCase, geometryType, type Findings } from "./check-geometry.ts";
import type { SourceFeature } from "./feature-table.ts";

const FOREIGN_TO_FEATURE = ["coordinates", "geometries", "features"] as const;

/**
 * Takes a GeoJSON Feature apart; a bare geometry is a feature without properties where `geometryAllowed`. The geometry
 * itself is not checked.
 * @param place where a part of the feature stands, by its RFC 6901 path
 */
export function takeFeatureApart(
  json: unknown,
  number: number,
  place: Findings["place"],
  geometryAllowed: boolean,
): SourceFeature {
  const type = isJsonObject(json) ? json["type"] : null;
  if (geometryAllowed && geometryType(type) !== null)
    return { number, id: undefined, properties: null, geometry: json, fault: null, warnings: [] };
  const fault = (path: string, found: unknown): SourceFeature => {
    const issue: Issue = {
      severity: "error",
      place: place(path),
      code: "not-a-feature",
      params: { found: describeJsonType(found) },
    };
    return { number, id: undefined, properties: null, geometry: null, fault: issue, warnings: [] };
  };
  if (!isJsonObject(json) || typeof type !== "string" || type.toLowerCase() !== "feature") return fault("", json);
  const properties = json["properties"] ?? null;
  if (properties !== null && !isJsonObject(properties)) return fault("/properties", properties);
  const warnings: Issue[] = [];
  const findings = { faults: warnings, place };
  checkTypeCase(type, "Feature", "", findings);
  checkMembers(json, FOREIGN_TO_FEATURE, "Feature", "", findings);
  checkBbox(json, "", findings);
  for (const member of ["geometry", "properties"])
    if (!Object.hasOwn(json, member))
      warnings.push({ severity: "warning", place: place(""), code: "missing-member", params: { member } });
  const id = json["id"];
  const isPlain = id === undefined || typeof id === "string" || typeof id === "number";
  if (!isPlain)
    warnings.push({
      severity: "warning",
      place: place("/id"),
      code: "not-a-plain-value",
      params: { found: describeJsonType(id) },
    });
  return {
    number,
    id: isPlain ? id : undefined,
    properties,
    geometry: json["geometry"] ?? null,
    fault: null,
    warnings,
  };
}
