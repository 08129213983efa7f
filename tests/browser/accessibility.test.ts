/** axe finds nothing to complain of, on each kind of page, by day and by night. */
import type { Route } from "playwright-core";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { violationsOn } from "../support/accessibility.ts";
import { useBrowser } from "../support/browser.ts";
import { kindsOfPages } from "../support/kinds-of-pages.ts";
import { serve } from "../support/served-site.ts";
import { openPage } from "../support/watched-page.ts";

const { browser, url } = useBrowser();
let everything: (path: string) => string;

beforeAll(async () => {
  everything = await serve(inject("everything"), "/blog");
});

const PHONE = { viewport: { width: 360, height: 740 } };
/** On a phone too, where lines are closer and links must still be told apart by a finger. */
const READERS = [
  { how: "by day", options: { colorScheme: "light" } },
  { how: "by night", options: { colorScheme: "dark" } },
  { how: "on a phone", options: { colorScheme: "light", ...PHONE } },
] as const;

describe.each(READERS)("$how", ({ options }) => {
  it.each(kindsOfPages)("$kind is accessible", async ({ path, ready = "main" }) => {
    const { page } = await openPage(browser(), options);
    await page.goto(url(path));
    await page.locator(ready).first().waitFor({ state: "attached" });
    expect(await violationsOn(page)).toEqual([]);
  });

  it.each([
    { kind: "an essay with every kind of markup, in a series", path: "/posts/features/" },
    { kind: "an essay in a language from right to left", path: "/posts/arabic/" },
    { kind: "an essay in Japanese with a diagram and a formula", path: "/posts/japanese/" },
  ])("$kind is accessible", async ({ path }) => {
    const { page } = await openPage(browser(), options);
    await page.goto(everything(path));
    expect(await violationsOn(page)).toEqual([]);
  });

  it("the search dialog is accessible, empty and with results", async () => {
    const { page } = await openPage(browser(), options);
    await page.goto(url("/"));
    await page.keyboard.press("/");
    await page.getByRole("dialog").waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.keyboard.type("tenant");
    await page.getByRole("status").filter({ hasText: "found" }).waitFor();
    expect(await violationsOn(page)).toEqual([]);
  });
});

// By day only: axe takes the ground that a browser itself gives to a page without styles for white.
it("a page that has moved is accessible", async () => {
  const { page } = await openPage(browser());
  await page.route("**/*", withoutRefresh);
  await page.goto(everything("/features/"));
  expect(new URL(page.url()).pathname).toBe("/blog/features/");
  expect(await violationsOn(page)).toEqual([]);
});

/** Keeps a page that redirects as it is. */
async function withoutRefresh(route: Route): Promise<void> {
  const response = await route.fetch();
  const isPage = response.headers()["content-type"]?.startsWith("text/html");
  if (!isPage) return route.fulfill({ response });
  const body = (await response.text()).replace(/<meta http-equiv="refresh"[^>]*>/, "");
  await route.fulfill({ response, body });
}
