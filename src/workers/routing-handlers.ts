import { askIsochrones } from "#data/isochrones/ask-isochrones.ts";
import type { PacedHost } from "#data/live/service-host.ts";
import type { Handlers } from "./serve.ts";
import type { SourcesTasks } from "./sources-protocol.ts";

/** The task of asking a routing server. Nothing of it is kept here: what is answered goes out with its progress. */
export function createRoutingHandlers(host: PacedHost): Pick<Handlers<SourcesTasks>, "ask-isochrones"> {
  return {
    async "ask-isochrones"({ asked, terms }, context) {
      await askIsochrones(asked, terms, host, context);
      return { result: null, transfer: [] };
    },
  };
}
