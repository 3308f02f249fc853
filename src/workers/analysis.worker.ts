/// <reference lib="webworker" />
import { announceLife } from "./alive.ts";
import { createHandlers } from "./analysis-handlers.ts";
import type { AnalysisTasks } from "./protocol.ts";
import { serve } from "./serve.ts";

declare const self: DedicatedWorkerGlobalScope;

announceLife(self);
serve<AnalysisTasks>(self, createHandlers());
