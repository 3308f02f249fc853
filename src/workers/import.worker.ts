/// <reference lib="webworker" />
import sqlWasmUrl from "sql.js/dist/sql-wasm.wasm?url";
import { announceLife } from "./alive.ts";
import { createImportHandlers } from "./import-handlers.ts";
import type { ImportTasks } from "./import-protocol.ts";
import { serve } from "./serve.ts";

declare const self: DedicatedWorkerGlobalScope;

announceLife(self);
serve<ImportTasks>(self, createImportHandlers({ sqlWasmUrl }));
