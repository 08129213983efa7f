/** The button that copies a block of code. */
import { readFileSync } from "node:fs";
import type { Locator, Page } from "playwright-core";
import { expect, it } from "vitest";
import { useBrowser } from "../support/browser.ts";
import { NOTEBOOK, posts, projects } from "../support/content-files.ts";
import { renderPost } from "../support/render-post.ts";
import { openPage } from "../support/watched-page.ts";

const { browser, url } = useBrowser();

it("copies the code of its block, all of it and nothing else", async () => {
  const { page } = await openPage(browser(), { permissions: ["clipboard-read", "clipboard-write"] });
  await page.goto(url(posts[0]?.path ?? ""));
  for (const frame of ["figure.listing:not(.cut)", "div.listing"]) {
    const owner = page.locator(".prose").locator(frame).first();
    const code = await owner.locator("code").evaluate((element) => element.textContent);
    await copyBy(owner.getByRole("button", { name: "Copy" }));
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
    await copyBy(sample.getByRole("button", { name: "Copy" }));
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(blocks).toContain(`${copied}\n`);
  }
});

it.each([
  ["bash", "$ npm install\n# then\n$ npm start", "npm install\n# then\nnpm start"],
  ["console", "$ ls\na.txt\n$ pwd\n/x", "ls\npwd"],
  ["console numbers", "$ ls\na.txt\nb.txt\n$ pwd\n/x", "ls\npwd"],
  ["console", "only output", "only output"],
  ["python", ">>> for x in y:\n...     f(x)\n1\n>>> z", "for x in y:\n    f(x)\nz"],
  ["psql", "shop=> SELECT 1,\nshop-> 2;\n(1 row)", "SELECT 1,\n2;"],
  ["rust", "let b = a;\n//      ^ error: moved\nc();", "let b = a;\nc();"],
  ["rust numbers", "let b = a;\n//      ^ error: moved\nc();", "let b = a;\nc();"],
  ["text fold=1-2,4-9", "a\nb\nc\nd\ne", "a\nb\nc\nd\ne"],
  ["text fold=1-9", "a\nb", "a\nb"],
  ["text links", "a\nb", "a\nb"],
  ["ansi", "\\e[31mred\\e[0m and \\e[7mmore", "red and more"],
])("leaves prompts and output behind: %s %j", async (info, code, commands) => {
  const { page } = await openPage(browser(), { permissions: ["clipboard-read", "clipboard-write"] });
  const block = renderPost(`\`\`\`${info} title="Shell"\n${code}\n\`\`\``).body.html;
  await beginWith(page, block);
  await page.goto(url(posts[0]?.path ?? ""));
  const listing = page.locator(".listing", { hasText: "Shell" }).first();
  await copyBy(listing.getByRole("button", { name: "Copy" }));
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(commands);
});

it("is on every block of code, and can be reached by keyboard", async () => {
  const { page } = await openPage(browser(), { permissions: ["clipboard-read", "clipboard-write"] });
  await page.goto(url(posts[0]?.path ?? ""));
  const buttons = page.getByRole("button", { name: "Copy" });
  const blocks = await page.locator(".prose :is(.cut, pre:has(> code):not(.cut pre, .timeline pre))").count();
  await expect.poll(() => buttons.count()).toBe(blocks);
  await copyBy(buttons.first(), async (button) => {
    await button.focus();
    await page.keyboard.press("Enter");
  });
});

it.each([360, 1280])("covers no code, and moves nothing when it comes, at a width of %s pixels", async (width) => {
  const code = "```text\nSELECT 1;\n```";
  const item = `- ${code.replaceAll("\n", "\n  ")}`;
  const quote = `> ${code.replaceAll("\n", "\n> ")}`;
  const { body } = renderPost([code, "Words.", item, item, "Words.", quote, quote].join("\n\n"));
  const placesOf = async (javaScriptEnabled: boolean) => {
    const { page } = await openPage(browser(), { viewport: { width, height: 800 }, javaScriptEnabled });
    await beginWith(page, body.html);
    await page.goto(url(posts[0]?.path ?? ""));
    if (javaScriptEnabled) await page.getByRole("button", { name: "Copy" }).first().waitFor();
    const blocks = await page.locator(".prose pre:has(> code)").all();
    const buttons = await page.getByRole("button", { name: "Copy" }).all();
    return {
      blocks: await Promise.all(blocks.map((block) => block.boundingBox())),
      buttons: await Promise.all(buttons.map((button) => button.boundingBox())),
    };
  };
  const { blocks, buttons } = await placesOf(true);
  expect(blocks).toEqual((await placesOf(false)).blocks);
  expect(buttons.length).toBeGreaterThan(0);
  const isOver = (button: (typeof buttons)[number], block: (typeof blocks)[number]) =>
    button && block && button.y + button.height > block.y + 1 && button.y < block.y + block.height;
  expect(buttons.filter((button) => blocks.some((block) => isOver(button, block)))).toEqual([]);
});

/** Puts HTML at the beginning of the first post's text. */
async function beginWith(page: Page, block: string): Promise<void> {
  await page.route(url(posts[0]?.path ?? ""), async (route) => {
    const html = await (await route.fetch()).text();
    await route.fulfill({
      contentType: "text/html",
      body: html.replace(/(<div class="[^"]*\bprose\b[^"]*"[^>]*>)/, `$1${block.replaceAll("$", "$$$$")}`),
    });
  });
}

/** Presses a button, and waits until it has said that the code is copied. It says so for a moment only, so it is watched before. */
async function copyBy(button: Locator, press = (it: Locator) => it.click()): Promise<void> {
  const watched = await button.evaluateHandle((element) => ({
    copied: new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => element.textContent === "Copied" && resolve());
      observer.observe(element, { childList: true });
    }),
  }));
  await press(button);
  await watched.evaluate(({ copied }) => copied);
}
