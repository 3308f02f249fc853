// Runs in the page before its own script. An input is answered when list and map have painted what it led to.
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

/** To be called while a frame is being made: it is painted before the next task. */
function answerIfDone() {
  if (Number.isNaN(asked) || document.querySelector("[aria-busy=true], [data-coming]") !== null) return;
  const since = asked;
  asked = NaN;
  setTimeout(() => measured.answered.push(performance.now() - since));
}

function frame() {
  requestAnimationFrame(frame);
  answerIfDone();
}
requestAnimationFrame(frame);
// The map draws in a frame, after the check above: without this, one frame more would be counted.
new MutationObserver(answerIfDone).observe(document, { subtree: true, attributeFilter: ["data-coming"] });

/** Milliseconds from frame to frame while each only lights another site in list and map, and nothing is computed. */
globalThis.timeFrames = async (count) => {
  const rows = document.querySelectorAll("[data-site]");
  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const times = [];
  let last = await nextFrame();
  for (let frame = 0; frame < count; frame++) {
    rows[frame % 2].focus();
    const now = await nextFrame();
    times.push(now - last);
    last = now;
  }
  return times;
};

/** What was measured so far; from now on it is measured anew. */
globalThis.takeMeasured = () => {
  const taken = { long: [...measured.long], events: [...measured.events], answered: [...measured.answered] };
  for (const column of Object.values(measured)) column.length = 0;
  return taken;
};
