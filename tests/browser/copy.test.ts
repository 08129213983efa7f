/** The button that copies a block of code. */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { useBrowser } from "../support/browser.ts";
import { NOTEBOOK, posts, projects } from "../support/content-files.ts";
import { renderPost } from "../support/render-post.ts";
import { openPage } from "../support/watched-page.ts";

const { browser, url } = useBrowser();

it("copies the code of its block, all of it and nothing else", async () => {
  const { page } = await openPage(browser(), { permissions: ["clipboard-read", "clipboard-write"] });
  await page.goto(url(posts[0]?.path ?? ""));
  for (const selector of [".listing:not(.cut) pre", "pre:not(.listing pre)"]) {
    const block = page.locator(".prose").locator(selector).first();
    const code = await block.locator("code").evaluate((element) => element.textContent);
    const owner = (await block.locator("xpath=parent::figure").count()) > 0 ? block.locator("xpath=..") : block;
    const button = owner.getByRole("button", { name: "Copy" });
    await button.click();
    await owner.getByRole("button", { name: "Copied" }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(code.trimEnd());
  }
});

it("copies a sample that is cut whole, with the empty lines between its pieces and nothing of what came out", async () => {
  const { page } = await openPage(browser(), { permissions: ["clipboard-read", "clipboard-write"] });
  const { path, slug } = projects.find((project) => project.slug === "edits") ?? {};
  await page.goto(url(path ?? ""));
  const blocks = readFileSync(`${NOTEBOOK}/projects/${slug}.md`, "utf8").split(/^```.*\n/m);
  const samples = page.locator(".cut");
  expect(await samples.count()).toBeGreaterThan(1);
  for (const sample of await samples.all()) {
    await sample.getByRole("button", { name: "Copy" }).click();
    await sample.getByRole("button", { name: "Copied" }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(blocks).toContain(`${copied}\n`);
  }
});

it.each([
  ["bash", "$ npm install\n# then\n$ npm start", "npm install\n# then\nnpm start"],
  ["console", "$ ls\na.txt\n$ pwd\n/x", "ls\npwd"],
  ["console numbers", "$ ls\na.txt\nb.txt\n$ pwd\n/x", "ls\npwd"],
  ["console", "only output", "only output"],
])("leaves prompts and output behind: %s %j", async (info, code, commands) => {
  const { page } = await openPage(browser(), { permissions: ["clipboard-read", "clipboard-write"] });
  const block = renderPost(`\`\`\`${info} title="Shell"\n${code}\n\`\`\``).body.html;
  await page.route(url(posts[0]?.path ?? ""), async (route) => {
    const html = await (await route.fetch()).text();
    await route.fulfill({
      contentType: "text/html",
      body: html.replace(/(<div class="[^"]*\bprose\b[^"]*"[^>]*>)/, `$1${block.replaceAll("$", "$$$$")}`),
    });
  });
  await page.goto(url(posts[0]?.path ?? ""));
  const listing = page.locator(".listing", { hasText: "Shell" }).first();
  await listing.getByRole("button", { name: "Copy" }).click();
  await listing.getByRole("button", { name: "Copied" }).waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(commands);
});

it("is on every block of code, and can be reached by keyboard", async () => {
  const { page } = await openPage(browser(), { permissions: ["clipboard-read", "clipboard-write"] });
  await page.goto(url(posts[0]?.path ?? ""));
  const buttons = page.getByRole("button", { name: "Copy" });
  const blocks = await page.locator(".prose :is(.cut, pre:has(> code):not(.cut pre, .timeline pre))").count();
  await expect.poll(() => buttons.count()).toBe(blocks);
  await buttons.first().focus();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Copied" }).waitFor();
});

it("stays readable on a first line that is longer than the screen", async () => {
  const { page } = await openPage(browser(), { viewport: { width: 360, height: 800 } });
  await page.goto(url(posts[0]?.path ?? ""));
  const block = page.locator(".prose pre:not(.listing pre):has(> code)").first();
  const button = block.getByRole("button", { name: "Copy" });
  await button.scrollIntoViewIfNeeded();
  await block.locator("code").evaluate((code) => {
    code.textContent = "long ".repeat(50);
  });
  const isOnTop = () =>
    button.evaluate((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return document.elementFromPoint(x + width / 2, y + height / 2) === element;
    });
  expect(await isOnTop()).toBe(true);
  await block.evaluate((pre) => pre.scrollTo({ left: 200, behavior: "instant" }));
  expect(await isOnTop()).toBe(true);
});

it("is not shown where nothing can be copied", async () => {
  const { page, faults, settled } = await openPage(browser());
  await page.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
  await page.goto(url(posts[0]?.path ?? ""));
  await settled();
  expect(await page.getByRole("button", { name: "Copy" }).count()).toBe(0);
  expect(faults).toEqual([]);
});
