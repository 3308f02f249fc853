/**
 * In a worker: holds a lock of the worker's own name for as long as it lives. A worker that is ended, by the browser or for
 * want of memory, tells nobody; its lock is let go.
 */
export function announceLife(scope: {
  readonly name: string;
  readonly navigator: { readonly locks?: LockManager };
}): void {
  const { name, navigator } = scope;
  if (name === "") return;
  void navigator.locks?.request(name, () => new Promise<never>(() => undefined)).catch(() => undefined);
}

/**
 * Calls back once the worker of this name is gone. Without locks (no secure context) it never does.
 * @returns the undoing
 */
export function watchLife(name: string, locks: LockManager | undefined, onGone: () => void): () => void {
  const watching = new AbortController();
  const { signal } = watching;
  const wait = async () => {
    await untilHeld(name, locks, signal);
    await locks?.request(name, { signal }, () => undefined);
    if (locks !== undefined && !signal.aborted) onGone();
  };
  wait().catch(() => undefined);
  return () => {
    watching.abort();
  };
}

const LOOK_AGAIN_MILLISECONDS = 100;

/** The worker takes its lock when its script has loaded. */
async function untilHeld(name: string, locks: LockManager | undefined, signal: AbortSignal): Promise<void> {
  while (locks !== undefined && !signal.aborted) {
    const { held = [] } = await locks.query();
    if (held.some((lock) => lock.name === name)) return;
    await new Promise((resolve) => {
      setTimeout(resolve, LOOK_AGAIN_MILLISECONDS);
    });
  }
}
