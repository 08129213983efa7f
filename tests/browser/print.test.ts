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
/** What is between the margins of A4, upright and across, in CSS pixels; US Letter is wider. */
const PAPERS = [612, 941];
let url: (path: string) => string;

beforeAll(async () => {
  await buildFixture("readers", out);
  url = await serve(out);
});

async function printed(path: string, width = 612): Promise<Page> {
  const { page } = await openPage(browser(), { viewport: { width, height: 960 } });
  await page.emulateMedia({ media: "print" });
  await page.goto(url(path));
  return page;
}

describe.each(["/posts/wide/", "/posts/harbour/"])("%s", (path) => {
  it.each(PAPERS)("has nothing that is cut on paper of %s pixels", async (width) => {
    const page = await printed(path, width);
    const cut = await page.locator(".prose").evaluate((prose) => {
      const edge = innerWidth + 1;
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

it("a link shows its address, unless that is its text or leads within the site", async () => {
  const page = await printed("/posts/wide/");
  const shown = await page
    .locator(".prose > p a")
    .evaluateAll((links) => links.map((link) => [link.textContent, getComputedStyle(link, "::after").content]));
  expect(Object.fromEntries(shown)).toMatchObject({
    link: '" (https://www.postgresql.org/docs/18/explicit-locking.html)"',
    tags: "none",
    "this page": "none",
    "ada@ada.example": "none",
    "https://example.org/auto/": "none",
  });
});

it("is set in lines of 60 to 75 characters, with the title on each page but the first", async () => {
  const page = await printed("/posts/harbour/");
  const characters = await page.locator(".prose").evaluate((prose) => {
    const line = document.createElement("span");
    line.textContent = [...prose.querySelectorAll(":scope > p")].map((paragraph) => paragraph.textContent).join(" ");
    line.style.whiteSpace = "nowrap";
    prose.append(line);
    return (line.textContent.length * prose.clientWidth) / line.getBoundingClientRect().width;
  });
  expect(characters).toBeGreaterThan(60);
  expect(characters).toBeLessThan(75);
  const title = await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--title"));
  expect(JSON.parse(title)).toBe(await page.locator("h1").textContent());
});

it("the colophon stays with the end of the text", async () => {
  const page = await printed("/posts/wide/");
  const style = await page.locator(".colophon").evaluate((colophon) => {
    const { breakBefore, breakInside } = getComputedStyle(colophon);
    return { breakBefore, breakInside };
  });
  expect(style).toEqual({ breakBefore: "avoid", breakInside: "avoid" });
});

it("code that fits on a page is on one, and what is open for good has no triangle", async () => {
  const page = await printed("/posts/wide/");
  const styles = await page.evaluate(() => {
    const details = document.body.appendChild(document.createElement("details"));
    const summary = details.appendChild(document.createElement("summary"));
    return {
      code: getComputedStyle(document.querySelector("pre") ?? document.body).breakInside,
      mark: getComputedStyle(summary).listStyleType,
    };
  });
  expect(styles).toEqual({ code: "avoid", mark: "none" });
});
