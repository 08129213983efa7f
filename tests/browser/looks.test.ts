/** The second theme as readers see it: on every screen, by day, by night and on paper, it has what ours has. */
import { cpSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { violationsOn } from "../support/accessibility.ts";
import { useBrowser } from "../support/browser.ts";
import { pagesOf } from "../support/built-site.ts";
import { NOTEBOOK_AT } from "../support/content-files.ts";
import { kindsOfPages } from "../support/kinds-of-pages.ts";
import { runBuild } from "../support/run-build.ts";
import { serve } from "../support/served-site.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";
import { themedNotebook, WORKBENCH } from "../support/themed-site.ts";
import { openPage } from "../support/watched-page.ts";

const { browser } = useBrowser();
const folder = useTemporaryFolder();
const out = join(folder, "out");
const WIDTHS = [320, 360, 768, 1024, 1280, 1440, 1920];
let url: (path: string) => string;

beforeAll(async () => {
  const site = join(folder, "site");
  themedNotebook(site, {}, "./bench");
  cpSync(WORKBENCH, join(site, "bench"), { recursive: true });
  const { code, output } = await runBuild(["--site", site, "--out", out, "--at", NOTEBOOK_AT]);
  expect(code, output).toBe(0);
  url = await serve(out);
});

it("no page is wider than the screen, and the policy lets all of it be", async () => {
  const { page, faults, settled } = await openPage(browser());
  const wide: string[] = [];
  for (const path of pagesOf(out)) {
    await page.goto(url(path));
    await settled();
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      const excess = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (excess > 0) wide.push(`${path} is ${excess} pixels too wide at ${width}`);
    }
  }
  expect(wide).toEqual([]);
  expect(faults).toEqual([]);
});

describe.each([{ colorScheme: "light" }, { colorScheme: "dark" }] as const)("in the $colorScheme scheme", (scheme) => {
  it.each(kindsOfPages)("$kind is accessible", async ({ path, ready = "main" }) => {
    const { page } = await openPage(browser(), { ...scheme, viewport: { width: 1280, height: 900 } });
    await page.goto(url(path));
    await page.locator(ready).first().waitFor({ state: "attached" });
    expect(await violationsOn(page)).toEqual([]);
  });

  it("a page on a telephone is accessible", async () => {
    const { page } = await openPage(browser(), { ...scheme, viewport: { width: 360, height: 740 } });
    await page.goto(url("/"));
    expect(await violationsOn(page)).toEqual([]);
  });
});

it("the navigation stands beside the text on wide screens, above it on narrow ones, and stays when one scrolls", async () => {
  const { page } = await openPage(browser(), { viewport: { width: 1280, height: 800 } });
  await page.goto(url("/posts/skip-locked/"));
  const boxes = async () => [await page.locator(".masthead").boundingBox(), await page.locator("h1").boundingBox()];
  const [side, title] = await boxes();
  expect((side?.x ?? 0) + (side?.width ?? 0)).toBeLessThan(title?.x ?? 0);
  await page.evaluate(() => scrollTo({ top: 2000, behavior: "instant" }));
  expect((await boxes())[0]?.y).toBe(0);
  await page.setViewportSize({ width: 500, height: 800 });
  await page.evaluate(() => scrollTo({ top: 0, behavior: "instant" }));
  const [above, below] = await boxes();
  expect((above?.y ?? 0) + (above?.height ?? 0)).toBeLessThanOrEqual(below?.y ?? 0);
});

it("search and the switch between day and night do what they do with us", async () => {
  const { page, faults } = await openPage(browser(), { colorScheme: "light" });
  await page.goto(url("/"));
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  expect(await paper()).toBe("rgb(244, 246, 248)");
  await page.getByRole("button", { name: "Night theme" }).click();
  expect(await paper()).toBe("rgb(18, 22, 27)");
  await page.getByRole("link", { name: "Search" }).first().click();
  await page.getByRole("dialog").waitFor();
  await page.keyboard.type("tenant");
  await page.getByRole("status").filter({ hasText: "found" }).waitFor();
  expect(faults).toEqual([]);
});

it("on paper there is the text, in one column, by day, without navigation", async () => {
  const { page } = await openPage(browser(), { colorScheme: "dark", viewport: { width: 680, height: 960 } });
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  for (const width of [680, 1010]) {
    await page.setViewportSize({ width, height: 960 });
    await page.goto(url("/posts/skip-locked/"));
    expect(await page.locator(".masthead nav").isVisible()).toBe(false);
    expect(await page.locator(".footer").isVisible()).toBe(false);
    const shown = await page.evaluate(() => ({
      excess: Math.max(0, document.documentElement.scrollWidth - innerWidth),
      ground: getComputedStyle(document.documentElement).backgroundColor,
      ink: getComputedStyle(document.documentElement).color,
      size: getComputedStyle(document.documentElement).fontSize,
    }));
    expect(shown).toEqual({ excess: 0, ground: "rgb(255, 255, 255)", ink: "rgb(0, 0, 0)", size: "14.6667px" });
    const text = await page.locator(".prose > p").first().boundingBox();
    expect(text?.x).toBe(0);
    expect(text?.width).toBeCloseTo(484, 0);
  }
});
