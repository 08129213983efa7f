/** Previews: what links lead to, by pointer, by keyboard and by touch; without JavaScript, links are links. */
import { readdirSync, readFileSync } from "node:fs";
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
const head = (title: string) => `---\ntitle: ${title}\ndate: 2026-01-01\ndescription: About ${title}.\n---\n\n`;
const TEXT = `[one](other.md), [two](other.md#a-place), [three](#fig-a) and [four](#nothing-to-say). MVCC.

:::figure[What it shows]{#fig-a}
Text.
:::

<a id="nothing-to-say"></a>
`;
let url: (path: string) => string;

beforeAll(async () => {
  copyFixture("no-posts", site);
  writeFiles(site, {
    "_data/site.ts": `export default { title: "T", url: "https://example.org/", language: "en", description: "D", previews: true };\n`,
    "_data/glossary.yaml": "MVCC: Keeps old <b>versions</b>.\n",
    "posts/a.md": head("Links") + TEXT,
    "posts/other.md": `${head("Another <text>")}First.\n\n## A place\n\nWhat stands there.\n`,
    "posts/none.md": `${head("None")}No links.\n`,
  });
  const { code, output } = await runBuild(["--site", site, "--out", out, "--at", "2026-02-01T00:00:00Z"]);
  expect(code, output).toBe(0);
  url = await serve(out);
});

async function open(path = "/posts/a/", options = {}) {
  const opened = await openPage(browser(), options);
  await opened.page.goto(url(path));
  const link = (name: string) => opened.page.getByRole("link", { name, exact: true });
  return { ...opened, link, preview: opened.page.getByRole("tooltip") };
}

describe("with a pointer", () => {
  it.each([
    ["one", "Another <text>\n\nAbout Another <text>."],
    ["two", "A place\n\nWhat stands there."],
    ["three", "What it shows"],
    ["MVCC", "MVCC\n\nKeeps old <b>versions</b>."],
  ])("%s shows what it leads to, and moves nothing", async (name, text) => {
    const { page, link, preview, faults } = await open();
    const before = await page.locator("main").boundingBox();
    await link(name).hover();
    await preview.waitFor();
    expect((await preview.locator(":scope > *").allTextContents()).join("\n\n")).toBe(text);
    expect(await page.locator("main").boundingBox()).toEqual(before);
    expect(await link(name).getAttribute("aria-describedby")).toBe(await preview.getAttribute("id"));
    await page.mouse.move(1, 1);
    await preview.waitFor({ state: "hidden" });
    expect(faults).toEqual([]);
  });

  it("can be pointed at, and is ended by Escape", async () => {
    const { page, link, preview } = await open();
    await link("one").hover();
    await preview.waitFor();
    await preview.hover();
    await page.waitForTimeout(400);
    expect(await preview.isVisible()).toBe(true);
    await page.keyboard.press("Escape");
    expect(await preview.isVisible()).toBe(false);
  });

  it("follows the link at a click", async () => {
    const { page, link } = await open();
    await link("one").click();
    await page.waitForURL(url("/posts/other/"));
  });
});

describe("with the keyboard", () => {
  it("shows what it leads to where it gets, and nothing where there is nothing", async () => {
    const { page, link, preview } = await open();
    await link("one").focus();
    await page.keyboard.press("Tab");
    await preview.waitFor();
    expect(await preview.textContent()).toContain("A place");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.waitForTimeout(500);
    expect(await preview.isVisible()).toBe(false);
  });

  it("has nothing that hinders", async () => {
    const { page, link, preview } = await open();
    await link("one").focus();
    await link("two").hover();
    await preview.waitFor();
    expect(await violationsOn(page)).toEqual([]);
  });
});

describe("by touch", () => {
  it("shows what it leads to at the first tap, and follows it at the second", async () => {
    const { page, link, preview } = await open("/posts/a/", { hasTouch: true, isMobile: true });
    await link("one").tap();
    await preview.waitFor();
    expect(page.url()).toBe(url("/posts/a/"));
    await link("one").tap();
    await page.waitForURL(url("/posts/other/"));
  });

  it("is gone at a tap elsewhere; a link with nothing to show is followed at once", async () => {
    const { page, link, preview } = await open("/posts/a/", { hasTouch: true, isMobile: true });
    await link("three").tap();
    await preview.waitFor();
    await page.locator("h1").tap();
    expect(await preview.isVisible()).toBe(false);
    await link("four").tap();
    await page.waitForURL(url("/posts/a/#nothing-to-say"));
  });
});

describe("without JavaScript", () => {
  it("links are links, and a term leads to its meaning", async () => {
    const { page, link, preview } = await open("/posts/a/", { javaScriptEnabled: false });
    expect(await preview.count()).toBe(0);
    await link("MVCC").click();
    await expect.poll(() => page.url()).toBe(url("/posts/a/#term-1"));
    await link("one").click();
    await expect.poll(() => page.url()).toBe(url("/posts/other/"));
  });
});

it("is loaded by pages that have such links alone, and takes less than 3 kB", () => {
  const script = readdirSync(join(out, "assets")).find((name) => name.startsWith("previews-"));
  const pageOf = (path: string) => readFileSync(join(out, path, "index.html"), "utf8");
  expect(pageOf("posts/a")).toContain(`/assets/${script}`);
  expect(pageOf("posts/none")).not.toMatch(/previews-|preview\{/);
  expect(readFileSync(join(out, "assets", script ?? "")).length).toBeLessThan(3072);
});
