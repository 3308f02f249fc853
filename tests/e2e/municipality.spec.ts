import { chooseFilter, expect, expectAgreement, openAtlas, settled, siteRows, test } from "./atlas-test.ts";
import { walkAsMunicipality } from "./walks.ts";

test(
  "a municipality finds its unused sites, opens one, and sees the verdict follow the reach",
  { tag: "@firefox" },
  async ({ page }) => {
    await walkAsMunicipality(page);
  },
);

test("filters choose sites and never change a site's numbers", async ({ page }) => {
  await openAtlas(page);
  const all = await expectAgreement(page);
  await chooseFilter(page, "Country", [/^Slovenia/]);
  const some = await expectAgreement(page);
  const byId = new Map(all.features.map((feature) => [feature.id, feature]));
  for (const feature of some.features) expect(feature).toEqual(byId.get(feature.id));
});

test("each value of a filter says how many sites it leaves", async ({ page }) => {
  await openAtlas(page);
  await chooseFilter(page, "Status", [/^Unused/]);
  await page.getByRole("group", { name: "Filters" }).getByRole("button", { name: "Country" }).click();
  const germany = page.getByRole("checkbox", { name: /^Germany/ });
  const label = await germany.evaluate((input: HTMLInputElement) => input.labels?.[0]?.textContent ?? "");
  const promised = Number(/\d+/.exec(label)?.[0]);
  await germany.check();
  await page.keyboard.press("Escape");
  await settled(page);
  await expect(siteRows(page)).toHaveCount(promised);
});

test("filters that leave nothing say so and are cleared by one click", async ({ page }) => {
  await openAtlas(page, "?v=1&q=nosuchplace");
  await expect(siteRows(page)).toHaveCount(0);
  await page
    .getByRole("button", { name: /clear all filters/i })
    .first()
    .click();
  await expect(siteRows(page)).toHaveCount(196);
});

test(
  "the reach follows the mouse from its default on, and a wrong number says what it keeps",
  { tag: "@firefox" },
  async ({ page }) => {
    await openAtlas(page);
    await page.getByRole("button", { name: "Change rule" }).click();
    const slider = page.getByRole("slider").first();
    const box = await slider.boundingBox();
    if (box === null) throw new Error("the slider has no place");
    const start = Number(await slider.inputValue());
    const share =
      (start - Number(await slider.getAttribute("min"))) /
      (Number(await slider.getAttribute("max")) - Number(await slider.getAttribute("min")));
    const y = box.y + box.height / 2;
    await page.mouse.move(box.x + 9 + share * (box.width - 18), y);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width - 2, y, { steps: 12 });
    await page.mouse.up();
    await settled(page);
    const field = page.getByRole("textbox", { name: /^Reach/ });
    await expect(field).toHaveValue("100");
    await field.fill("101");
    await field.press("Tab");
    await expect(page.getByRole("alert").filter({ hasText: "100" })).toBeVisible();
    await page.getByRole("button", { name: /reset to defaults/i }).click();
    await expect(field).toHaveValue("10");
  },
);

test("every value of a long filter can be reached on a phone", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openAtlas(page);
  await page.getByRole("group", { name: "Filters" }).getByRole("button", { name: "Industry" }).click();
  await page.getByRole("checkbox", { name: /^Other industry/ }).check();
  await page.getByRole("button", { name: "Done" }).click();
  await expect(siteRows(page)).not.toHaveCount(196);
});
