/// <reference lib="webworker" />
import { announceLife } from "./alive.ts";
import { GROUND_TASKS } from "./ground-handlers.ts";
import { rangeHost, routingHost, serviceHost, tileHost } from "./service-host.ts";
import { serve } from "./serve.ts";
import { createSourcesHandlers } from "./sources-handlers.ts";
import type { SourcesTasks } from "./sources-protocol.ts";

declare const self: DedicatedWorkerGlobalScope;

announceLife(self);
serve<SourcesTasks>(self, createSourcesHandlers(serviceHost, rangeHost, routingHost, tileHost), GROUND_TASKS);
