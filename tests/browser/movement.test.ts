/** Transitions between pages, and pages that are fetched ahead. */
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { useBrowser } from "../support/browser.ts";
import { openPage, TIMEOUT_MS } from "../support/watched-page.ts";

const { browser, url } = useBrowser();

declare global {
  interface Window {
    faded: boolean;
  }
}

it.each([
  { reducedMotion: "no-preference", fades: true },
  { reducedMotion: "reduce", fades: false },
] as const)(
  "one page fades into the next: $fades, where a reader's wish is $reducedMotion",
  async ({ reducedMotion, fades }) => {
    const { page } = await openPage(browser(), { reducedMotion });
    await page.addInitScript(() => {
      addEventListener("pagereveal", ({ viewTransition }) => {
        window.faded = viewTransition !== null;
      });
    });
    await page.goto(url("/"));
    await menuLink(page).click();
    await page.waitForURL(url("/projects/"));
    await expect.poll(() => page.evaluate(() => window.faded), { timeout: TIMEOUT_MS }).toBe(fades);
  },
);

it("a page is fetched when a pointer rests on a link to it", async () => {
  const { page } = await openPage(browser());
  await page.goto(url("/"));
  const fetched = page.waitForRequest(url("/projects/"));
  await menuLink(page).hover();
  expect((await fetched).headers()["sec-purpose"]).toBe("prefetch");
});

function menuLink(page: Page) {
  return page.getByRole("navigation", { name: "Site" }).getByRole("link", { name: "Projects" });
}
