/** Search as a dialog, used by keyboard alone. */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { useBrowser } from "../support/browser.ts";
import { posts } from "../support/content-files.ts";
import { openPage, TIMEOUT_MS } from "../support/watched-page.ts";

const { browser, url } = useBrowser();
const essay = posts[0]?.path ?? "";

describe("the search dialog", () => {
  it.each(["/", "Control+k", "Meta+k"])("opens with %s, and its field has the focus", async (key) => {
    const { page, faults } = await open();
    await page.keyboard.press(key);
    await page.getByRole("dialog", { name: "Search" }).waitFor();
    expect(await focusOf(page)).toBe("input");
    expect(faults).toEqual([]);
  });

  it("opens from the menu too", async () => {
    const { page } = await open();
    await page.getByRole("navigation", { name: "Site" }).getByRole("link", { name: "Search" }).press("Enter");
    await page.getByRole("dialog").waitFor();
    expect(new URL(page.url()).pathname).toBe(essay);
    expect(await focusOf(page)).toBe("input");
  });

  it("takes a slash for a slash once it is open", async () => {
    const { page } = await open();
    await page.keyboard.press("/");
    await page.getByRole("dialog").waitFor();
    await page.keyboard.type("a/b");
    expect(await page.getByRole("searchbox").inputValue()).toBe("a/b");
  });

  it("lists what is found, and the arrow keys go through it and back", async () => {
    const { page, faults } = await search("tenant");
    const links = page.locator(".search-results a");
    const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href")));
    expect(hrefs.length).toBeGreaterThan(2);
    for (const href of hrefs.slice(0, 3)) {
      await page.keyboard.press("ArrowDown");
      expect(await page.evaluate(() => document.activeElement?.getAttribute("href"))).toBe(href);
    }
    for (let step = 0; step < 3; step++) await page.keyboard.press("ArrowUp");
    expect(await focusOf(page)).toBe("input");
    await page.keyboard.press("ArrowUp");
    expect(await focusOf(page)).toBe("input");
    expect(faults).toEqual([]);
  });

  it("opens the first result with Enter in the field, and any with Enter on it", async () => {
    for (const presses of [0, 2]) {
      const { page } = await search("tenant");
      const links = page.locator(".search-results a");
      const wanted = await links.nth(Math.max(0, presses - 1)).getAttribute("href");
      for (let step = 0; step < presses; step++) await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await page.waitForURL((address) => address.pathname + address.hash === wanted);
    }
  });

  it("opens the first result of what was typed last, when Enter comes before its answer", async () => {
    const { page } = await search("tenant");
    const wanted = await firstResultOf("carillon");
    await page.getByRole("searchbox").selectText();
    // In one go, as for one who types faster than the answers come: what is listed is about tenants still.
    await page.getByRole("searchbox").evaluate((field: HTMLInputElement) => {
      field.value = "carillon";
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
      field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
    });
    await page.waitForURL((address) => address.pathname + address.hash === wanted);
  });

  it("opens nothing when something else is typed after Enter", async () => {
    const { page } = await open();
    await page.keyboard.press("/");
    await page.getByRole("searchbox").evaluate((field: HTMLInputElement) => {
      for (const [value, key] of [
        ["tenant", "Enter"],
        ["carillon", "Shift"],
      ]) {
        field.value = value ?? "";
        field.dispatchEvent(new InputEvent("input", { bubbles: true }));
        field.dispatchEvent(new KeyboardEvent("keydown", { key: key ?? "", bubbles: true }));
      }
    });
    await page.locator(".search-status", { hasText: "carillon" }).waitFor();
    expect(new URL(page.url()).pathname).toBe(essay);
  });

  it("keeps the focus in the dialog when the result that has it is gone with the next answer", async () => {
    const { page } = await search("tenant");
    await page.keyboard.press("ArrowDown");
    await page.getByRole("searchbox").evaluate((field: HTMLInputElement) => {
      field.value = "carillon";
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    });
    await page.locator(".search-status", { hasText: "carillon" }).waitFor();
    expect(await focusOf(page)).toBe("input");
  });

  it("closes with Escape, and gives the focus back to where it was", async () => {
    const { page } = await open();
    await page.locator("pre").first().focus();
    await page.keyboard.press("/");
    await page.getByRole("dialog").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    expect(await focusOf(page)).toBe("pre");
  });

  it("with something in its field, empties it with the first Escape and closes with the second", async () => {
    const { page } = await search("tenant");
    await page.keyboard.press("Escape");
    expect(await page.getByRole("searchbox").inputValue()).toBe("");
    await expect.poll(() => page.locator(".search-results a").count(), { timeout: TIMEOUT_MS }).toBe(0);
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
  });

  it("closes with its button, which Tab reaches", async () => {
    const { page } = await open();
    await page.keyboard.press("/");
    await page.getByRole("dialog").waitFor();
    await page.keyboard.press("Tab");
    expect(await focusOf(page)).toBe("button");
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
  });

  it("keeps the focus inside while it is open", async () => {
    const { page } = await search("tenant");
    for (let step = 0; step < 40; step++) {
      await page.keyboard.press("Tab");
      const outside = await page.evaluate(
        () => document.activeElement !== document.body && !document.activeElement?.closest("dialog"),
      );
      expect(outside).toBe(false);
    }
  });
});

async function open() {
  const watched = await openPage(browser());
  await watched.page.goto(url(essay), { waitUntil: "load" });
  return watched;
}

async function search(text: string) {
  const watched = await open();
  await watched.page.keyboard.press("/");
  await watched.page.getByRole("dialog").waitFor();
  await watched.page.keyboard.type(text);
  await watched.page
    .getByRole("status")
    .filter({ hasText: `found for “${text}”` })
    .waitFor();
  return watched;
}

function focusOf(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.activeElement?.localName);
}

/** Its address. */
async function firstResultOf(text: string): Promise<string | null> {
  const { page } = await search(text);
  return page.locator(".search-results a").first().getAttribute("href");
}
