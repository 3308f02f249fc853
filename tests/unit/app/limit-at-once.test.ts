import { expect, it } from "vitest";
import { limitAtOnce } from "#app/limit-at-once.ts";

it("runs so many at once, in their order, and never starts what was given up", async () => {
  const limit = limitAtOnce(2);
  const started: number[] = [];
  const ends: (() => void)[] = [];
  const givenUp = new AbortController();
  const work = (number: number, signal = new AbortController().signal) =>
    limit(() => {
      started.push(number);
      return new Promise<void>((resolve) => ends.push(resolve));
    }, signal);
  const all = [work(1), work(2), work(3, givenUp.signal), work(4)];
  const rejected = expect(all[2]).rejects.toThrow();
  await Promise.resolve();
  expect(started).toEqual([1, 2]);
  givenUp.abort();
  ends[0]!();
  await all[0];
  await rejected;
  await expect.poll(() => started).toEqual([1, 2, 4]);
  ends[1]!();
  ends[2]!();
  await Promise.all([all[1], all[3]]);
});
