/** The switch between day and night. */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { useBrowser } from "../support/browser.ts";
import { openPage } from "../support/watched-page.ts";

const { browser, url } = useBrowser();

describe.each([
  { system: "light", other: "dark" },
  { system: "dark", other: "light" },
] as const)("on a system whose scheme is $system", ({ system, other }) => {
  it("a page follows the system, and goes with it when it changes", async () => {
    const { page } = await open(system);
    expect(await schemeOf(page)).toBe(system);
    await page.emulateMedia({ colorScheme: other });
    expect(await schemeOf(page)).toBe(other);
    // The page's script hears of it after its styles have changed.
    await page.getByRole("button", themeSwitch(system)).waitFor();
  });

  it("a reader's own choice shows at once, and stays over a reload and on other pages", async () => {
    const { page } = await open(system);
    await page.getByRole("button", themeSwitch(other)).click();
    expect(await schemeOf(page)).toBe(other);
    await page.reload();
    expect(await schemeOf(page)).toBe(other);
    await page.goto(url("/posts/"));
    expect(await schemeOf(page)).toBe(other);
  });

  it("a reader who goes back to what the system has follows it again", async () => {
    const { page } = await open(system);
    await page.getByRole("button", themeSwitch(other)).click();
    await page.getByRole("button", themeSwitch(system)).click();
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    await page.reload();
    await page.emulateMedia({ colorScheme: other });
    expect(await schemeOf(page)).toBe(other);
  });

  it("a reader's choice is there before anything is painted, without the page's script", async () => {
    const { page } = await open(system);
    await page.getByRole("button", themeSwitch(other)).click();
    await page.route("**/*.js", (route) => route.abort());
    await page.reload();
    expect(await schemeOf(page)).toBe(other);
  });
});

it("a page is printed by day, also for a reader who chose the night", async () => {
  const { page } = await open("light");
  const underline = () =>
    page
      .locator("main a")
      .first()
      .evaluate((link) => getComputedStyle(link).textDecorationColor);
  const byDay = await underline();
  await page.getByRole("button", themeSwitch("dark")).click();
  expect(await underline()).not.toBe(byDay);
  await page.emulateMedia({ media: "print" });
  expect(await underline()).toBe(byDay);
});

it("the switch works where storage is closed to the page", async () => {
  const { page, faults } = await openPage(browser(), { colorScheme: "light" });
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get: () => {
        throw new DOMException("closed", "SecurityError");
      },
    });
  });
  await page.goto(url("/"));
  await page.getByRole("button", themeSwitch("dark")).click();
  expect(await schemeOf(page)).toBe("dark");
  expect(faults).toEqual([]);
});

async function open(colorScheme: "light" | "dark") {
  const watched = await openPage(browser(), { colorScheme });
  await watched.page.goto(url("/"));
  return watched;
}

/** Its name begins with the word that it shows, so that it can be asked for by voice. */
function themeSwitch(to: "light" | "dark"): { name: string } {
  return { name: to === "dark" ? "Night theme" : "Day theme" };
}

/** By what a reader sees: whether the text is lighter than what it stands on. */
function schemeOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { color, backgroundColor } = getComputedStyle(document.body);
    const canvas = getComputedStyle(document.documentElement).backgroundColor;
    const paint = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d", {
      willReadFrequently: true,
    });
    const lightness = (value: string) => {
      if (!paint) return 0;
      paint.fillStyle = value;
      paint.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0] = paint.getImageData(0, 0, 1, 1).data;
      return red + green + blue;
    };
    const ground = backgroundColor === "rgba(0, 0, 0, 0)" ? canvas : backgroundColor;
    return lightness(color) > lightness(ground) ? "dark" : "light";
  });
}
