import type { DataSource } from "#domain/data-source.ts";
import type { Dataset } from "#domain/dataset.ts";
import type { ReuseConcept } from "#domain/options/concept.ts";
import type { Invitation } from "#domain/options/invite.ts";
import type { ExportFormat } from "#domain/export/request.ts";
import { writeConcepts } from "../options/concepts-json.ts";
import { hypotheticalMembers } from "./hypothetical-members.ts";
import { APP, DISTANCE_WORDS } from "./export-metadata.ts";
import { slug } from "./export-name.ts";
import { NAME_ENDS, type ExportPlan } from "./export-plan.ts";
import { actorColumns, rounded, type CellValue, type ExportColumn } from "./export-rows.ts";
import { createExportWriter } from "./export-writer.ts";
import { actorSources, headsOf, rowsInPieces, type Layer } from "./layers.ts";

/** All that a file of an invitation list is made of; the same input gives the same bytes. */
export interface InvitationExport {
  readonly dataset: Dataset;
  readonly concept: ReuseConcept;
  /** Index in the site table. */
  readonly site: number;
  /** In the order of the file. */
  readonly invitations: readonly Invitation[];
  /** Each need of the concept in words, in its order. */
  readonly needWords: readonly string[];
  readonly title: string;
  /** The address that opens this very view. */
  readonly link: string;
  readonly appVersion: string;
}

/**
 * Writes whom to invite: actors under the names of our own tables, with how far they are and which needs they serve. The file
 * can be opened as a table of actors; it restores no view.
 */
export async function writeInvitations(
  list: InvitationExport,
  format: Extract<ExportFormat, "csv-spreadsheet" | "geojson">,
): Promise<{ readonly blob: Blob; readonly fileName: string }> {
  const layer = invitationLayer(list, format);
  const { dataset, concept, site, invitations } = list;
  const head = {
    name: layer.name,
    columns: headsOf(layer),
    rowCount: layer.rows.length,
    metadata: describe(list, layer),
  };
  const plan: ExportPlan = {
    format,
    layers: [head],
    metadata: head.metadata,
    date: dataset.date,
    readme: "",
    asArchive: false,
  };
  const writer = await createExportWriter(plan, {});
  for (const rows of rowsInPieces(layer)) writer.rows(0, rows);
  const parts = [APP, "invite", slug(dataset.sites.name[site] ?? "").slice(0, 40), concept.id];
  return {
    blob: writer.finish(),
    fileName: `${parts.filter((part) => part !== "").join("_")}_${String(invitations.length)}-actors${NAME_ENDS[format]}`,
  };
}

function invitationLayer(list: InvitationExport, format: ExportFormat): Layer {
  const { dataset, concept, site, invitations, needWords, link, appVersion } = list;
  const byActor = new Map(invitations.map((invitation) => [invitation.actor, invitation]));
  const rows = Uint32Array.from(invitations, ({ actor }) => actor);
  const constant = (name: string, value: CellValue): ExportColumn => ({ name, type: "text", value: () => value });
  const columns: readonly ExportColumn[] = [
    ...actorColumns(dataset),
    { name: "distance_m", type: "number", value: (actor) => rounded(byActor.get(actor)?.distanceMeters ?? NaN, 3) },
    {
      name: "invited_for",
      type: "text",
      value: (actor) => (byActor.get(actor)?.needs ?? []).map((need) => needWords[need]).join("; "),
    },
    constant("concept", concept.name),
    constant("invited_to_site_id", dataset.sites.id[site] ?? null),
    constant("invited_to_site", dataset.sites.name[site] ?? null),
  ];
  const versions = [
    constant("data_version", dataset.version),
    constant("data_date", dataset.date),
    constant("app_version", appVersion),
    constant("link", link),
    constant("text_guard", "apostrophe"),
  ];
  return {
    name: "actors",
    columns: format === "geojson" ? columns : [...columns, ...versions],
    rows,
    withoutPoint: 0,
    sources: actorSources(dataset, rows),
  };
}

/** No member `app`, by which files that restore a view are known. */
function describe({ title, appVersion, link, concept, dataset, site, needWords }: InvitationExport, layer: Layer) {
  return {
    title,
    writer: APP,
    app_version: appVersion,
    link,
    site: { id: dataset.sites.id[site], name: dataset.sites.name[site] },
    // As in a file of concepts, so that the rule of the list is there whole.
    concept: (JSON.parse(writeConcepts([concept], { title: "", note: "" })) as { readonly concepts: unknown[] })
      .concepts[0],
    needs_in_words: needWords,
    distance: DISTANCE_WORDS,
    count: layer.rows.length,
    ...hypotheticalMembers(dataset),
    data_version: dataset.version,
    data_date: dataset.date,
    sources: layer.sources.map(({ id, title: name, licence, licenceUrl, url, date, attribution }: DataSource) => ({
      id,
      title: name,
      licence,
      licence_url: licenceUrl,
      url,
      date,
      attribution,
    })),
  };
}
