import type { FilePart, PartProgress, WantedFile } from "#domain/live/file-part.ts";
import { AS_RECOGNISED, type Mapping, type ReadingOptions } from "#domain/ingest/mapping.ts";
import { KEEP_DUPLICATES, type OpenedSource, type TableSettings } from "#domain/ingest/report.ts";
import type { LoadedRecords } from "#data/ingest/read-table.ts";
import { workspaceBeside } from "#domain/workspace/add-table.ts";
import { actorsInSteps, sitesInSteps } from "#domain/workspace/compose-dataset.ts";
import type { TableId, TableInfo, TableKind } from "#domain/workspace/table.ts";
import type { Translate } from "#i18n/translate.ts";
import { setImport, type ImportState } from "#state/import-store.ts";
import type { Stores } from "#state/stores.ts";
import type { ImportActions, ImportSource } from "#ui/import/import-actions.ts";
import { isAbortError, WorkerGoneError } from "#workers/client.ts";
import type { ImportTasks } from "#workers/import-protocol.ts";
import type { WorkspaceKeeper } from "./keep-workspace.ts";
import { createPause, inTurns } from "./pause.ts";
import { saveBlob } from "./save-blob.ts";
import { createWorkerRun } from "./worker-run.ts";

/** The file as it was given; kept for opening it again. */
interface Given {
  readonly blob: Blob;
  readonly name: string;
  /** Where it was read; `null` for a file of the user's. */
  readonly part: FilePart | null;
}

/**
 * Fills in what the interface asks of an import. Each import has a worker of its own, which ends with it: so giving up is
 * at once, and what it held is free.
 */
