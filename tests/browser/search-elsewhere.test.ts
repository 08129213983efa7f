/** Search on other sites than the notebook: in a subfolder, in several languages, with nothing to find. */
import { beforeAll, expect, inject, it } from "vitest";
import { useBrowser } from "../support/browser.ts";
import { serve } from "../support/served-site.ts";
import { openPage } from "../support/watched-page.ts";

const { browser } = useBrowser();
let everything: (path: string) => string;
let empty: (path: string) => string;

beforeAll(async () => {
  everything = await serve(inject("everything"), "/blog");
  empty = await serve(inject("noPosts"));
});

it("a site in a subfolder is searched there, and its results lead there", async () => {
  const { page, faults } = await search(everything, "boxes");
  await page.getByRole("status").filter({ hasText: "found for" }).waitFor();
  const hrefs = await page
    .locator(".search-results a")
    .evaluateAll((all) => all.map((link) => link.getAttribute("href")));
  expect(hrefs.filter((href) => !href?.startsWith("/blog/"))).toEqual([]);
  await page.locator(".search-results a").first().click();
  await page.getByRole("article").waitFor();
  expect(faults).toEqual([]);
});

it.each([
  { word: "Gänsefüßchen", title: "Anführungszeichen" },
  { word: "見出し", title: 'Every feature: "quotes", <b>tags</b> & {{ braces }}' },
])("a page is found first by a word that it alone has, whatever its language: $word", async ({ word, title }) => {
  const { page, faults } = await search(everything, word);
  await page.getByRole("status").filter({ hasText: "found for" }).waitFor();
  expect(await page.locator(".search-results h2").first().textContent()).toBe(title);
  expect(faults).toEqual([]);
});

it("a site without a post finds nothing, and says so without a fault", async () => {
  const { page, faults } = await search(empty, "tenant");
  await page.getByText("Nothing found for “tenant”.").waitFor();
  expect(faults).toEqual([]);
});

async function search(address: (path: string) => string, word: string) {
  const watched = await openPage(browser());
  await watched.page.goto(address(`/search/?q=${encodeURIComponent(word)}`));
  return watched;
}
