import { chooseFilter, expect, expectAgreement, openAtlas, settled, siteRows, test } from "./atlas-test.ts";

test("back and forward walk through the choices", { tag: "@firefox" }, async ({ page }) => {
  await openAtlas(page);
  await chooseFilter(page, "Country", [/^Germany/]);
  await expect(siteRows(page)).toHaveCount(40);
  await chooseFilter(page, "Status", [/^Unused/]);
  const few = await siteRows(page).count();
  expect(few).toBeLessThan(40);
  await page.goBack();
  await expect(siteRows(page)).toHaveCount(40);
  await page.goBack();
  await expect(siteRows(page)).toHaveCount(196);
  await page.goForward();
  await page.goForward();
  await expect(siteRows(page)).toHaveCount(few);
  await expectAgreement(page);
});

test("a reload keeps filters, rule, selection and camera", { tag: "@firefox" }, async ({ page }) => {
  const query =
    "?v=1&country=SI&reach=15000&alone=40&decay=gaussian&site=si-piran-monfort-salt-warehouse&map=9/45.5/13.6";
  await openAtlas(page, query);
  const before = await expectAgreement(page);
  await page.reload();
  await settled(page);
  const after = await expectAgreement(page);
  expect(after.text).toBe(before.text);
  expect(new URL(page.url()).searchParams.get("map")).toBe("9/45.5/13.6");
});

test("a damaged link opens what it can and says what it ignored", { tag: "@firefox" }, async ({ page }) => {
  await openAtlas(page, "?v=1&country=HR&status=unused.haunted&reach=far&orbit=1");
  const rows = siteRows(page);
  await expect(rows.first()).toBeVisible();
  const notice = page
    .getByRole("alert")
    .or(page.getByRole("status"))
    .or(page.getByRole("region", { name: /link/i }));
  for (const word of [/haunted/, /far/, /orbit/]) await expect(notice.getByText(word).first()).toBeVisible();
  await expectAgreement(page);
});

for (const name of ["constructor", "toString", "no_such_number"]) {
  test(`a link that colours and sorts by ${name}, which is no number of the page, opens the page`, async ({ page }) => {
    await openAtlas(page, `?v=1&color=${name}&sort=${name}`);
    await expect(siteRows(page)).toHaveCount(196);
    await expectAgreement(page);
  });
}

test("a link to a site that is not in the tables says so and offers a way out", async ({ page }) => {
  await openAtlas(page, "?v=1&site=de-nowhere-mill");
  await expect(page.getByText(/de-nowhere-mill/).first()).toBeVisible();
  await expect(siteRows(page)).toHaveCount(196);
});

test("a link to a site that states no camera shows the site's catchment on the map, and its row in the list", async ({
  page,
}) => {
  await openAtlas(page, "?v=1&site=hu-komlo-zobak-akna");
  await expect(page).toHaveURL(/map=\d+(\.\d+)?\/46\.\d+\/18\./);
  await expect(siteRows(page).filter({ hasText: "Zobák shaft" })).toBeInViewport();
});
