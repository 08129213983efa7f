/** With JavaScript off, everything but search can be read and used, and search says where to look. */
import { describe, expect, it } from "vitest";
import { useBrowser } from "../support/browser.ts";
import { kindsOfPages } from "../support/kinds-of-pages.ts";
import { openPage } from "../support/watched-page.ts";

const { browser, url } = useBrowser();

describe("with JavaScript off", () => {
  it.each(kindsOfPages)("$kind can be read", async ({ path }) => {
    const { page, faults } = await openPage(browser(), { javaScriptEnabled: false });
    await page.goto(url(path));
    expect(await page.getByRole("heading", { level: 1 }).isVisible()).toBe(true);
    expect((await page.getByRole("main").allInnerTexts()).join().length).toBeGreaterThan(60);
    expect(faults).toEqual([]);
  });

  it("no page offers what would not work", async () => {
    const { page } = await openPage(browser(), { javaScriptEnabled: false });
    for (const { path } of kindsOfPages) {
      await page.goto(url(path));
      expect(await page.locator("button:visible, input:visible").count(), path).toBe(0);
    }
  });

  it("the menu's search leads to a page that leads to the archive", async () => {
    const { page } = await openPage(browser(), { javaScriptEnabled: false });
    await page.goto(url("/"));
    await page.getByRole("navigation", { name: "Site" }).getByRole("link", { name: "Search" }).click();
    await expect.poll(() => new URL(page.url()).pathname).toBe("/search/");
    await page.getByRole("main").getByRole("link", { name: "Essays", exact: true }).click();
    await expect.poll(() => new URL(page.url()).pathname).toBe("/posts/");
  });

  it("the table of contents opens", async () => {
    const { page } = await openPage(browser(), { javaScriptEnabled: false, viewport: { width: 360, height: 640 } });
    await page.goto(url(kindsOfPages[2]?.path ?? ""));
    const contents = page.getByRole("navigation", { name: "Contents" });
    expect(await contents.getByRole("link").first().isVisible()).toBe(false);
    await contents.locator("summary").click();
    expect(await contents.getByRole("link").first().isVisible()).toBe(true);
  });
});
