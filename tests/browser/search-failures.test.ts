/** Search that finds nothing, is fed something hostile, or can't be loaded. */
import { describe, expect, it } from "vitest";
import { useBrowser } from "../support/browser.ts";
import { openPage } from "../support/watched-page.ts";

const { browser, url } = useBrowser();

it("says plainly that nothing was found", async () => {
  const { page, faults } = await openPage(browser());
  await page.goto(url("/search/?q=xylophonequark"));
  await page.getByText("Nothing found for “xylophonequark”.").waitFor();
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
  const apology = "Search could not be loaded. All essays and projects are on their own pages.";

  it.each([
    "**/pagefind/pagefind.js",
    "**/pagefind/pagefind-entry.json",
    "**/pagefind/*.pf_meta",
    "**/pagefind/wasm.*",
  ])("says so: %s", async (pattern) => {
    const { page } = await openPage(browser());
    await page.route(pattern, (route) => route.abort());
    await page.goto(url("/search/?q=tenant"));
    await page.getByRole("status").filter({ hasText: apology }).waitFor();
  });

  it("says so where the part that holds a word is missing", async () => {
    const { page } = await openPage(browser());
    await page.route(/\/pagefind\/(index|fragment)\//, (route) => route.fulfill({ status: 404, body: "" }));
    await page.goto(url("/search/?q=tenant"));
    await page.getByRole("status").filter({ hasText: apology }).waitFor();
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

  it("says so where its own script can't be loaded: the link leads to the search page", async () => {
    const { page } = await openPage(browser());
    await page.route("**/assets/search-*.js", (route) => route.abort());
    await page.goto(url("/"));
    await page.getByRole("navigation", { name: "Site" }).getByRole("link", { name: "Search" }).click();
    await page.waitForURL(url("/search/"));
    expect(await page.getByRole("main").getByRole("link").count()).toBeGreaterThan(0);
  });
});
