import type { Steps } from "#domain/steps.ts";
import type { TaskContext } from "./serve.ts";

/** How long a task works before it hears messages, so that a cancel is heard well within 50 ms. */
const SLICE_MILLISECONDS = 20;

/**
 * Takes steps, hearing messages in between.
 * @throws the signal's reason once the task is given up; the steps can be resumed where they stopped
 */
export async function inSlices<T>(
  steps: Steps<T>,
  { signal, breathe }: Pick<TaskContext<never>, "signal" | "breathe">,
): Promise<T> {
  for (;;) {
    const end = performance.now() + SLICE_MILLISECONDS;
    do {
      const step = steps.next();
      if (step.done === true) return step.value;
    } while (performance.now() < end);
    await breathe();
    signal.throwIfAborted();
  }
}