export function createImports(stores: Stores, keeper: WorkspaceKeeper, translate: Translate): ImportActions {
  const { imports: store } = stores;
  let given: Given | null = null;
  let wanted: WantedFile | null = null;
  let mappingKey = "";
  const state = () => store.getState();
  const fail = (code: "import-ended" | "import-bug") => {
    setImport(store, { phase: "failed", file: given?.name ?? "", code });
  };
  const { client, run, endWorker, end } = createWorkerRun<ImportTasks>({
    make: (name) => new Worker(new URL("../workers/import.worker.ts", import.meta.url), { type: "module", name }),
    onGone() {
      const { phase } = state();
      if (phase === "mapping" || phase === "report") fail("import-ended");
    },
    onFailed(error) {
      fail(error instanceof WorkerGoneError ? "import-ended" : "import-bug");
    },
  });

  const openGiven = (options: ReadingOptions) => {
    const source = given;
    if (source === null) return;
    run(async (signal) => {
      setImport(store, { phase: "opening", file: source.name });
      const result = await client().call("open", { source: source.blob, name: source.name, options }, { signal });
      if (!result.ok) {
        setImport(store, { phase: "unreadable", file: source.name, issues: result.issues });
        return;
      }
      ({ mappingKey } = result);
      const kept = await keeper.recallMapping(mappingKey);
      signal.throwIfAborted();
      const fits = kept !== null && fitsColumns(kept, result.opened);
      const found = source.part === null ? result.opened : { ...result.opened, part: source.part };
      const opened = fits ? { ...found, mapping: kept, mappingRemembered: true } : found;
      showMapping(opened, opened.mapping, opened.crsCandidates.length === 0, signal);
    });
  };

  /** Asks the host of a file for it; what comes is opened as a file. */
  const fetchWanted = (asked: WantedFile) => {
    const file = fileNameOf(asked.address);
    run(async (signal) => {
      const onProgress = (progress: PartProgress) => {
        if (!signal.aborted) setImport(store, { phase: "fetching", file, wanted: asked, progress });
      };
      onProgress({ bytes: 0, requests: 0 });
      const { readAddress } = await import("./read-address.ts");
      const answer = await readAddress(asked, tableOfFile(stores, asked.address), signal, onProgress);
      signal.throwIfAborted();
      if (!answer.ok) {
        const { problem, fileBytes } = answer;
        setImport(store, { phase: "not-fetched", file, wanted: asked, problem, fileBytes });
        return;
      }
      given = answer;
      openGiven(AS_RECOGNISED);
    });
  };

  const showMapping = (opened: OpenedSource, mapping: Mapping, crsConfirmed: boolean, signal: AbortSignal) => {
    const before = state();
    const preview = before.phase === "mapping" ? before.preview : null;
    setImport(store, { phase: "mapping", opened, mapping, crsConfirmed, preview });
    void client()
      .call("preview", { mapping }, { signal })
      .then((made) => {
        const now = state();
        if (now.phase === "mapping" && now.mapping === mapping) setImport(store, { ...now, preview: made });
      })
      .catch((error: unknown) => {
        if (isAbortError(error) || error instanceof WorkerGoneError) return;
        throw error;
      });
  };

  /** Reads all rows; they are compared with the tables that stay beside this one. */
  const readRows = (opened: OpenedSource, mapping: Mapping, settings: TableSettings) => {
    run(async (signal) => {
      setImport(store, { phase: "reading", opened, mapping, progress: 0, rowsRead: 0 });
      const onProgress = ({ share, rows }: { share: number; rows: number }) => {
        if (!signal.aborted) {
          setImport(store, { phase: "reading", opened, mapping, progress: share, rowsRead: rows });
        }
      };
      const loaded = await loadedRecords(stores, settings.replaces, mapping, signal);
      const summary = await client().call("read", { mapping, loaded }, { signal, onProgress });
      setImport(store, { phase: "report", opened, mapping, summary, decisions: KEEP_DUPLICATES, settings });
    });
  };

  const inReport = (): Extract<ImportState, { phase: "report" }> => {
    const now = state();
    if (now.phase !== "report") throw new Error("asked outside the report of an import");
    return now;
  };

  return {
    open(source) {
      end();
      wanted = null;
      given = asGiven(source, translate("open.pasted-name"));
      openGiven(AS_RECOGNISED);
    },
    openAddress(asked) {
      end();
      given = null;
      wanted = asked;
      fetchWanted(asked);
    },
    reopen(options) {
      if (given === null && wanted !== null) fetchWanted(wanted);
      else openGiven(options);
    },
    setKind(kind) {
      const now = state();
      if (now.phase !== "mapping") return;
      run(async (signal) => {
        const { mapping, crsCandidates } = await client().call("suggest", { kind }, { signal });
        showMapping({ ...now.opened, crsCandidates }, mapping, crsCandidates.length === 0, signal);
      });
    },
    setMapping(mapping, crsConfirmed) {
      const now = state();
      if (now.phase !== "mapping") return;
      run((signal) => {
        showMapping(now.opened, mapping, crsConfirmed, signal);
      });
    },
    read() {
      const now = state();
      if (now.phase !== "mapping") return;
      const { opened, mapping } = now;
      void keeper.rememberMapping(mappingKey, mapping);
      readRows(opened, mapping, proposedSettings(opened, mapping, stores));
    },
    back() {
      const now = state();
      if (now.phase !== "reading" && now.phase !== "report") return;
      run((signal) => {
        showMapping(now.opened, now.mapping, true, signal);
      });
    },
    cancel() {
      end();
      given = null;
      wanted = null;
      setImport(store, { phase: "idle" });
    },
    reportPage: (query) => client().call("report-page", { query }),
    sourceRow: (row, column) => client().call("source-row", { row, column }),
    duplicates: (from, count) => client().call("duplicates", { from, count }),
    setDecisions(decisions) {
      setImport(store, { ...inReport(), decisions });
    },
    setSettings(settings) {
      const report = inReport();
      if (settings.replaces === report.settings.replaces) setImport(store, { ...report, settings });
      else readRows(report.opened, report.mapping, settings);
    },
    async saveRejected() {
      const { opened } = inReport();
      const { blob, extension } = await client().call("rejected-rows", { language: stores.view.getState().language });
      saveBlob(blob, `${opened.file.replace(/\.[^.]*$/, "")}-rejected.${extension}`);
    },
    load() {
      const { opened, summary, decisions, settings } = inReport();
      run(async (signal) => {
        setImport(store, { phase: "loading", opened, progress: 0 });
        const table = await client().call("finish", { decisions }, { signal });
        endWorker();
        const { addImportedTable } = await import("./add-imported-table.ts");
        signal.throwIfAborted();
        const info = addImportedTable(stores, table, { opened, summary, settings });
        setImport(store, { phase: "loading", opened, progress: 0.5 });
        await keeper.saved();
        if (signal.aborted) return;
        const kept = stores.storage.getState().kept.has(info.id);
        setImport(store, { phase: "loaded", opened, summary, info, kept });
      });
    },
  };
}

