/** A page on paper, which does not scroll: nothing is cut, links show where they lead, the colophon is not left alone. */
import { join } from "node:path";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { useBrowser } from "../support/browser.ts";
import { buildFixture } from "../support/built-fixture.ts";
import { serve } from "../support/served-site.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";
import { openPage } from "../support/watched-page.ts";

const { browser } = useBrowser();
const out = join(useTemporaryFolder(), "readers");
/** What is between the margins of A4 and of US Letter, upright and across, in CSS pixels. */
const PAPERS = [680, 1010];
let url: (path: string) => string;

beforeAll(async () => {
  await buildFixture("readers", out);
  url = await serve(out);
});

async function printed(path: string, width = 680): Promise<Page> {
  const { page } = await openPage(browser(), { viewport: { width, height: 960 } });
  await page.emulateMedia({ media: "print" });
  await page.goto(url(path));
  return page;
}

describe.each(["/posts/wide/", "/posts/harbour/"])("%s", (path) => {
  it.each(PAPERS)("has nothing that is cut on paper of %s pixels", async (width) => {
    const page = await printed(path, width);
    const cut = await page.locator(".prose").evaluate((prose) => {
      const edge = prose.getBoundingClientRect().right + 1;
      // The box of a formula is as wide as its column, and what is in it may be wider.
      const inside = prose.querySelectorAll("table, pre, code, math > *, svg, img, .plan, p, li");
      return [...inside]
        .filter((element) => element.getBoundingClientRect().right > edge)
        .map((element) => `${element.tagName}: ${element.textContent?.slice(0, 40)}`);
    });
    expect(cut).toEqual([]);
  });

  it("hides nothing behind a scroll bar", async () => {
    const page = await printed(path);
    const hidden = await page
      .locator(".prose *")
      .evaluateAll((all) =>
        all
          .filter(
            (one) =>
              one.scrollWidth > one.clientWidth + 1 &&
              getComputedStyle(one).overflowX !== "visible" &&
              one.clientWidth > 0,
          )
          .map((one) => one.outerHTML.slice(0, 80)),
      );
    expect(hidden).toEqual([]);
  });
});

it("a link shows its address, unless that is its text or leads within the page", async () => {
  const page = await printed("/posts/wide/");
  const shown = await page
    .locator(".prose > p a")
    .evaluateAll((links) => links.map((link) => [link.textContent, getComputedStyle(link, "::after").content]));
  expect(Object.fromEntries(shown)).toMatchObject({
    link: '" (https://www.postgresql.org/docs/18/explicit-locking.html)"',
    tags: '" (/tags/)"',
    "this page": "none",
    "ada@ada.example": "none",
    "https://example.org/auto/": "none",
  });
});

it("the colophon stays with the end of the text", async () => {
  const page = await printed("/posts/wide/");
  const style = await page.locator(".colophon").evaluate((colophon) => {
    const { breakBefore, breakInside } = getComputedStyle(colophon);
    return { breakBefore, breakInside };
  });
  expect(style).toEqual({ breakBefore: "avoid", breakInside: "avoid" });
});
