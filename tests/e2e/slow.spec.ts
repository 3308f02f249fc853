import { test } from "./atlas-test.ts";
import { walkAsCreative, walkAsMunicipality, walkAsPlanner } from "./walks.ts";

/** As on a phone of some years ago: each second of the processor gives a quarter. */
const SLOW_DOWN = 4;

for (const [user, walk] of [
  ["a municipality", walkAsMunicipality],
  ["a creative", walkAsCreative],
  ["a planner", walkAsPlanner],
] as const) {
  test(`${user} comes to the end with a quarter of the processor`, async ({ page, context }) => {
    const slowed = await context.newCDPSession(page);
    await slowed.send("Emulation.setCPUThrottlingRate", { rate: SLOW_DOWN });
    await walk(page, context);
  });
}
