/** Sites in eight languages: each is valid, accessible, as wide as the screen, and set as its script asks for. */
import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { violationsOn } from "../support/accessibility.ts";
import { useBrowser } from "../support/browser.ts";
import { buildFixture, FIXTURES } from "../support/built-fixture.ts";
import { pagesOf, readAt } from "../support/built-site.ts";
import { feedReaders } from "../support/feeds.ts";
import { complaintsAbout } from "../support/html-validity.ts";
import { serve } from "../support/served-site.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";
import { openPage } from "../support/watched-page.ts";

const { browser } = useBrowser();
const folder = useTemporaryFolder();
const AFTER_ALL = "2026-06-01T00:00:00Z";

const SITES = [
  {
    lang: "de",
    essay: "/posts/ueber-sperren/",
    tags: ["Apfel", "Äpfel", "Ärger", "Ofen", "Öfen", "Zebra", "Zeilensperren"],
  },
  { lang: "fr", essay: "/posts/verrous/", tags: ["Cœur", "École", "Été", "Œuf", "Verrous", "Zèbre"] },
  { lang: "he", essay: "/posts/manulim/", tags: ["אותיות", "מנעולים", "שלום", "תורים", "PostgreSQL"] },
  { lang: "ar", essay: "/posts/aqfal/", tags: ["أقفال", "إنشاء", "حروف", "طوابير", "PostgreSQL"] },
  { lang: "zh-TW", essay: "/posts/suoding/", tags: ["一", "一致性", "佇列", "東京", "資料庫", "檔案"] },
  { lang: "ja", essay: "/posts/rokku/", tags: ["サーバー", "データベース", "行ロック", "索引", "東京"] },
  { lang: "tr", essay: "/posts/kilitler/", tags: ["Cıva", "Çıktı", "Ilık", "Iraksama", "İnce", "İşlem", "Şema"] },
  { lang: "hi", essay: "/posts/taale/", tags: ["अक्षर", "कतार", "ताले", "हिन्दी", "PostgreSQL"] },
];

it("each such fixture is looked at", () => {
  const fixtures = readdirSync(FIXTURES).filter((name) => name.startsWith("in-"));
  expect(fixtures).toEqual(SITES.map(({ lang }) => `in-${lang.toLowerCase()}`).sort());
});

describe.each(SITES)("a site in $lang", ({ lang, essay, tags }) => {
  const out = join(folder, lang);
  const isRightToLeft = lang === "he" || lang === "ar";
  let url: (path: string) => string;

  beforeAll(async () => {
    await buildFixture(`in-${lang.toLowerCase()}`, out, AFTER_ALL);
    url = await serve(out);
  });

  it("is valid HTML on every page", async () => {
    const complaints = pagesOf(out).map(async (path) => [path, await complaintsAbout(readAt(out, path))] as const);
    expect((await Promise.all(complaints)).filter(([, list]) => list.length > 0)).toEqual([]);
  });

  it("has its tags in the order of its dictionaries", () => {
    const names = [...readAt(out, "/tags/").matchAll(/<a href="\/tags\/[^"]+\/">([^<]+)<\/a>/g)].map(
      ([, name]) => name,
    );
    expect(names).toEqual(tags);
  });

  it("has feeds that every parser reads, with the same words as its page", () => {
    for (const read of Object.values(feedReaders)) {
      const { entries } = read(out);
      expect(entries.map(({ url }) => basename(url ?? ""))).toContain(basename(essay));
      const html = entries.find(({ url }) => url?.endsWith(essay))?.html ?? "";
      expect(html).toContain("SKIP LOCKED");
      expect(/<div[^>]* dir="rtl"/.test(html)).toBe(isRightToLeft);
    }
  });

  it.each([360, 1280])("is accessible and no wider than the screen at %s pixels", async (width) => {
    const { page } = await openPage(browser(), { viewport: { width, height: 800 } });
    for (const path of [essay, "/"]) {
      await page.goto(url(path));
      const excess = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(excess).toBeLessThanOrEqual(0);
      expect(await violationsOn(page)).toEqual([]);
    }
  });

  it("is set in its own direction, and code from left to right", async () => {
    const { page } = await openPage(browser());
    await page.goto(url(essay));
    const directions = await page.evaluate(() =>
      ["html", ".prose > p", "pre", "p code", ".colophon .url"].map((selector) => {
        const element = document.querySelector(selector);
        return element && getComputedStyle(element).direction;
      }),
    );
    const own = isRightToLeft ? "rtl" : "ltr";
    expect(directions).toEqual([own, own, "ltr", "ltr", "ltr"]);
  });

  it("code begins and ends where the column and the margin at the ends of lines do", async () => {
    const { page } = await openPage(browser(), { viewport: { width: 1280, height: 800 } });
    await page.goto(url(essay));
    const [text, code] = await page.evaluate(() =>
      [".prose > p", "pre"].map((selector) => document.querySelector(selector)?.getBoundingClientRect()),
    );
    expect(code?.width).toBeGreaterThan((text?.width ?? 0) + 50);
    if (isRightToLeft) expect(code?.right).toBe(text?.right);
    else expect(code?.left).toBe(text?.left);
  });

  it("no column of a table has a line for each character", async () => {
    const { page } = await openPage(browser(), { viewport: { width: 360, height: 800 } });
    await page.goto(url(essay));
    const least = await page
      .locator(".table td")
      .first()
      .evaluate((cell) => Number.parseFloat(getComputedStyle(cell).minInlineSize));
    expect(least > 40).toBe(lang === "ja" || lang === "zh-TW");
  });

  it("has each number behind the name that it counts, whatever the letters of that", async () => {
    const { page } = await openPage(browser());
    await page.goto(url("/tags/"));
    const rows = await page.locator("main li:has(.count)").evaluateAll((items) =>
      items.map((item) => {
        const [name, count] = ["a", ".count"].map((part) => item.querySelector(part)?.getBoundingClientRect());
        return name && count && (count.left >= name.right ? "right" : count.right <= name.left ? "left" : "within");
      }),
    );
    expect(rows).toEqual(tags.map(() => (isRightToLeft ? "left" : "right")));
  });

  it("emphasis is seen in a script without italics, and is none of the browser's own slanting", async () => {
    const { page } = await openPage(browser());
    await page.goto(url(essay));
    const style = await page.evaluate(() => {
      const { fontSynthesisStyle, fontWeight } = getComputedStyle(document.querySelector(".prose em") ?? document.body);
      return { fontSynthesisStyle, fontWeight };
    });
    const marks = await page
      .locator(".prose em")
      .first()
      .evaluate((element) => getComputedStyle(element).getPropertyValue("text-emphasis-style"));
    const isOwn = !["de", "fr", "tr"].includes(lang);
    expect(style.fontSynthesisStyle).toBe(isOwn ? "none" : "auto");
    if (isOwn) expect(style.fontWeight === "600" || marks !== "none").toBe(true);
  });
});

