/** A film is still until a reader asks for it; only then is its host asked for anything. */
import { cpSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContextOptions } from "playwright-core";
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
const LINES = ["https://youtu.be/dQw4w9WgXcQ", "https://vimeo.com/76979871", "https://x.com/ada/status/20"];
const FRAME = "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1";
let url: (path: string) => string;

beforeAll(async () => {
  copyFixture("no-posts", site);
  writeFiles(site, {
    "posts/film.md": `---\ntitle: A film\ndate: 2026-01-01\ndescription: D.\n---\n\n${LINES.join("\n\n")}\n`,
    "_data/embeds.json": JSON.stringify({
      "https://www.youtube.com/watch?v=dQw4w9WgXcQ": {
        title: "A talk on locks",
        author: "PGConf",
        picture: "youtube-1.jpg",
      },
      "https://vimeo.com/76979871": { title: "No still of it" },
      "https://x.com/ada/status/20": { author: "Ada", text: "Just setting up.", date: "2026-01-05" },
    }),
    "_data/embeds/.keep": "",
  });
  cpSync("tests/fixtures/markdown/harbour.jpg", join(site, "_data/embeds/youtube-1.jpg"));
  const { code, output } = await runBuild(["--site", site, "--out", out, "--at", "2026-02-01T00:00:00Z"]);
  expect(code, output).toBe(0);
  url = await serve(out);
});

/** The page, with other hosts answered by us. */
async function openFilm(options: BrowserContextOptions = {}) {
  const opened = await openPage(browser(), options);
  const asked: string[] = [];
  await opened.page.route(/^https:/, (route) => {
    asked.push(route.request().url());
    return route.fulfill({ contentType: "text/html", body: "<title>Player</title><p>Playing" });
  });
  await opened.page.goto(url("/posts/film/"));
  if (options.javaScriptEnabled !== false) await opened.settled();
  return { ...opened, asked };
}

describe("a still", () => {
  it("asks nobody for anything until it is pressed, and plays in its place then", async () => {
    const { page, faults, asked } = await openFilm();
    expect(asked).toEqual([]);
    await page.getByRole("link", { name: "A talk on locks" }).first().click();
    await page.frameLocator(".embed iframe").getByText("Playing").waitFor();
    expect(asked).toEqual([FRAME]);
    expect(new URL(page.url()).pathname).toBe("/posts/film/");
    const frame = page.locator(".embed iframe");
    expect(await frame.getAttribute("title")).toBe("A talk on locks");
    expect(await frame.evaluate((element) => element === document.activeElement)).toBe(true);
    const box = await frame.boundingBox();
    expect((box?.width ?? 0) / (box?.height ?? 1)).toBeCloseTo(16 / 9, 1);
    expect(faults).toEqual([]);
  });

  it("plays for a keyboard, too, and without a picture", async () => {
    const { page, asked } = await openFilm();
    await page.locator(".still").nth(1).focus();
    await page.keyboard.press("Enter");
    await page.frameLocator(".embed iframe").getByText("Playing").waitFor();
    expect(asked).toEqual(["https://player.vimeo.com/video/76979871?autoplay=1&dnt=1"]);
  });

  it("is a link for who has no JavaScript", async () => {
    const { page } = await openFilm({ javaScriptEnabled: false });
    expect(await page.locator(".still").first().getAttribute("href")).toBe(
      "https://www.youtube.com/watch?v=dQw4w9WgXcQ",
    );
  });

  it.each(["light", "dark"] as const)(
    "is accessible in the %s scheme, and no wider than a telephone",
    async (colorScheme) => {
      const { page } = await openFilm({ colorScheme, viewport: { width: 360, height: 740 } });
      expect(await violationsOn(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      await page.locator(".still").first().click();
      await page.locator(".embed iframe").waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    },
  );
});

it("a host that the page does not name is not shown in a frame", async () => {
  const { page, faults } = await openFilm();
  await page
    .locator(".embed")
    .first()
    .evaluate((figure) => figure.setAttribute("data-embed", "https://evil.example/"));
  await page.locator(".still").first().click();
  await expect.poll(() => faults.join()).toContain("frame-src");
});
