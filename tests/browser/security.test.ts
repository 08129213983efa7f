/** Under the policies that a host sends, everything works, and what was not built in does not. */
import { beforeAll, describe, expect, inject, it } from "vitest";
import { useBrowser } from "../support/browser.ts";
import { posts } from "../support/content-files.ts";
import { hostSite } from "../support/host.ts";
import { kindsOfPages } from "../support/kinds-of-pages.ts";
import { openPage } from "../support/watched-page.ts";

const { browser } = useBrowser();
const essay = posts[0]?.path ?? "";
let at: (path: string) => string;

beforeAll(async () => {
  at = await hostSite(inject("notebook"));
});

describe("under the headers of a host", () => {
  it("every kind of page loads without a fault", async () => {
    const { page, faults, settled } = await openPage(browser());
    for (const { path } of kindsOfPages) {
      await page.goto(at(path));
      await settled();
    }
    expect(faults).toEqual([]);
  });

  it("search finds, as a dialog and on its page", async () => {
    const { page, faults } = await openPage(browser());
    await page.goto(at(essay));
    await page.keyboard.press("/");
    await page.getByRole("searchbox").fill("tenant");
    await page.locator(".search-results li").first().waitFor();
    await page.goto(at("/search/?q=tenant"));
    await page.locator(".search-results li").first().waitFor();
    expect(faults).toEqual([]);
  });

  it("the switch between day and night is there, and a choice that was made is kept", async () => {
    const { page, faults, settled } = await openPage(browser());
    await page.goto(at(essay));
    await page.getByRole("button", { name: /^(Day|Night) theme$/ }).click();
    const theme = await page.locator("html").getAttribute("data-theme");
    await page.reload();
    await settled();
    expect(theme).toBeTruthy();
    expect(await page.locator("html").getAttribute("data-theme")).toBe(theme);
    expect(faults).toEqual([]);
  });
});

it.each([
  ["a script", `<script>window.ran = true</script>`],
  ["a script of another site", `<script src="https://other.example/x.js"></script>`],
  ["a handler", `<img src="/nothing" onerror="window.ran = true">`],
  ["a style", `<style>body { display: none }</style>`],
  ["another base", `<base href="https://other.example/">`],
])("%s that somebody slipped into a page is not heeded", async (_, markup) => {
  const { page, settled } = await openPage(browser());
  await page.route(at(essay), async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace("<main", () => `${markup}<main`) });
  });
  await page.route("https://other.example/**", (route) =>
    route.fulfill({ contentType: "text/javascript", body: "window.ran = true" }),
  );
  await page.goto(at(essay));
  await settled();
  const state = await page.evaluate(() => ({
    ran: "ran" in window,
    hidden: getComputedStyle(document.body).display === "none",
    base: document.baseURI,
  }));
  expect(state).toEqual({ ran: false, hidden: false, base: at(essay) });
});
