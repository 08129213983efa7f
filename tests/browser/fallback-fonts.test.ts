/** Text takes the same room before the faces have arrived: the fallbacks' widths are adjusted to theirs. */
import { expect, it } from "vitest";
import { useBrowser } from "../support/browser.ts";
import { posts } from "../support/content-files.ts";
import { openPage } from "../support/watched-page.ts";

const { browser, url } = useBrowser();

it.for([
  { face: "Text", style: "normal", of: ".prose > p" },
  { face: "Text", style: "italic", of: ".prose > p" },
  { face: "Code", style: "normal", of: ".prose pre code" },
])(
  "$face, $style: running text is as wide in the fallback, within two per cent",
  async ({ face, style, of }, { skip }) => {
    const { page } = await openPage(browser());
    const ratios: number[] = [];
    for (const { path } of posts) {
      await page.goto(url(path));
      const [width = 0, before = 0, system = 0] = await page.evaluate(widthsOf, { face, style, of });
      // Where the system has none of the fallback's faces, the text stands in its own serif, whatever that is.
      if (before === system) skip("none of the faces that the fallbacks are made from is installed");
      ratios.push(width / before);
    }
    expect(ratios.length).toBeGreaterThan(0);
    expect(Math.min(...ratios)).toBeGreaterThan(0.98);
    expect(Math.max(...ratios)).toBeLessThan(1.02);
  },
);

/** Of a line with a post's text in the face, in its fallback, and in what the system has where that is missing. */
async function widthsOf({ face, style, of }: { face: string; style: string; of: string }): Promise<number[]> {
  const elements = [...document.querySelectorAll(of)];
  const text = elements.map(({ textContent }) => textContent).join(" ");
  const line = document.createElement("span");
  line.style.position = "absolute";
  line.style.whiteSpace = "nowrap";
  line.style.fontStyle = style;
  line.textContent = text.replace(/\s+/g, " ").slice(0, 4000);
  document.body.append(line);
  const widths: number[] = [];
  for (const family of [face, `"${face} fallback", cursive`, "cursive"]) {
    await document.fonts.load(`${style} 1rem ${family}`, text);
    line.style.fontFamily = family;
    widths.push(line.getBoundingClientRect().width);
  }
  return widths;
}
