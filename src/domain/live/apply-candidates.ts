import type { SiteId } from "../site/site.ts";
import { addTable } from "../workspace/add-table.ts";
import { applyChanges } from "../workspace/apply-changes.ts";
import { changesBetween } from "../workspace/compare-workspaces.ts";
import type { SiteRow } from "../workspace/edits.ts";
import { currentSites } from "../workspace/loaded-rows.ts";
import { putSites, revertSite } from "../workspace/make-changes.ts";
import { rowOfSite, tableOfSites } from "../workspace/rows.ts";
import type { LoadedTable, TableInfo } from "../workspace/table.ts";
import type { Change, Workspace } from "../workspace/workspace.ts";
import { fillRow, withNote } from "./fill-row.ts";
import type { SiteCandidate, SiteService } from "./site-candidate.ts";

/** What becomes of a candidate; one without a decision stays where it is. */
export type CandidateDecision =
  { readonly kind: "accept" } | { readonly kind: "reject" } | { readonly kind: "merge"; readonly into: SiteId };

export interface CandidateTerms {
  readonly candidates: readonly SiteCandidate[];
  /** By identifier of the candidate. */
  readonly decisions: ReadonlyMap<SiteId, CandidateDecision>;
  /** The table of a service that shall hold so many sites, in place of an earlier one. */
  readonly describe: (service: SiteService, rowCount: number, before: TableInfo | null) => TableInfo<"sites">;
  /** How the source of what is merged is named in the note of a site, with a page. */
  readonly cite: (service: SiteService, page: string) => string;
}

type SitesTable = Extract<LoadedTable, { readonly info: TableInfo<"sites"> }>;

/**
 * The changes that carry the decisions out: accepted candidates join the one table of their service, merged ones fill the
 * gaps of a site, which is an edit by hand. What was deleted by hand and is accepted again is there again.
 */
export function applyCandidates(workspace: Workspace, terms: CandidateTerms): readonly Change[] {
  let now = workspace;
  for (const service of ["overpass", "wikidata"] as const) now = withAccepted(now, service, terms);
  now = applyChanges(now, putSites(now, mergedRows(now, terms)));
  return changesBetween(workspace, now);
}

/** The table that holds the sites taken over from a service. */
export function siteTableOf(workspace: Workspace, service: SiteService): SitesTable | null {
  const found = workspace.tables.find(({ info }) => info.kind === "sites" && info.asked?.service === service);
  return (found as SitesTable | undefined) ?? null;
}

function withAccepted(
  workspace: Workspace,
  service: SiteService,
  { candidates, decisions, describe }: CandidateTerms,
): Workspace {
  const accepted = candidates.filter(
    (candidate) => candidate.service === service && decisions.get(candidate.row.id)?.kind === "accept",
  );
  if (accepted.length === 0) return workspace;
  const ids = new Set<string>(accepted.map(({ row }) => row.id));
  const before = siteTableOf(workspace, service);
  const kept =
    before === null
      ? []
      : before.records.id.flatMap((id, index) => (ids.has(id) ? [] : [rowOfSite(before.records, index)]));
  const records = tableOfSites([...kept, ...accepted.map(({ row }) => row)]);
  const info = describe(service, records.count, before?.info ?? null);
  const after = applyChanges(
    workspace,
    addTable(workspace, { added: { info, records }, replaces: before?.info.id ?? null, fills: [] }),
  );
  const deleted = accepted.filter(({ row }) => after.edits.sites.get(row.id)?.kind === "deleted");
  return applyChanges(
    after,
    deleted.map(({ row }) => revertSite(after, row.id)),
  );
}

/** The sites as they read once everything is merged into them; sites that are gone by now are left out. */
function mergedRows(workspace: Workspace, { candidates, decisions, cite }: CandidateTerms): readonly SiteRow[] {
  const merges = candidates.flatMap((candidate) => {
    const decision = decisions.get(candidate.row.id);
    return decision?.kind === "merge" ? [{ candidate, into: decision.into }] : [];
  });
  const rows = new Map(
    currentSites(
      workspace,
      merges.map(({ into }) => into),
    ),
  );
  for (const { candidate, into } of merges) {
    const row = rows.get(into);
    if (row === undefined) continue;
    const filled = fillRow(row, candidate.row);
    rows.set(
      into,
      candidate.pages.reduce(
        (noted, page, at) => withNote(noted, at === 0 ? cite(candidate.service, page) : page),
        filled,
      ),
    );
  }
  return [...rows.values()];
}
