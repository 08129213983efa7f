/** The site at the top of the repository, whatever it says, in a browser. */
import { beforeAll, describe, expect, it } from "vitest";
import { violationsOn } from "../support/accessibility.ts";
import { useBrowser } from "../support/browser.ts";
import { EXAMPLE, isOurs, pagesIn } from "../support/example-site.ts";
import { serve } from "../support/served-site.ts";
import { openPage } from "../support/watched-page.ts";

const { browser } = useBrowser();
const pages = pagesIn(EXAMPLE).filter(({ isWhole }) => isWhole);
let at: (path: string) => string;

beforeAll(async () => {
  at = await serve(EXAMPLE.folder, new URL(EXAMPLE.url).pathname.replace(/\/$/, ""));
});

it("each page loads without a fault, and fits a narrow screen", async () => {
  const { page, faults, settled } = await openPage(browser(), { viewport: { width: 320, height: 640 } });
  // Pictures of other sites are theirs to serve.
  await page.route(/^https:/, (route) => route.fulfill({ contentType: "image/svg+xml", body: "<svg/>" }));
  const tooWide: string[] = [];
  for (const { path } of pages) {
    await page.goto(at(path));
    await settled();
    const { scrollWidth, clientWidth } = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return { scrollWidth, clientWidth };
    });
    if (scrollWidth > clientWidth) tooWide.push(`${path} is ${scrollWidth - clientWidth} pixels too wide`);
  }
  expect(faults).toEqual([]);
  expect(tooWide).toEqual([]);
}, 300_000);

describe.skipIf(!isOurs)("the pages with most on them, by day and by night", () => {
  const longest = pages.toSorted((a, b) => b.html.length - a.html.length).slice(0, 3);

  it.each(longest)("$path is accessible", async ({ path }) => {
    const { page } = await openPage(browser(), { colorScheme: "light" });
    await page.goto(at(path));
    expect(await violationsOn(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await violationsOn(page)).toEqual([]);
  });
});
