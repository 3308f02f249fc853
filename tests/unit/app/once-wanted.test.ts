import { expect, test } from "vitest";
import { onceWanted } from "#app/once-wanted.ts";

test("what is wanted is loaded once", async () => {
  let loads = 0;
  const wanted = onceWanted(() => Promise.resolve(++loads));
  expect(await Promise.all([wanted(), wanted()])).toEqual([1, 1]);
  expect(await wanted()).toBe(1);
});

test("what did not arrive is asked for anew, by whoever wants it next", async () => {
  let loads = 0;
  const wanted = onceWanted(() =>
    ++loads === 1 ? Promise.reject(new Error("no connection")) : Promise.resolve(loads),
  );
  const [first, beside] = [wanted(), wanted()];
  await expect(first).rejects.toThrow("no connection");
  await expect(beside).rejects.toThrow("no connection");
  expect(await wanted()).toBe(2);
  expect(await wanted()).toBe(2);
});
