import { writeProject } from "#data/project/write-project.ts";
import type { Project } from "#data/project/project.ts";
import { readLink, writeLink } from "#state/link-codec.ts";
import { replaceView } from "#state/view-store.ts";
import { doStep } from "#state/workspace-store.ts";
import type { Change, Workspace } from "#domain/workspace/workspace.ts";
import type { OpenReport } from "#ui/actions.ts";
import type { ImportTasks } from "#workers/import-protocol.ts";
import type { ActionHost } from "./action-host.ts";
import { createPause } from "./pause.ts";
import { runWorker } from "./run-worker.ts";
import { saveBlob } from "./save-blob.ts";
import { APP_VERSION } from "./version.ts";

/** Saves the imported and the hypothetical tables, the edits, the mappings and the view as one file. */
export async function saveProject({ stores, keeper }: ActionHost): Promise<void> {
  const { tables, edits } = stores.workspace.getState().workspace;
  const project: Project = {
    tables: tables.filter(({ info }) => info.origin !== "bundled"),
    edits,
    mappings: (await keeper.recallMappings()).map(({ key, mapping }) => ({ key, mapping })),
    link: writeLink(stores.view.getState()),
  };
  const savedAt = new Date().toISOString();
  const blob = await writeProject(project, { appVersion: APP_VERSION, savedAt }, createPause());
  saveBlob(blob, `refresh-atlas-${savedAt.slice(0, 10)}.atlas.zip`);
}

/** Adds what a project holds to what is there, as one step that can be undone, and shows its view. */
export async function openProject({ stores, keeper }: ActionHost, file: File): Promise<OpenReport> {
  const { project, issues } = await readInWorker(file);
  if (project === null) return { kind: "failed", file: file.name, issues };
  const changes = changesOf(stores.workspace.getState().workspace, project);
  if (changes.length > 0) {
    doStep(stores.workspace, { changes, label: "project-opened", params: { title: file.name } });
  }
  for (const { key, mapping } of project.mappings) await keeper.rememberMapping(key, mapping);
  const link = readLink(project.link);
  if (project.link !== "") replaceView(stores.view, link.view);
  const { tables, edits } = project;
  return {
    kind: "project",
    file: file.name,
    tables: tables.length,
    edits: edits.sites.size + edits.actors.size + edits.concepts.size,
    issues: [...issues, ...link.issues],
  };
}

async function readInWorker(file: File): Promise<ImportTasks["read-project"]["result"]> {
  const worker = runWorker<ImportTasks>(
    (name) => new Worker(new URL("../workers/import.worker.ts", import.meta.url), { type: "module", name }),
    () => undefined,
  );
  try {
    return await worker.client.call("read-project", { file, name: file.name });
  } finally {
    worker.end();
  }
}

/** A table takes the place of the one with its identifier; a record reads as the project has it. */
function changesOf({ tables, edits }: Workspace, project: Project): readonly Change[] {
  return [
    ...project.tables.map((after): Change => {
      const { id } = after.info;
      return { kind: "table", id, before: tables.find(({ info }) => info.id === id) ?? null, after };
    }),
    ...[...project.edits.sites].map(([id, after]): Change => ({
      kind: "site",
      id,
      before: edits.sites.get(id) ?? null,
      after,
    })),
    ...[...project.edits.actors].map(([id, after]): Change => ({
      kind: "actor",
      id,
      before: edits.actors.get(id) ?? null,
      after,
    })),
    ...[...project.edits.concepts].map(([id, after]): Change => ({
      kind: "concept",
      id,
      before: edits.concepts.get(id) ?? null,
      after,
    })),
  ];
}
