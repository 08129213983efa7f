/** Search as people see and press it: in the dialog, on its page, with the keyboard, and when it can't be had. */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { violationsOn } from "../support/accessibility.ts";
import { useBrowser } from "../support/browser.ts";
import { openPage, type WatchedPage } from "../support/watched-page.ts";

const { browser, url } = useBrowser();
const ESSAY = "/posts/skip-locked/";

const statusOf = (page: Page) => page.getByRole("status").filter({ visible: true });
const resultsOf = (page: Page) => page.locator(".search-results h2 a");

async function openDialog(path = "/"): Promise<WatchedPage> {
  const watched = await openPage(browser());
  await watched.page.goto(url(path));
  await watched.page.keyboard.press("/");
  await watched.page.getByRole("searchbox").waitFor();
  return watched;
}

async function search(page: Page, text: string): Promise<void> {
  await page.getByRole("searchbox").fill(text);
  await page.getByText(`for “${text}”`).first().waitFor();
}

describe("the search dialog", () => {
  it("loads nothing of search before it is asked for", async () => {
    const { page, settled } = await openPage(browser());
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(url("/"));
    await settled();
    expect(asked.filter((path) => /search|pagefind/.test(path))).toEqual([]);
  });

  it("opens with a slash, finds, goes to a result with the arrow and Enter, and marks the words there", async () => {
    const { page, faults } = await openDialog();
    await search(page, "skip locked");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForURL(`**${ESSAY}`);
    const dismissal = page.getByRole("button", { name: "Remove the marks" });
    await dismissal.waitFor();
    expect(await page.evaluate(() => CSS.highlights.get("found")?.size)).toBeGreaterThan(1);
    await dismissal.click();
    expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
    await page.reload();
    expect(await dismissal.count()).toBe(0);
    expect(faults).toEqual([]);
  });

  it("gives the focus back when it is closed with Escape", async () => {
    const { page } = await openPage(browser());
    await page.goto(url("/"));
    const link = page.getByRole("navigation", { name: "Site" }).getByRole("link", { name: "Search" });
    await link.focus();
    await page.keyboard.press("Control+k");
    await page.getByRole("searchbox").waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    expect(await page.getByRole("dialog").count()).toBe(0);
    expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it("shows a correction, and no way back to where nothing is found", async () => {
    const { page } = await openDialog();
    await search(page, "lokced");
    expect(await statusOf(page).textContent()).toContain("“locked” was searched for in place of “lokced”.");
    expect(await page.getByRole("button", { name: "Search for “lokced” only" }).count()).toBe(0);
  });

  it("leaves pages that lack a word out when asked to, and brings them back", async () => {
    const { page } = await openDialog();
    await search(page, "skip locked");
    const ofAny = await statusOf(page).textContent();
    await page.getByRole("button", { name: "Search for “skip locked” only" }).click();
    await page.getByRole("button", { name: "Search for words like these, too" }).click();
    await page.getByRole("button", { name: "Search for “skip locked” only" }).waitFor();
    expect(await statusOf(page).textContent()).toBe(ofAny);
  });

  it("remembers searches that led somewhere, on this device, until they are to be forgotten", async () => {
    const { page } = await openDialog();
    await search(page, "skip locked");
    await resultsOf(page).first().click();
    await page.waitForURL(`**${ESSAY}`);
    await page.keyboard.press("/");
    await page.getByRole("button", { name: "skip locked" }).waitFor();
    await page.getByRole("button", { name: "Forget these" }).click();
    expect(await page.evaluate(() => localStorage.getItem("searches"))).toBeNull();
  });

  it("says so where search can't be had, and leads to the archive", async () => {
    const { page } = await openPage(browser());
    await page.goto(url("/"));
    await page.route("**/pagefind/**", (route) => route.abort());
    await page.keyboard.press("/");
    await page.getByRole("searchbox").fill("locks");
    await page.getByText("Search could not be loaded; you may be offline.").waitFor();
    expect(await page.getByRole("dialog").getByRole("link", { name: "All essays" }).getAttribute("href")).toMatch(
      /\/posts\/$/,
    );
  });
});

describe("the search page", () => {
  it("keeps what is looked for in its address, over a reload and on the way back", async () => {
    const { page } = await openPage(browser());
    await page.goto(url("/search/?q=tenant&kind=Essay"));
    await page.getByText("for “tenant”").waitFor();
    const narrowed = await resultsOf(page).count();
    await page.getByLabel("Kind").selectOption("");
    await expect.poll(() => resultsOf(page).count()).toBeGreaterThan(narrowed);
    await page.getByLabel("Order").selectOption("date");
    await expect.poll(() => new URL(page.url()).search).toBe("?q=tenant&order=date");
    await resultsOf(page).first().click();
    await page.waitForURL(/\/(posts|projects)\//);
    await page.goBack();
    await page.getByText("for “tenant”").waitFor();
    await expect.poll(() => page.getByLabel("Order").inputValue()).toBe("date");
  });

  it("shows text that looks like HTML as text", async () => {
    const { page } = await openPage(browser());
    await page.goto(url(`/search/?q=${encodeURIComponent("<img src=x onerror=alert(1)> locks")}`));
    await page.getByText("for “<img").first().waitFor();
    expect(await page.locator("main img").count()).toBe(0);
  });

  it.each([320, 1280])("has nothing that axe finds, and fits, at %i px", async (width) => {
    const { page } = await openPage(browser(), { viewport: { width, height: 800 } });
    await page.goto(url("/search/?q=lokced rows"));
    await resultsOf(page).first().waitFor();
    expect(await violationsOn(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
});
