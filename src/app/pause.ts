/** A step is followed by others in the same task until so much time has gone. */
const SLICE_MILLISECONDS = 12;

/**
 * Gives way to other work when it is time: to be called between the steps of long work.
 * @param signal once it has fired the pause rejects with AbortError
 */
export function createPause(signal?: AbortSignal): () => Promise<void> | undefined {
  let began = performance.now();
  return () => {
    if (performance.now() - began < SLICE_MILLISECONDS) return undefined;
    return new Promise((resolve, reject) => {
      setTimeout(() => {
        began = performance.now();
        if (signal?.aborted === true) reject(new DOMException("The work was given up", "AbortError"));
        else resolve();
      });
    });
  };
}

/** Long work to its end, with a pause between its steps. */
export async function inTurns<T>(steps: Iterator<undefined, T>, pause: () => Promise<void> | undefined): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await pause();
  }
}

/** Resolves in a task of its own. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}
