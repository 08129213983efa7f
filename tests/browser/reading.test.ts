/** Reading an essay, with a pointer and without one. */
import { beforeEach, describe, expect, inject, it } from "vitest";
import { useBrowser } from "../support/browser.ts";
import { readAt } from "../support/built-site.ts";
import { posts } from "../support/content-files.ts";
import { openPage, TIMEOUT_MS, type WatchedPage } from "../support/watched-page.ts";

const { browser, url } = useBrowser();
const essay = posts[0]?.path ?? "";
const soon = { timeout: TIMEOUT_MS };
let page: WatchedPage["page"];

describe.each([{ width: 360 }, { width: 1280 }])("an essay at a width of $width", ({ width }) => {
  beforeEach(async () => {
    ({ page } = await openPage(browser(), { viewport: { width, height: 800 } }));
    await page.goto(url(essay));
  });

  it("has headings that go down one level at a time", async () => {
    const levels = await page
      .locator("h1, h2, h3, h4, h5, h6")
      .evaluateAll((all) => all.map((one) => Number(one.tagName[1])));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.length).toBeGreaterThan(5);
    expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
  });

  it("has a table of contents, open or to be opened, that leads to each chapter", async () => {
    const contents = page.getByRole("navigation", { name: "Contents" });
    const summary = contents.locator("summary");
    if (!(await contents.getByRole("link").first().isVisible())) await summary.click();
    const chapters = await page.locator(".prose :is(h2, h3)").allInnerTexts();
    expect(await contents.getByRole("link").allInnerTexts()).toEqual(chapters);
    await contents.getByRole("link").nth(2).click();
    const target = page.locator(".prose :is(h2, h3)").nth(2);
    await expect.poll(() => new URL(page.url()).hash, soon).toBe(`#${await target.getAttribute("id")}`);
    await expect.poll(async () => isOnScreen(await target.boundingBox(), 800), soon).toBe(true);
  });
});

it("a table of contents marks the section that is read, after a jump too", async () => {
  ({ page } = await openPage(browser(), { viewport: { width: 1280, height: 800 } }));
  await page.goto(url(essay));
  const contents = page.getByRole("navigation", { name: "Contents" });
  const marked = contents.locator("[aria-current=location]");
  const headings = page.locator(".prose :is(h2, h3)");
  expect(await marked.count()).toBe(0);
  for (const index of [1, 3, 0]) {
    await headings.nth(index).evaluate((heading) => heading.scrollIntoView({ behavior: "instant" }));
    await expect.poll(() => marked.allTextContents(), soon).toEqual([await headings.nth(index).textContent()]);
  }
});

describe("an essay without a pointer", () => {
  beforeEach(async () => {
    ({ page } = await openPage(browser(), { viewport: { width: 320, height: 640 } }));
    await page.goto(url(essay));
  });

  it("is reached past the menu by the first key: the link that skips to the text", async () => {
    await page.keyboard.press("Tab");
    const skip = page.locator(":focus");
    expect(await skip.textContent()).toMatch(/^\s*Skip to the text\s*$/);
    await expect.poll(async () => isOnScreen(await skip.boundingBox(), 640), soon).toBe(true);
    await page.keyboard.press("Enter");
    await expect.poll(() => page.evaluate(() => document.activeElement?.localName), soon).toBe("main");
    await page.keyboard.press("Tab");
    const isInText = () => page.evaluate(() => Boolean(document.activeElement?.parentElement?.closest("main")));
    await expect.poll(isInText, soon).toBe(true);
  });

  it("has code that is reached by Tab, shows that it is, and scrolls by the arrow keys", async () => {
    const index = await page
      .locator("pre")
      .evaluateAll((all) => all.findIndex((block) => block.scrollWidth > block.clientWidth + 40));
    const block = page.locator("pre").nth(index);
    await block.evaluate((element) => {
      const stops = [...document.querySelectorAll<HTMLElement>("a, pre, [tabindex='0']")];
      stops[stops.indexOf(element as HTMLElement) - 1]?.focus();
    });
    const hasFocus = () => block.evaluate((element) => element === document.activeElement);
    for (let step = 0; step < 3 && !(await hasFocus()); step++) await page.keyboard.press("Tab");
    expect(await hasFocus()).toBe(true);
    expect(await block.evaluate((element) => getComputedStyle(element).outlineStyle)).not.toBe("none");
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => block.evaluate((element) => element.scrollLeft), soon).toBeGreaterThan(0);
  });

  // The steps of timelines are not among them: their lines break, so that nothing of them has to be scrolled to.
  it("has a name for each block of code, and a place for each in the order of Tab", async () => {
    const blocks = await page
      .locator("pre:not(.timeline *)")
      .evaluateAll((all) =>
        all.map((block) => ({ name: block.getAttribute("aria-label"), place: (block as HTMLElement).tabIndex })),
      );
    expect(blocks.length).toBeGreaterThan(3);
    expect(blocks.filter(({ name, place }) => !name || place !== 0)).toEqual([]);
  });
});

it("a footnote is reached from its mark, and the mark from the footnote", async () => {
  const site = inject("notebook");
  const noted = posts.find(({ path }) => readAt(site, path).includes("doc-noteref"))?.path ?? "";
  const { page } = await openPage(browser(), { viewport: { width: 360, height: 640 } });
  await page.goto(url(noted));
  await page.locator("[role=doc-noteref]").first().click();
  await expect.poll(() => new URL(page.url()).hash, soon).toBe("#fn-1");
  await page.locator("#fn-1 [role=doc-backlink]").click();
  await expect.poll(() => new URL(page.url()).hash, soon).toBe("#fnref-1");
});

function isOnScreen(box: { y: number; height: number } | null, height: number): boolean {
  return box !== null && box.y >= 0 && box.y + box.height <= height;
}
