import { expect, expectAgreement, openAtlas, settled, test } from "./atlas-test.ts";

test("the reach in minutes is estimated, said to be so everywhere, and the metres come back as they were", async ({
  page,
}) => {
  await openAtlas(page, "?v=1&site=si-piran-monfort-salt-warehouse");
  const sheet = page.getByRole("article");
  await expect(sheet.getByText(/within 10 km/).first()).toBeVisible();
  const before = await expectAgreement(page);

  await page.getByRole("button", { name: "Change rule" }).click();
  await page.getByRole("radio", { name: "Car" }).check();
  await settled(page);
  await expect(sheet.getByText(/within an estimated 20 min by car \(13\.4 km\)/).first()).toBeVisible();
  await expect(page.getByText(/51 km\/h over 1\.27 times the straight line: 13\.4 km/)).toBeVisible();
  await expect(page).toHaveURL(/travel=car-20-estimate/);
  const minutes = page.getByRole("textbox", { name: "Reach in minutes" });
  await minutes.fill("30");
  await settled(page);
  await expect(page).toHaveURL(/travel=car-30-estimate/);
  const file = await expectAgreement(page);
  expect(file.metadata["rule"]).toMatchObject({
    reach_m: 20_079,
    reach_min: 30,
    profile: "car",
    minutes_from: "estimate",
    detour_factor: 1.27,
    speed_kmh: 51,
  });

  await page.reload();
  await settled(page);
  expect((await expectAgreement(page)).text).toBe(file.text);
  await page.getByRole("button", { name: "Change rule" }).click();
  await page.getByRole("slider", { name: /Reach/ }).press("ArrowRight");
  await expect(page).toHaveURL(/travel=car-35-estimate/);
  await page.getByRole("radio", { name: "On foot" }).check();
  await expect(page).toHaveURL(/travel=foot-35-estimate/);

  await page.getByRole("radio", { name: "Straight line" }).check();
  await page.getByRole("button", { name: "Reset to defaults" }).click();
  await settled(page);
  await expect(page).not.toHaveURL(/travel=/);
  expect((await expectAgreement(page)).text).toBe(before.text);
});

test("what an estimate rests on can be changed and taken back, and stands in sentence, link and file", async ({
  page,
}) => {
  await openAtlas(page, "?v=1&site=si-piran-monfort-salt-warehouse&travel=car-20-estimate");
  const sheet = page.getByRole("article");
  await page.getByRole("button", { name: "Change rule" }).click();
  await page.getByRole("button", { name: "Change what it rests on" }).click();
  await page.getByRole("textbox", { name: "Speed on the way" }).fill("45");
  await page.getByRole("textbox", { name: "Way, times the straight line" }).fill("1.5");
  await settled(page);
  await expect(page).toHaveURL(/travel=car-20-estimate-1\.5-45/);
  await expect(sheet.getByText(/10 km, at 45 km\/h over 1\.5 times the straight line/).first()).toBeVisible();
  const file = await expectAgreement(page);
  expect(file.metadata["rule"]).toMatchObject({ reach_m: 10_000, detour_factor: 1.5, speed_kmh: 45 });

  await page.reload();
  await settled(page);
  expect((await expectAgreement(page)).text).toBe(file.text);
  await page.getByRole("button", { name: "Change rule" }).click();
  await page.getByRole("radio", { name: "On foot" }).check();
  await expect(page).toHaveURL(/travel=foot-20-estimate(&|$)/);
  await page.getByRole("radio", { name: "Car" }).check();
  await expect(page).toHaveURL(/travel=car-20-estimate-1\.5-45/);
  await page.getByRole("button", { name: "Back to what was measured" }).click();
  await expect(page).toHaveURL(/travel=car-20-estimate(&|$)/);
});
