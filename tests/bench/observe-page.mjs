// Runs in the page before its own script. An input is answered in the first frame in which nothing is being computed any more.
const measured = { long: [], events: [], answered: [] };
let asked = NaN;

new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) measured.long.push(duration);
}).observe({ type: "longtask" });
new PerformanceObserver((list) => {
  for (const { duration, name } of list.getEntries()) if (name.startsWith("pointer")) measured.events.push(duration);
}).observe({ type: "event", durationThreshold: 16 });

addEventListener(
  "input",
  ({ timeStamp }) => {
    if (Number.isNaN(asked)) asked = timeStamp;
  },
  true,
);

function frame() {
  requestAnimationFrame(frame);
  if (Number.isNaN(asked) || document.querySelector("[aria-busy=true]") !== null) return;
  const since = asked;
  asked = NaN;
  // The frame that is being made now is painted before the next task.
  setTimeout(() => measured.answered.push(performance.now() - since));
}
requestAnimationFrame(frame);

/** What was measured so far; from now on it is measured anew. */
globalThis.takeMeasured = () => {
  const taken = { long: [...measured.long], events: [...measured.events], answered: [...measured.answered] };
  for (const column of Object.values(measured)) column.length = 0;
  return taken;
};
