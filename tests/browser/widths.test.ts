/** No page is wider than the screen; what does not fit, such as code and tables, scrolls by itself. */
import { beforeAll, expect, inject, it } from "vitest";
import { useBrowser } from "../support/browser.ts";
import { pagesOf, readAt } from "../support/built-site.ts";
import { serve } from "../support/served-site.ts";
import { openPage } from "../support/watched-page.ts";

const { browser, url } = useBrowser();
const WIDTHS = [320, 360, 768, 1280, 1920];
const out = inject("everything");
let everything: (path: string) => string;

beforeAll(async () => {
  everything = await serve(out, "/blog");
});

it("no page of the notebook scrolls sideways", async () => {
  expect(await widerThanScreen(pagesOf(inject("notebook")).map(url))).toEqual([]);
});

it("no page of a site with everything scrolls sideways", async () => {
  const paths = pagesOf(out).filter((path) => !readAt(out, path).includes('http-equiv="refresh"'));
  expect(await widerThanScreen(paths.map(everything))).toEqual([]);
});

it("no page scrolls sideways on a phone with text at twice its size", async () => {
  const { page } = await openPage(browser(), { viewport: { width: 360, height: 800 } });
  const found: string[] = [];
  for (const address of pagesOf(inject("notebook")).map(url)) {
    await page.goto(address);
    const excess = await page.evaluate(() => {
      const root = document.documentElement;
      root.style.fontSize = `${2 * Number.parseFloat(getComputedStyle(root).fontSize)}px`;
      return root.scrollWidth - root.clientWidth;
    });
    if (excess > 0) found.push(`${address} is ${excess} pixels too wide`);
  }
  expect(found).toEqual([]);
});

it.each(WIDTHS)("callouts of every kind are shown at a width of %s pixels", async (width) => {
  const { page } = await openPage(browser(), { viewport: { width, height: 800 } });
  await page.goto(everything("/posts/features/"));
  const paragraph = await page.locator(".prose > p").first().boundingBox();
  for (const callout of await page.locator(".callout").all()) {
    expect((await callout.boundingBox())?.x).toBe(paragraph?.x);
  }
});

it("the text of an essay can be read at 320 pixels: it is as wide as the screen, and code scrolls", async () => {
  const { page } = await openPage(browser(), { viewport: { width: 320, height: 640 } });
  await page.goto(url("/posts/skip-locked/"));
  const paragraph = await page.locator(".prose > p").first().boundingBox();
  expect(paragraph?.width).toBeGreaterThan(260);
  const overflowing = await page
    .locator("pre")
    .evaluateAll((blocks) => blocks.filter((block) => block.scrollWidth > block.clientWidth).length);
  expect(overflowing).toBeGreaterThan(0);
});

async function widerThanScreen(addresses: string[]): Promise<string[]> {
  const { page } = await openPage(browser());
  const found: string[] = [];
  for (const address of addresses) {
    await page.goto(address);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      const excess = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (excess > 0) found.push(`${address} is ${excess} pixels too wide at ${width}`);
    }
  }
  return found;
}
