/** Every page of the notebook loads without a fault, and nothing on it moves. */
import { describe, expect, inject, it } from "vitest";
import { useBrowser } from "../support/browser.ts";
import { pagesOf } from "../support/built-site.ts";
import { posts, projects } from "../support/content-files.ts";
import { kindsOfPages } from "../support/kinds-of-pages.ts";
import { openPage } from "../support/watched-page.ts";

const { browser, url } = useBrowser();

declare global {
  interface Window {
    shifts: number[];
  }
}

it("each page loads without an error, a warning or a failed request", async () => {
  const { page, faults, settled } = await openPage(browser());
  for (const path of pagesOf(inject("notebook"))) {
    await page.goto(url(path));
    await settled();
  }
  expect(faults).toEqual([]);
}, 300_000);

describe.each([{ width: 360 }, { width: 1280 }])("at a width of $width", ({ width }) => {
  it.each(kindsOfPages)("$kind does not move while it loads", async ({ path, ready = "main" }) => {
    const { page, settled } = await openPage(browser(), { viewport: { width, height: 800 } });
    await page.addInitScript(observeShifts);
    await page.route("**/*.woff2", (route) => route.abort());
    await page.goto(url(path));
    await page.locator(ready).first().waitFor({ state: "attached" });
    await settled();
    expect(await page.evaluate(() => window.shifts)).toEqual([]);
  });

  it("text stays where it is, but for a line here and there, when its fonts arrive late", async () => {
    for (const path of ["/", posts[0]?.path ?? "", projects[0]?.path ?? ""]) {
      const { page, settled } = await openPage(browser(), { viewport: { width, height: 800 } });
      await page.addInitScript(observeShifts);
      let arrive = () => {};
      const painted = new Promise<void>((resolve) => {
        arrive = resolve;
      });
      await page.route("**/*.woff2", (route) => painted.then(() => route.continue()));
      await page.goto(url(path), { waitUntil: "domcontentloaded" });
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      arrive();
      await settled();
      expect(await page.evaluate(() => document.fonts.check("1em Text"))).toBe(true);
      expect((await page.evaluate(() => window.shifts)).reduce((sum, shift) => sum + shift, 0)).toBeLessThan(0.05);
    }
  });
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
