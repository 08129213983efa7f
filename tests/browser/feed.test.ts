/** A feed that somebody opens in a browser: it says what it is, and shows what is in it without its machinery. */
import { beforeAll, expect, it } from "vitest";
import { useBrowser } from "../support/browser.ts";
import { posts } from "../support/content-files.ts";

const { browser, url } = useBrowser();
const [newest] = posts;

interface Seen {
  greeting: string;
  styles: string;
  /** What a reader sees, by element. */
  shown: { name: string; text: string }[];
  sideways: number;
}

const seen = new Map<string, Seen>();

beforeAll(async () => {
  const page = await browser().newPage({ viewport: { width: 360, height: 800 } });
  for (const path of ["/feed.xml", "/atom.xml"]) {
    await page.goto(url(path));
    seen.set(path, await page.evaluate(look));
  }
  await page.close();
});

it.each(["/feed.xml", "/atom.xml"])("%s says what it is, in the site's own colours", (path) => {
  const { greeting, styles, sideways } = seen.get(path) as Seen;
  expect(greeting).toContain("This is a feed");
  expect(styles).toBe("rgb(251, 250, 246)");
  expect(sideways).toBe(0);
});

it.each(["/feed.xml", "/atom.xml"])("%s shows titles and summaries, and neither ids nor markup", (path) => {
  const { shown } = seen.get(path) as Seen;
  expect(shown.filter(({ name }) => name === "title").map(({ text }) => text)).toContain(newest?.title);
  expect(shown.map(({ text }) => text)).toContain(newest?.description);
  const wanted = ["title", "description", "link", "pubDate", "subtitle", "summary", "published"];
  expect([...new Set(shown.map(({ name }) => name))].filter((name) => !wanted.includes(name))).toEqual([]);
});

/** Runs in the page. */
function look(): Seen {
  const root = document.documentElement;
  const shown = [...root.querySelectorAll("*")].filter(
    (element) => element.children.length === 0 && element.getClientRects().length > 0,
  );
  return {
    greeting: getComputedStyle(root, "::before").content,
    styles: getComputedStyle(root).backgroundColor,
    shown: shown.map((element) => ({ name: element.localName, text: element.textContent ?? "" })),
    sideways: root.scrollWidth - root.clientWidth,
  };
}
