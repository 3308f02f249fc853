import type { RoutingService } from "#domain/travel/asked-isochrones.ts";
import { isFiniteNumber, isOrNull, isRecordOf, isText } from "#domain/shape.ts";
import type { RoutingSettings } from "#ui/actions.ts";

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

export function usualRoutingSettings(service: RoutingService): RoutingSettings {
  return USUAL[service];
}

/** The user's own settings, else the usual ones. */
export function readRoutingSettings(service: RoutingService): RoutingSettings {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEYS[service]) ?? "null");
    return isSettings(kept) && /^https?:\/\//i.test(kept.endpoint) && URL.canParse(kept.endpoint)
      ? atPace(kept, service)
      : USUAL[service];
  } catch {
    return USUAL[service];
  }
}

/** `null` brings the usual ones back. Where nothing can be kept, the usual ones go on. */
export function keepRoutingSettings(service: RoutingService, settings: RoutingSettings | null): void {
  try {
    if (settings === null) localStorage.removeItem(KEYS[service]);
    else localStorage.setItem(KEYS[service], JSON.stringify({ ...settings, endpoint: bare(settings.endpoint) }));
  } catch {
    // Storage is closed to this page: the next question falls back to the usual settings.
  }
}

/** A public server is asked no faster than it wants. */
function atPace(settings: RoutingSettings, service: RoutingService): RoutingSettings {
  const usual = USUAL[service];
  const least = settings.endpoint === usual.endpoint ? usual.pauseSeconds : 0;
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
