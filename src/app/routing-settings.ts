import type { RoutingService } from "#domain/travel/asked-isochrones.ts";
import { isFiniteNumber, isOrNull, isRecordOf, isText } from "#domain/shape.ts";
import type { RoutingSettings } from "#ui/routing/routing-actions.ts";
import { isHttpAddress } from "#ui/live/host-words.ts";
import { isSameServer } from "#ui/routing/same-server.ts";

/** Where the user's own settings are kept, a key of openrouteservice's among them: on this device, and nowhere else. */
const KEYS: Readonly<Record<RoutingService, string>> = {
  valhalla: "refresh-atlas.valhalla",
  openrouteservice: "refresh-atlas.openrouteservice",
};

/**
 * The public servers, and how fast they may be asked: FOSSGIS asks for one request a second at most, openrouteservice allows
 * 20 a minute.
 */
const USUAL: Readonly<Record<RoutingService, RoutingSettings>> = {
  valhalla: { endpoint: "https://valhalla1.openstreetmap.de", pauseSeconds: 1, key: null },
  openrouteservice: { endpoint: "https://api.openrouteservice.org", pauseSeconds: 3, key: null },
};

const isSettings = isRecordOf<RoutingSettings>({
  endpoint: isText,
  pauseSeconds: isFiniteNumber,
  key: isOrNull(isText),
});

/** Settings that could not be kept on this device: they hold until the page is left. */
const unkept = new Map<RoutingService, RoutingSettings>();

export function usualRoutingSettings(service: RoutingService): RoutingSettings {
  return USUAL[service];
}

/** The user's own settings, else the usual ones. */
export function readRoutingSettings(service: RoutingService): RoutingSettings {
  const settings = unkept.get(service) ?? readKept(service);
  return isSettings(settings) && isHttpAddress(settings.endpoint) ? atPace(settings, service) : USUAL[service];
}

/** From now on these are read; on this device, or where nothing can be kept there, until the page is left. */
export function keepRoutingSettings(service: RoutingService, settings: RoutingSettings): void {
  const { pauseSeconds, key } = settings;
  const kept: RoutingSettings = { endpoint: bare(settings.endpoint), pauseSeconds, key };
  unkept.delete(service);
  try {
    localStorage.setItem(KEYS[service], JSON.stringify(kept));
  } catch {
    unkept.set(service, kept);
  }
}

function readKept(service: RoutingService): unknown {
  try {
    return JSON.parse(localStorage.getItem(KEYS[service]) ?? "null");
  } catch {
    return null;
  }
}

/** A public server is asked no faster than it wants, however its address is written. */
function atPace(settings: RoutingSettings, service: RoutingService): RoutingSettings {
  const usual = USUAL[service];
  const least = isSameServer(settings.endpoint, usual.endpoint) ? usual.pauseSeconds : 0;
  return { ...settings, pauseSeconds: Math.max(settings.pauseSeconds, least) };
}

/** Without the path of a question, which some copy with it. */
function bare(endpoint: string): string {
  return endpoint
    .trim()
    .replace(/\/+$/, "")
    .replace(/\/(isochrone|v2\/isochrones)$/, "")
    .replace(/\/+$/, "");
}
