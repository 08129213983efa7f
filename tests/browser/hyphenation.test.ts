/** Where words may be broken, by the page's styles; at which syllables is the browser's to know. */
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { useBrowser } from "../support/browser.ts";
import { buildFixture } from "../support/built-fixture.ts";
import { serve } from "../support/served-site.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";
import { openPage } from "../support/watched-page.ts";

const { browser } = useBrowser();
const out = join(useTemporaryFolder(), "readers");
let url: (path: string) => string;

beforeAll(async () => {
  await buildFixture("readers", out);
  url = await serve(out);
});

describe.each([320, 1280])("at %s pixels", (width) => {
  it.each([
    { selector: ".prose > p", hyphens: "auto", limit: "8 4 4" },
    { selector: "h1", hyphens: "auto", limit: "16 6 6" },
    { selector: ".prose h2", hyphens: "auto", limit: "16 6 6" },
    { selector: ".prose code", hyphens: "manual" },
    { selector: ".prose pre", hyphens: "manual" },
    { selector: ".prose td", hyphens: "manual" },
  ])("$selector has hyphens $hyphens", async ({ selector, hyphens, limit }) => {
    const { page } = await openPage(browser(), { viewport: { width, height: 800 } });
    await page.goto(url("/posts/harbour/"));
    const style = await page
      .locator(selector)
      .first()
      .evaluate((element) => {
        const computed = getComputedStyle(element);
        return { hyphens: computed.hyphens, limit: computed.getPropertyValue("hyphenate-limit-chars") };
      });
    expect(style).toMatchObject({ hyphens, ...(limit && { limit }) });
  });
});
