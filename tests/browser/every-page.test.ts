/** Every page of the default site loads without a fault, and nothing on it moves. */
import { describe, expect, inject, it } from "vitest";
import { useBrowser } from "../support/browser.ts";
import { pagesOf } from "../support/built-site.ts";
import { openPage } from "../support/watched-page.ts";

const { browser, url } = useBrowser();
const pages = pagesOf(inject("defaultSite"));

declare global {
  interface Window {
    shifts: number[];
  }
}

describe.each([{ width: 360 }, { width: 1280 }])("at a width of $width", ({ width }) => {
  it("each page loads without an error, a warning or a failed request, and does not shift", async () => {
    const { page, faults } = await openPage(browser(), { viewport: { width, height: 800 } });
    await page.addInitScript(observeShifts);
    for (const path of pages) {
      await page.goto(url(path), { waitUntil: "networkidle" });
      const shifts = await page.evaluate(() => window.shifts);
      faults.push(...shifts.map((value) => `${path} shifts by ${value}`));
    }
    expect(faults).toEqual([]);
  });
});

it("a page shifts by next to nothing when its fonts arrive late", async () => {
  const { page } = await openPage(browser());
  await page.addInitScript(observeShifts);
  let arrive = () => {};
  const painted = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route("**/*.woff2", async (route) => {
    await painted;
    await route.continue();
  });
  await page.goto(url("/posts/"), { waitUntil: "domcontentloaded" });
  await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
  arrive();
  await page.waitForLoadState("networkidle");
  expect(await page.evaluate(() => document.fonts.status)).toBe("loaded");
  const shifts = await page.evaluate(() => window.shifts);
  expect(shifts.reduce((sum, value) => sum + value, 0)).toBeLessThan(0.01);
});

it.each(["/feed.xml", "/atom.xml", "/sitemap.xml"])("%s is well-formed XML to a browser", async (path) => {
  const { page } = await openPage(browser());
  await page.goto(url("/"));
  const root = await page.evaluate(async (address) => {
    const text = await (await fetch(address)).text();
    const document = new DOMParser().parseFromString(text, "application/xml");
    return document.querySelector("parsererror")?.textContent ?? document.documentElement.localName;
  }, path);
  expect(["rss", "feed", "urlset"]).toContain(root);
});

function observeShifts(): void {
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.shifts.push((entry as PerformanceEntry & { value: number }).value);
  }).observe({ type: "layout-shift", buffered: true });
}
