/** Marked words: in a text as bright as the page is, in code as quiet as its other marks. */
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
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
const TEXT = "A <mark>word</mark> of a text.\n\n```js /answer/\nconst answer = 42;\n```\n";
let url: (path: string) => string;

beforeAll(async () => {
  copyFixture("no-posts", site);
  writeFiles(site, { "posts/marks.md": `---\ntitle: Marks\ndate: 2026-01-01\ndescription: D.\n---\n\n${TEXT}` });
  const { code, output } = await runBuild(["--site", site, "--out", out, "--at", "2026-02-01T00:00:00Z"]);
  expect(code, output).toBe(0);
  url = await serve(out);
});

it.each(["light", "dark"] as const)("%s", async (colorScheme) => {
  const { page } = await openPage(browser(), { colorScheme });
  await page.goto(url("/posts/marks/"));
  const seen = await page.evaluate(() => {
    const styleOf = (selector: string) => getComputedStyle(document.querySelector(selector) ?? document.body);
    const [inText, inCode] = [styleOf("p mark"), styleOf("pre mark")];
    const wash = document.createElement("p");
    wash.style.background = "var(--wash)";
    document.body.append(wash);
    return {
      isYellow: inText.backgroundColor === "rgb(255, 255, 0)",
      hasColourOfText: inText.color === styleOf(".prose").color,
      isQuiet: inCode.backgroundColor === getComputedStyle(wash).backgroundColor,
    };
  });
  expect(seen).toEqual({ isYellow: false, hasColourOfText: true, isQuiet: true });
});
