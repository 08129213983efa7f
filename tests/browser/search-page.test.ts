/** Search on its own page, whose address keeps what is looked for. */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { useBrowser } from "../support/browser.ts";
import { posts, projects, tags } from "../support/content-files.ts";
import { openPage, TIMEOUT_MS } from "../support/watched-page.ts";

const { browser, url } = useBrowser();
const soon = { timeout: TIMEOUT_MS };
const titles = (page: Page) => page.locator(".search-results h2").allInnerTexts();

describe("the search page", () => {
  it("searches for what its address says", async () => {
    const { page, faults } = await open("?q=tenant");
    await found(page, "tenant");
    expect(await page.getByRole("searchbox").inputValue()).toBe("tenant");
    expect((await titles(page)).length).toBeGreaterThan(1);
    expect(faults).toEqual([]);
  });

  it("puts what is looked for into its address, without a step in the history", async () => {
    const { page } = await open("");
    const steps = await page.evaluate(() => history.length);
    await page.getByRole("searchbox").fill("row lock & more");
    await found(page, "row lock & more");
    await expect.poll(() => new URL(page.url()).search, soon).toBe("?q=row+lock+%26+more");
    await page.getByRole("searchbox").fill("");
    await expect.poll(() => page.url(), soon).toBe(url("/search/"));
    expect(await page.evaluate(() => history.length)).toBe(steps);
  });

  it("offers searches while nothing is typed", async () => {
    const { page } = await open("");
    const examples = page.locator(".search-examples a");
    await expect.poll(() => examples.first().isVisible(), soon).toBe(true);
    const text = (await examples.first().textContent()) ?? "";
    await examples.first().click();
    await found(page, text);
    expect(await examples.first().isVisible()).toBe(false);
  });

  it("folds its filters where they would stand between the field and the results", async () => {
    const { page } = await open("");
    await page.setViewportSize({ width: 360, height: 640 });
    await page.goto(url("/search/?q=PostgreSQL"));
    await found(page, "PostgreSQL");
    expect(await page.getByLabel("Order").isVisible()).toBe(false);
    await page.getByText("Filter and sort").click();
    expect(await page.getByLabel("Order").isVisible()).toBe(true);
  });

  it("finds every post and project by its title", async () => {
    const { page } = await open("");
    for (const { title } of [...posts, ...projects]) {
      await page.getByRole("searchbox").fill(title);
      await found(page, title);
      expect(await titles(page)).toContain(title);
    }
  });

  it("says nothing twice: neither what a page is found by, nor where its section begins", async () => {
    const { page } = await open("");
    for (const query of ["tenant", "lock", "queue", "transaction", "PostgreSQL"]) {
      await page.getByRole("searchbox").fill(query);
      await found(page, query);
      const said = await page
        .locator(".search-results > li")
        .evaluateAll((results) =>
          results.map((one) => [...one.querySelectorAll(".excerpt")].map(({ textContent = "" }) => textContent)),
        );
      for (const excerpts of said) {
        const words = excerpts.map((text) => text.replace(/^… | …$/g, ""));
        expect(words).toEqual([...new Set(words)]);
      }
    }
  });

  it("shows what belongs to the last letters typed", async () => {
    const { page } = await open("");
    await page.getByRole("searchbox").pressSequentially("partitions of tenants");
    await found(page, "partitions of tenants");
    expect(await page.getByRole("status").textContent()).toContain("“partitions of tenants”");
  });

  it.each(["**/pagefind/*.pf_meta", "**/pagefind/words*", "**/assets/search-worker-*.js"])(
    "searches for what was typed before it was ready, once it is: %s comes late",
    async (late) => {
      const { page } = await openPage(browser());
      let arrive = () => {};
      const typed = new Promise<void>((resolve) => {
        arrive = resolve;
      });
      await page.route(late, (route) => typed.then(() => route.continue()));
      await page.goto(url("/search/"));
      await page.getByRole("searchbox").pressSequentially("tenant");
      arrive();
      await found(page, "tenant");
    },
  );

  it("shows only pages of the tag that was picked, of which it said how many there are", async () => {
    const { page } = await open("?q=PostgreSQL");
    const [tag] = tags;
    const tagged = posts.filter((post) => post.tags.includes(tag?.name ?? ""));
    await page.getByLabel("Tag").selectOption({ label: `${tag?.name} (${tagged.length})` });
    await expect
      .poll(() => titles(page).then((all) => all.sort()), soon)
      .toEqual(tagged.map(({ title }) => title).sort());
    await expect.poll(() => new URL(page.url()).searchParams.get("tag"), soon).toBe(tag?.name);
    await page.getByLabel("Tag").selectOption("");
    await expect.poll(() => titles(page).then((all) => all.length), soon).toBeGreaterThan(tagged.length);
  });

  it("takes its filters from the address too", async () => {
    const { page } = await open("?q=PostgreSQL&kind=Essay");
    await expect.poll(() => titles(page).then((all) => all.length), soon).toBe(posts.length);
    expect(await page.getByLabel("Kind").inputValue()).toBe("Essay");
    expect(posts.map(({ title }) => title)).toEqual(expect.arrayContaining(await titles(page)));
  });

  it("leads to the very section that was found", async () => {
    const { page } = await open("?q=PgBouncer");
    await found(page, "PgBouncer");
    const section = page.locator(".search-results li li a").first();
    const title = await section.textContent();
    const href = (await section.getAttribute("href")) ?? "";
    expect(href).toContain("#");
    await section.click();
    await page.waitForURL((address) => address.pathname + address.hash === href);
    const heading = page.locator(`[id="${decodeURIComponent(new URL(page.url()).hash.slice(1))}"]`);
    expect(await heading.textContent()).toBe(title);
    await expect
      .poll(() => heading.boundingBox().then((box) => box !== null && box.y >= 0 && box.y < 720), soon)
      .toBe(true);
  });

  it("marks the words that were looked for", async () => {
    const { page } = await open("?q=PgBouncer");
    await found(page, "PgBouncer");
    const marks = await page.locator(".search-results mark").allTextContents();
    expect(marks.length).toBeGreaterThan(0);
    expect(marks.filter((mark) => !/pgbouncer/i.test(mark))).toEqual([]);
  });

  it("marks them in a reader's own colours: a mark has its ground, since the system gives it the ink for it", async () => {
    const { page } = await open("?q=PgBouncer");
    await page.emulateMedia({ forcedColors: "active" });
    await found(page, "PgBouncer");
    const mark = page.locator(".search-results mark").first();
    expect(await mark.evaluate((element) => getComputedStyle(element).backgroundColor)).not.toMatch(/^rgba\(.*, 0\)$/);
  });

  it("sets its results as lists on other pages are set", async () => {
    const { page } = await open("?q=PgBouncer");
    await found(page, "PgBouncer");
    const results = page.locator(".search-results");
    expect(await results.evaluate((list) => getComputedStyle(list).listStyleType)).toBe("none");
    expect(
      await results
        .locator("li")
        .first()
        .evaluate((item) => getComputedStyle(item).display),
    ).toBe("grid");
  });
});

async function open(query: string) {
  const watched = await openPage(browser());
  await watched.page.goto(url(`/search/${query}`));
  return watched;
}

function found(page: Page, text: string): Promise<void> {
  return page
    .getByRole("status")
    .filter({ hasText: `ound for “${text}”` })
    .waitFor();
}
