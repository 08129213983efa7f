/** What readers see of styles that depend on something else: other letters beside ours, a wide screen, forced colours, what stands before. */
import { join } from "node:path";
import type { BrowserContextOptions, Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
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
const head = (title: string) => `---\ntitle: ${title}\ndate: 2026-01-01\ndescription: D.\n---\n\n`;
const beside = (word: string) =>
  `Regular, **bold**, *slanted*, ***bold and slanted***, **Жук, ăę**, ${word} and **${word}**.\n\n## A heading\n`;
const PAGES = {
  "posts/arabic.md": head("Arabic") + beside("كتاب"),
  "posts/hebrew.md": head("Hebrew") + beside("ספר"),
  "posts/tasks.md": `${head("Tasks")}- [ ] Plain\n- [x] With \`code\` and **bold**\n- [ ] With a [link](arabic.md)\n`,
  "posts/contents.md": `${head("Contents")}## One\n\nText.\n\n## Two\n\n### Below\n\nText.\n\n## Three\n\nText.\n`,
  "posts/forced.md": `${head("Forced")}\`\`\`sql mark=2\nSELECT 1\nFROM job\n\`\`\`\n\n::::tabs\n:::tab[npm]\nOne.\n:::\n:::tab[pnpm]\nTwo.\n:::\n::::\n`,
  "posts/headings.md": `${head("Headings")}## Two\n\n### Three\n\n#### Four\n\n##### Five\n\n###### Six\n\nText.\n`,
  "posts/blocks.md": `${head("Blocks")}\`\`\`sql\nSELECT 1;\n\`\`\`\n\n\`\`\`sql\nSELECT 2;\n\`\`\`\n\n\`\`\`sql title="a.sql"\nSELECT 3;\n\`\`\`\n`,
  "posts/pictures.md": `${head("Pictures")}[![Alone](p.svg)](https://elsewhere.example/1) and [![Not](p.svg) alone](https://elsewhere.example/2).\n`,
  "posts/p.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="60"><rect width="60" height="60"/></svg>',
  "pages/parts.md": "---\ntitle: Parts\ndescription: D.\nsections: [text, posts]\n---\n\nThe last line.\n",
};
let url: (path: string) => string;

beforeAll(async () => {
  copyFixture("no-posts", site);
  writeFiles(site, PAGES);
  const { code, output } = await runBuild(["--site", site, "--out", out, "--at", "2026-02-01T00:00:00Z"]);
  expect(code, output).toBe(0);
  url = await serve(out);
});

async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const { page } = await openPage(browser(), options);
  await page.goto(url(path));
  return page;
}

/** The fonts that an element's letters are drawn with. */
async function fontsOf(page: Page, selector: string): Promise<string[][]> {
  await page.evaluate(() => document.fonts.ready);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("DOM.enable");
  await devtools.send("CSS.enable");
  const { root } = await devtools.send("DOM.getDocument");
  const { nodeIds } = await devtools.send("DOM.querySelectorAll", { nodeId: root.nodeId, selector });
  const all: string[][] = [];
  for (const nodeId of nodeIds) {
    const { fonts } = await devtools.send("CSS.getPlatformFontsForNode", { nodeId });
    all.push(fonts.map(({ postScriptName }) => postScriptName));
  }
  return all;
}

describe.each(["/posts/arabic/", "/posts/hebrew/"])("on %s, letters beside others", (path) => {
  it("stay in our face, bold and slanted ones, too", async () => {
    const page = await open(path);
    const [roman, italic] = [["SourceSerif4Variable-Roman"], ["SourceSerif4Variable-Italic"]];
    expect(await fontsOf(page, ".prose > p > :is(strong, em)")).toEqual([
      roman,
      italic,
      italic,
      roman,
      [expect.not.stringContaining("Source")],
    ]);
    expect(await fontsOf(page, ".prose h2")).toEqual([roman]);
  });

  it("leave theirs to the reader's own face, in its two weights", async ({ skip }) => {
    const { page } = await openPage(browser(), { bypassCSP: true });
    const letters = {
      regular: ["Noto Naskh Arabic", "Noto Serif Hebrew"],
      bold: ["Noto Naskh Arabic Bold", "Noto Serif Hebrew Bold"],
    };
    await page.route(url(path), async (route) => {
      const response = await route.fetch();
      let html = await response.text();
      for (const name of letters.regular) html = html.replaceAll(`local("${name}")`, 'local("DejaVu Sans")');
      for (const name of letters.bold) html = html.replaceAll(`local("${name}")`, 'local("DejaVu Sans Bold")');
      await route.fulfill({ response, body: html });
    });
    await page.goto(url(path));
    const isThere = await page.evaluate(() =>
      new FontFace("there", 'local("DejaVu Sans Bold")').load().then(
        () => true,
        () => false,
      ),
    );
    if (!isThere) skip("the face that stands for theirs is not installed");
    expect(await fontsOf(page, ".prose > p > strong:last-of-type")).toEqual([["DejaVuSans-Bold"]]);
    expect((await fontsOf(page, ".prose > p"))[0]?.sort()).toEqual([
      "DejaVuSans",
      "DejaVuSans-Bold",
      "SourceSerif4Variable-Italic",
      "SourceSerif4Variable-Roman",
    ]);
    expect(await fontsOf(page, ".prose > p > strong:first-of-type")).toEqual([["SourceSerif4Variable-Roman"]]);
  });
});

