/** The site at the top of the repository, whatever it says, in a browser. */
import { beforeAll, expect, it } from "vitest";
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

it.skipIf(!isOurs)(
  "each essay and project of the site that comes with the engine is accessible, by day and by night",
  async () => {
    const { page } = await openPage(browser());
    const found: string[] = [];
    for (const { path } of pages.filter(({ path }) => /^\/(posts|projects)\/[^/]+\/$/.test(path))) {
      await page.goto(at(path));
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        found.push(...(await violationsOn(page)).map((line) => `${path} ${colorScheme}: ${line}`));
      }
    }
    expect(found).toEqual([]);
  },
  120_000,
);
