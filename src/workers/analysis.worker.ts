/// <reference lib="webworker" />
import { createHandlers } from "./analysis-handlers.ts";
import { serve } from "./serve.ts";

declare const self: DedicatedWorkerGlobalScope;

serve(self, createHandlers());
