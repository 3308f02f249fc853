/// <reference lib="webworker" />
import { announceLife } from "./alive.ts";
import { createBenchmarkHandlers } from "./benchmark-handlers.ts";
import type { BenchmarkTasks } from "./benchmark-protocol.ts";
import { serve } from "./serve.ts";

declare const self: DedicatedWorkerGlobalScope;

announceLife(self);
serve<BenchmarkTasks>(self, createBenchmarkHandlers());