it("search on a page in another language than the site's says everything in that, and finds its pages first", async () => {
  const out = join(folder, "languages");
  await buildFixture("languages", out, AFTER_ALL);
  const url = await serve(out);
  const { page, faults } = await openPage(browser());
  await page.goto(url("/de/posts/locks/"));
  await page.keyboard.press("/");
  const dialog = page.getByRole("dialog", { name: "Suche" });
  await dialog.waitFor();
  await page.keyboard.type("Zeile");
  await dialog.locator(".search-results a").first().waitFor();
  expect(await dialog.locator(".search-results a").first().getAttribute("href")).toBe("/de/posts/locks/");
  const said = await dialog.textContent();
  for (const words of ["Sprache", "Deutsch", "12.01.2026"]) expect(said).toContain(words);
  // "Search", "found", "Year": nothing is left in the site's language, and nothing is marked as in another than the page's.
  expect(said).not.toMatch(/\b(search|found|year|kind|close|relevance)\b/i);
  expect(await dialog.locator("[lang]:not([lang^=de])").allTextContents()).toEqual([]);
  expect(await violationsOn(page)).toEqual([]);
  expect(faults).toEqual([]);
});

it("a long German title breaks at a syllable, with a hyphen, where the browser has no dictionary", async () => {
  const out = join(folder, "titles");
  await buildFixture("in-de", out, AFTER_ALL);
  const url = await serve(out);
  const { page } = await openPage(browser(), { viewport: { width: 360, height: 800 } });
  await page.goto(url("/posts/ueber-sperren/"));
  const lines = await page.locator("h1").evaluate((heading) => {
    const text = heading.firstChild as Text;
    const rows = new Map<number, string>();
    for (let at = 0; at < text.length; at++) {
      const range = document.createRange();
      range.setStart(text, at);
      range.setEnd(text, at + 1);
      const { top, width } = range.getBoundingClientRect();
      if (width > 0) rows.set(Math.round(top), (rows.get(Math.round(top)) ?? "") + text.data[at]);
    }
    return [...rows.values()].map((row) => row.replaceAll("\u00ad", "-").trim());
  });
  // A line's hyphen has the place of the letter that comes after it.
  expect(lines.slice(0, 2).map((line) => line.replace(/-.$/, "-"))).toEqual(["Donaudampf-", "chifffahrtsgesell-"]);
});
