import type { OfflineStore } from "#state/offline-store.ts";

/** A page that stays open asks whether there is a newer version when it is looked at again after this time. */
const ASK_AGAIN_MS = 3_600_000;

/** The build's script, which keeps the files (`vite.config.ts`). */
const KEEPER = "sw.js";

export interface OfflineKeeper {
  /** Loads the page anew in the newest version; what is kept, and what the address states, stays. */
  loadUpdate(): void;
}

/**
 * Has the browser keep the page's own files, so that it opens without network, and tells when a newer version of them is there.
 * The version that was opened stays until the user asks for the newer one, or has left all windows of the page.
 * @param container absent where the browser keeps no pages: the address is not secure, or it was told so
 */
export async function keepOffline(
  store: OfflineStore,
  container: ServiceWorkerContainer | undefined,
  reload: () => void,
): Promise<OfflineKeeper> {
  let asked = false;
  let registration: ServiceWorkerRegistration | undefined;
  let isControlled = container?.controller != null;
  container?.addEventListener("controllerchange", () => {
    if (asked) reload();
    else if (isControlled) store.setState({ update: "elsewhere" });
    isControlled = true;
  });
  const register = async () => {
    try {
      registration = await container?.register(new URL(KEEPER, document.baseURI), { updateViaCache: "none" });
      if (registration === undefined) store.setState({ phase: "refused" });
      else follow(registration, store);
    } catch (error) {
      const isRefused = error instanceof DOMException && error.name === "SecurityError";
      store.setState({ phase: isRefused ? "refused" : "failed" });
      // Something was in the way, such as no network.
      if (!isRefused) addEventListener("online", () => void register(), { once: true });
    }
  };
  await register();
  return {
    loadUpdate() {
      asked = true;
      const waiting = registration?.waiting ?? null;
      if (waiting === null) reload();
      else waiting.postMessage({ type: "SKIP_WAITING" });
    },
  };
}

function follow(registration: ServiceWorkerRegistration, store: OfflineStore): void {
  const followOne = () => {
    const worker = registration.installing;
    if (worker === null) return;
    const isFirst = registration.active === null;
    if (isFirst) store.setState({ phase: "fetching" });
    worker.addEventListener("statechange", () => {
      if (worker.state === "installed") store.setState(isFirst ? { phase: "kept" } : { update: "ready" });
      else if (worker.state === "redundant" && isFirst && store.getState().phase === "fetching")
        store.setState({ phase: "failed" });
    });
  };
  if (registration.active !== null) store.setState({ phase: "kept" });
  if (registration.waiting !== null) store.setState({ update: "ready" });
  followOne();
  registration.addEventListener("updatefound", followOne);

  let last = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible" || Date.now() - last < ASK_AGAIN_MS) return;
    last = Date.now();
    // Without network there is nothing newer to be had.
    registration.update().catch(() => undefined);
  });
}