it("the items of a task list have one height, whatever is in them", async () => {
  const page = await open("/posts/tasks/");
  const heights = await page
    .locator(".task")
    .evaluateAll((items) => items.map((item) => Math.round(item.getBoundingClientRect().height)));
  expect(heights).toHaveLength(3);
  expect(new Set(heights).size).toBe(1);
});

describe("contents", () => {
  /** What assistive technology is told of them, and where Tab stops. */
  async function told(width: number) {
    const page = await open("/posts/contents/", { viewport: { width, height: 900 } });
    const devtools = await page.context().newCDPSession(page);
    const { nodes } = await devtools.send("Accessibility.getFullAXTree");
    const contents = page.getByRole("navigation", { name: "Contents" });
    const stops: (string | undefined)[] = [];
    await page.locator(".date a").focus();
    for (let stop = 0; stop < 2; stop += 1) {
      await page.keyboard.press("Tab");
      stops.push(await page.evaluate(() => document.activeElement?.tagName));
    }
    return {
      controls: nodes.filter(({ role }) => role?.value === "DisclosureTriangle").length,
      links: await contents.getByRole("link").allInnerTexts(),
      stops,
      height: (await contents.boundingBox())?.height ?? 0,
      label: await contents.evaluate((nav) => getComputedStyle(nav, "::before").content),
      seen: await contents.locator("summary").isVisible(),
    };
  }

  it("are a list under a label in the margin of a wide screen, with nothing to open", async () => {
    const { height, ...wide } = await told(1280);
    expect(wide).toEqual({
      controls: 0,
      links: ["One", "Two", "Below", "Three"],
      stops: ["A", "A"],
      label: '"Contents"',
      seen: false,
    });
    expect(height).toBeGreaterThan(80);
  });

  it("are a line that opens on a narrow one", async () => {
    const { height, ...narrow } = await told(390);
    expect(narrow).toMatchObject({ controls: 1, links: [], label: "none", seen: true });
    expect(narrow.stops[0]).toBe("SUMMARY");
    expect(height).toBeLessThan(40);
  });
});

describe("where a reader's colours are forced", () => {
  it("the tab that is chosen is underlined, and no other", async () => {
    const page = await open("/posts/forced/", { forcedColors: "active" });
    const borders = await page
      .getByRole("tab")
      .evaluateAll((tabs) => tabs.map((tab) => getComputedStyle(tab).borderBlockEndWidth));
    expect(borders).toEqual(["2px", "0px"]);
    const heights = await page
      .getByRole("tab")
      .evaluateAll((tabs) => tabs.map((tab) => tab.getBoundingClientRect().height));
    expect(heights[0]).toBe(heights[1]);
  });

  it("a marked line looks different from others, and begins where they do", async () => {
    const page = await open("/posts/forced/", { forcedColors: "active" });
    const [first, second] = await page.locator(".line").all();
    const picture = async (line = first) => {
      const box = await line?.boundingBox();
      const clip = { x: box?.x ?? 0, y: box?.y ?? 0, width: 3, height: 8 };
      return (await page.screenshot({ clip })).toString("base64");
    };
    expect(await picture(second)).not.toBe(await picture(first));
    const lefts = await page.locator(".line").evaluateAll((lines) =>
      lines.map((line) => {
        const range = document.createRange();
        range.selectNodeContents(line);
        return range.getBoundingClientRect().left;
      }),
    );
    expect(lefts[0]).toBe(lefts[1]);
  });
});

it("a section that follows a page's text keeps its distance", async () => {
  const page = await open("/parts/");
  const text = await page.getByText("The last line.").boundingBox();
  const section = await page.locator(".side").first().boundingBox();
  expect((section?.y ?? 0) - ((text?.y ?? 0) + (text?.height ?? 0))).toBeGreaterThan(30);
});

it("headings of each level differ from those above, and none looks like a link", async () => {
  const page = await open("/posts/headings/");
  const looks = await page.locator(".prose > :is(h2, h3, h4, h5, h6)").evaluateAll((headings) =>
    headings.map((heading) => {
      const { fontSize, fontStyle, fontWeight, color } = getComputedStyle(heading);
      return {
        look: [fontSize, fontStyle, fontWeight, color].join(" "),
        size: Number.parseFloat(fontSize),
        line: getComputedStyle(heading.querySelector("a") ?? heading).textDecorationLine,
      };
    }),
  );
  expect(new Set(looks.map(({ look }) => look)).size).toBe(5);
  const sizes = looks.map(({ size }) => size);
  expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
  expect(looks.map(({ line }) => line)).toEqual(["none", "none", "none", "none", "none"]);
});

it("on paper, a picture that is a link has no address behind it, and words beside one have", async () => {
  const page = await open("/posts/pictures/");
  await page.emulateMedia({ media: "print" });
  const shown = await page
    .locator(".prose a")
    .evaluateAll((links) => links.map((link) => getComputedStyle(link, "::after").content));
  expect(shown).toEqual(["none", '" (https://elsewhere.example/2)"']);
});

it("between two blocks of code without titles there is one rule, below which the second's button stands", async () => {
  const page = await open("/posts/blocks/");
  const blocks = page.locator(".prose pre");
  const tops = () => blocks.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
  const rules = () => blocks.evaluateAll((all) => all.map((one) => getComputedStyle(one).borderBlockStartWidth));
  await expect.poll(rules).toEqual(["1px", "0px", "1px"]);
  const { page: plain } = await openPage(browser(), { javaScriptEnabled: false });
  await plain.goto(url("/posts/blocks/"));
  const before = await plain
    .locator(".prose pre")
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
  expect(await tops()).toEqual(before);
});
