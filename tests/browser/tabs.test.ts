/** Tabs: panels one below the other without JavaScript and on paper, and tabs by pointer and by keyboard with it. */
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { violationsOn } from "../support/accessibility.ts";
import { useBrowser } from "../support/browser.ts";
import { copyFixture } from "../support/built-fixture.ts";
import { runBuild } from "../support/run-build.ts";
import { serve } from "../support/served-site.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";
import { openPage } from "../support/watched-page.ts";
import { writeFiles } from "../support/write-files.ts";

const { browser } = useBrowser();
const folder = useTemporaryFolder();
const [site, out] = [join(folder, "site"), join(folder, "out")];
const tabs = (word: string, one: string, two: string) =>
  `::::tabs{sync=${word}}\n:::tab[npm]\n${one}\n:::\n:::tab[pnpm]\n${two}\n:::\n::::\n`;
const TEXT = `${tabs("pm", "First by npm.", "First by pnpm.")}\n${tabs("pm", "Second by npm.", "## Second by pnpm")}`;
const head = (title: string) => `---\ntitle: ${title}\ndate: 2026-01-01\ndescription: D.\n---\n\n`;
let url: (path: string) => string;

beforeAll(async () => {
  copyFixture("no-posts", site);
  writeFiles(site, {
    "posts/tabs.md": head("Tabs") + TEXT,
    "posts/code.md": head("Code") + tabs("code", "```sh\nnpm ci\n```", "```sh\npnpm i\n```"),
    "posts/none.md": `${head("None")}No tabs.\n`,
  });
  const { code, output } = await runBuild(["--site", site, "--out", out, "--at", "2026-02-01T00:00:00Z"]);
  expect(code, output).toBe(0);
  url = await serve(out);
});

async function open(path = "/posts/tabs/", options = {}) {
  const opened = await openPage(browser(), options);
  await opened.page.goto(url(path));
  const seen = (text: string) => opened.page.getByText(text, { exact: true }).isVisible();
  return { ...opened, seen };
}

describe("with JavaScript", () => {
  it("show one panel, and in all groups of the word the one that is chosen", async () => {
    const { page, seen, faults } = await open();
    expect(await seen("First by npm.")).toBe(true);
    expect(await page.locator(".tab:not([hidden])").count()).toBe(2);
    await page.getByRole("tab", { name: "pnpm" }).last().click();
    expect(await page.locator(".tab:not([hidden])").allInnerTexts()).toEqual(["First by pnpm.", "Second by pnpm"]);
    expect(faults).toEqual([]);
  });

  it("remember what was chosen", async () => {
    const { page } = await open();
    await page.getByRole("tab", { name: "pnpm" }).first().click();
    await page.reload();
    expect(await page.locator(".tab:not([hidden])").allInnerTexts()).toEqual(["First by pnpm.", "Second by pnpm"]);
  });

  it("are gone through by arrows, Home and End, and each group is one stop of Tab", async () => {
    const { page } = await open();
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    await page.getByRole("tab", { name: "npm", exact: true }).first().focus();
    await page.keyboard.press("ArrowRight");
    expect(await focused()).toBe("pnpm");
    await page.keyboard.press("ArrowRight");
    expect(await focused()).toBe("npm");
    await page.keyboard.press("End");
    expect(await focused()).toBe("pnpm");
    expect(await page.locator('[role="tab"][tabindex="0"]').count()).toBe(2);
  });

  it("show what the address names", async () => {
    const { page } = await open("/posts/tabs/#second-by-pnpm");
    expect(await page.getByRole("heading", { name: "Second by pnpm" }).isVisible()).toBe(true);
  });

  it("have room for the button that copies before it comes", async () => {
    const { page } = await openPage(browser());
    // As in the moment before the script that makes it: it makes none where nothing can be copied.
    await page.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
    await page.goto(url("/posts/code/"));
    const heightOf = (shown: typeof page) => shown.locator(".tabs.on").evaluate((group) => group.clientHeight);
    const before = await heightOf(page);
    expect(await page.locator(".copy").count()).toBe(0);
    const { page: withButton } = await open("/posts/code/");
    await withButton.locator(".copy").first().waitFor();
    expect(await heightOf(withButton)).toBe(before);
  });

  it("are accessible", async () => {
    const { page } = await open();
    expect(await violationsOn(page)).toEqual([]);
  });

  it("load nothing on a page without them", async () => {
    const { page } = await open("/posts/none/");
    const scripts = await page.locator("script[src]").evaluateAll((all) => all.map((one) => one.getAttribute("src")));
    expect(scripts.filter((src) => src?.includes("tabs"))).toEqual([]);
  });
});

it("are all there without JavaScript", async () => {
  const { page, seen } = await open("/posts/tabs/", { javaScriptEnabled: false });
  expect([await seen("First by npm."), await seen("First by pnpm.")]).toEqual([true, true]);
  expect(await page.locator(".tab > .label").allInnerTexts()).toEqual(["npm", "pnpm", "npm", "pnpm"]);
});

it("are all there on paper", async () => {
  const { page, seen } = await open();
  await page.emulateMedia({ media: "print" });
  expect([await seen("First by npm."), await seen("First by pnpm.")]).toEqual([true, true]);
  expect(await page.getByRole("tab").first().isVisible()).toBe(false);
});
