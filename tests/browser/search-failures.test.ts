/** Search that finds nothing, is fed something hostile, or can't be loaded. */
import { describe, expect, it } from "vitest";
import { useBrowser } from "../support/browser.ts";
import { openPage } from "../support/watched-page.ts";

const { browser, url } = useBrowser();

it("says plainly that nothing was found", async () => {
  const { page, faults } = await openPage(browser());
  await page.goto(url("/search/?q=xylophonequark"));
  await page.getByText("Nothing found for “xylophonequark”.", { exact: true }).waitFor();
  expect(await page.locator(".search-results li").count()).toBe(0);
  expect(faults).toEqual([]);
});

describe("a query that is a script", () => {
  it.each([
    "<img src=x onerror=window.hit=1>",
    '"><script>window.hit=1</script>',
    "<mark><svg onload=window.hit=1>tenant",
    "javascript:window.hit=1",
  ])("is text: %s", async (payload) => {
    const { page, faults } = await openPage(browser());
    await page.goto(url(`/search/?q=${encodeURIComponent(payload)}`));
    await page.getByRole("status").filter({ hasText: "ound for" }).waitFor();
    expect(await page.getByRole("status").textContent()).toContain(`“${payload}”`);
    expect(await page.getByRole("searchbox").inputValue()).toBe(payload);
    expect(await page.evaluate(() => "hit" in window)).toBe(false);
    expect(await page.locator("search img, search svg, search script").count()).toBe(0);
    expect(faults).toEqual([]);
  });

  it("is text as a filter, too", async () => {
    const { page, faults } = await openPage(browser());
    await page.goto(url("/search/?q=tenant&tag=%3Cimg%20src%3Dx%20onerror%3Dwindow.hit%3D1%3E&kind=__proto__"));
    await page.getByRole("status").filter({ hasText: "ound for" }).waitFor();
    expect(await page.evaluate(() => "hit" in window)).toBe(false);
    expect(faults).toEqual([]);
  });
});

describe("search whose index can't be loaded", () => {
  const apology = "Search could not be loaded; you may be offline.";
  const parts = ["words.json", "words/**", "pages/**"];
  const partsOfFilters = ["pagefind.js", "pagefind-entry.json*", "*.pf_meta", "wasm.*"];

  it.each(parts)("says so, and not that nothing was found, and leads to the archive: %s", async (part) => {
    const { page } = await openPage(browser());
    await page.route(`**/pagefind/${part}`, (route) => route.fulfill({ status: 404, body: "" }));
    await page.goto(url("/search/?q=tenant"));
    const status = page.getByRole("status").filter({ hasText: /\w/ });
    await status.waitFor();
    expect(await status.textContent()).toBe(apology);
    expect(await page.locator('search a[href$="/posts/"]').isVisible()).toBe(true);
  });

  it.each(partsOfFilters)("shows results without filters, where those can't be had: %s", async (part) => {
    const { page } = await openPage(browser());
    await page.route(`**/pagefind/${part}`, (route) => route.fulfill({ status: 404, body: "" }));
    await page.goto(url("/search/?q=tenant"));
    await page.getByRole("status").filter({ hasText: "found for “tenant”" }).waitFor();
    await page.waitForLoadState("networkidle");
    expect(await page.locator(".search-results h2").count()).toBeGreaterThan(0);
    expect(await page.getByLabel("Tag").isVisible()).toBe(false);
  });

  it("works again when it can be", async () => {
    const { page } = await openPage(browser());
    await page.route("**/pagefind/**", (route) => route.abort());
    await page.goto(url("/search/?q=tenant"));
    await page.getByRole("status").filter({ hasText: apology }).waitFor();
    await page.unroute("**/pagefind/**");
    await page.getByRole("searchbox").fill("tenants");
    await page.getByRole("status").filter({ hasText: "found for “tenants”" }).waitFor();
  });
});

describe("search whose own script can't be loaded", () => {
  it("is a page that leads to the lists", async () => {
    const { page, settled } = await openPage(browser());
    await page.route("**/assets/search-*.js", (route) => route.abort());
    await page.goto(url("/search/"));
    await settled();
    expect(
      await page.getByRole("main").locator('a[href="/posts/"]:visible, a[href="/search/terms/"]:visible').count(),
    ).toBeGreaterThan(0);
  });

  it("is that page for those who open it from the menu", async () => {
    const { page } = await openPage(browser());
    await page.route("**/assets/search-*.js", (route) => route.abort());
    await page.goto(url("/"));
    await page.getByRole("navigation", { name: "Site" }).getByRole("link", { name: "Search" }).click();
    await page.waitForURL(url("/search/"));
  });
});
