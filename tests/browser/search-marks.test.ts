/** The bar that counts what a search marked stands in a landmark, as everything on a page does. */
import { AxeBuilder } from "@axe-core/playwright";
import { expect, it } from "vitest";
import { useBrowser } from "../support/browser.ts";
import { openPage } from "../support/watched-page.ts";

const { browser, url } = useBrowser();

it("the bar of marks is a landmark with a name", async () => {
  const { page } = await openPage(browser());
  await page.goto(url("/search/?q=pgbouncer"));
  await page.locator(".search-results a").first().click();
  const bar = page.getByRole("complementary", { name: "Marks of the search" });
  await bar.waitFor();
  expect(await bar.textContent()).toMatch(/^Marked: \d+ Remove the marks$/);
  const { violations } = await new AxeBuilder({ page }).withRules(["region", "landmark-unique"]).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});
