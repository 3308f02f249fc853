/// <reference lib="webworker" />
import sqlWasmUrl from "sql.js/dist/sql-wasm.wasm?url";
import { announceLife } from "./alive.ts";
import { createExportHandlers } from "./export-handlers.ts";
import type { ExportTasks } from "./export-protocol.ts";
import { serve } from "./serve.ts";

declare const self: DedicatedWorkerGlobalScope;

announceLife(self);
serve<ExportTasks>(self, createExportHandlers({ sqlWasmUrl }));
