import type { RoutingService } from "#domain/travel/asked-isochrones.ts";
import { openrouteservice } from "./openrouteservice.ts";
import type { RoutingProvider } from "./routing-provider.ts";
import { valhalla } from "./valhalla.ts";

export const ROUTING_PROVIDERS: Readonly<Record<RoutingService, RoutingProvider>> = { valhalla, openrouteservice };
