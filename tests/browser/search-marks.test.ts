/** The bar that counts what a search marked stands in a landmark, as everything on a page does. */
import { expect, it } from "vitest";
import { violationsOn } from "../support/accessibility.ts";
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
  expect(await violationsOn(page)).toEqual([]);
});