function asGiven(source: ImportSource, pastedName: string): Given {
  return source instanceof File
    ? { blob: source, name: source.name, part: null }
    : { blob: new Blob([source.text], { type: "text/plain;charset=utf-8" }), name: pastedName, part: null };
}

/** Whether every column that a kept mapping reads is there. */
function fitsColumns(mapping: Mapping, { columns, hasGeometry }: OpenedSource): boolean {
  const inRange = Object.values(mapping.fields).every(
    (source) => source.kind === "constant" || source.column < columns.length,
  );
  return inRange && (mapping.pointFrom === "fields" || hasGeometry);
}

/** The imported table that a file of the same name and kind stands for; it gives way unless the user says otherwise. */
function namesake(stores: Stores, file: string, kind: TableKind): TableInfo | null {
  const { tables } = stores.workspace.getState().workspace;
  const found = tables.find(({ info }) => info.origin === "imported" && info.kind === kind && info.title === file);
  return found?.info ?? null;
}

/** The table that was read of a file on the web; it gives way to what is read of it again. */
function tableOfFile(stores: Stores, address: string): TableInfo | null {
  const { tables } = stores.workspace.getState().workspace;
  return tables.find(({ info: { asked } }) => asked?.service === "file" && asked.endpoint === address)?.info ?? null;
}

/** The last part of an address, as it is written; the address where it has none. */
function fileNameOf(address: string): string {
  return address.split(/[?#]/, 1)[0]?.split("/").at(-1) || address;
}

/** Records of the same kind that stay, as they read now: with them the rows are compared. */
async function loadedRecords(
  stores: Stores,
  replaced: TableId | null,
  { kind }: Mapping,
  signal: AbortSignal,
): Promise<LoadedRecords | null> {
  if (kind !== "sites" && kind !== "actors") return null;
  const beside = workspaceBeside(stores.workspace.getState().workspace, replaced);
  const steps: Generator<undefined, { readonly table: LoadedRecords }> =
    kind === "sites" ? sitesInSteps(beside) : actorsInSteps(beside);
  const { count, id, name, lon, lat } = (await inTurns(steps, createPause(signal))).table;
  return { count, id, name, lon, lat };
}

function proposedSettings({ file, part }: OpenedSource, { kind }: Mapping, stores: Stores): TableSettings {
  const ofFile = part === undefined ? null : tableOfFile(stores, part.address);
  const before = ofFile?.kind === kind ? ofFile : namesake(stores, file, kind);
  const { title, licence, licenceUrl, url, date, attribution } = part?.source ?? before?.source ?? NO_SOURCE;
  const address = url === "" && part !== undefined ? part.address : url;
  const name = part === undefined ? file : fileNameOf(part.address);
  return {
    title: before?.title ?? name,
    source: { title: title === "" ? name : title, licence, licenceUrl, url: address, date, attribution },
    coverage: kind === "actors" && part !== undefined && part.areas.length > 0 ? SOME_LISTED : null,
    replaces: before?.id ?? null,
  };
}

/** Of a region: so much is sure of any table that was read there. */
const SOME_LISTED = { creative: "partial", trade: "partial", service: "partial" } as const;

const NO_SOURCE = { title: "", licence: "", licenceUrl: "", url: "", date: null, attribution: "" } as const;
