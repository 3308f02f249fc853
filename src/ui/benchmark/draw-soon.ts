const waiting = new Set<() => void>();
let isScheduled = false;

/**
 * Draws when its turn comes, one drawing a task: many charts at once would block the page.
 * @returns calls it off
 */
export function drawSoon(draw: () => void): () => void {
  waiting.add(draw);
  schedule();
  return () => {
    waiting.delete(draw);
  };
}

function schedule(): void {
  if (isScheduled || waiting.size === 0) return;
  isScheduled = true;
  setTimeout(() => {
    isScheduled = false;
    const [first] = waiting;
    if (first !== undefined) waiting.delete(first);
    schedule();
    first?.();
  });
}
