/** Footnotes on screens of all widths: read once, beside the text where there is room, and never upon one another. */
import { join } from "node:path";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { useBrowser } from "../support/browser.ts";
import { buildFixture } from "../support/built-fixture.ts";
import { serve } from "../support/served-site.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";
import { openPage } from "../support/watched-page.ts";

const { browser } = useBrowser();
const out = join(useTemporaryFolder(), "readers");
const PAGES = ["/posts/close-notes/", "/posts/hebrew/", "/posts/harbour/"];
let url: (path: string) => string;

beforeAll(async () => {
  await buildFixture("readers", out);
  url = await serve(out);
});

interface Box {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

interface Note extends Box {
  id: string;
  below: boolean;
  /** Of its first reference. */
  reference: Box;
}

async function open(path: string, width: number, options = {}): Promise<Page> {
  const { page } = await openPage(browser(), {
    viewport: { width, height: 900 },
    javaScriptEnabled: false,
    ...options,
  });
  await page.goto(url(path));
  return page;
}

function notesOf(page: Page): Promise<Note[]> {
  return page.locator(".endnotes > ol > li").evaluateAll((items) => {
    const boxOf = (element: Element | null) => {
      const { top, bottom, left, right } = (element as Element).getBoundingClientRect();
      return { top, bottom, left, right };
    };
    return items.map((item) => ({
      ...boxOf(item),
      id: item.id,
      below: item.classList.contains("below"),
      reference: boxOf(document.getElementById(item.id.replace("fn", "fnref"))),
    }));
  });
}

/** What the page says beside its notes, such as code that reaches into the margin. */
function textsOf(page: Page): Promise<Box[]> {
  return page.locator(".prose > :not(.endnotes), .contents, .colophon, .masthead, .footer").evaluateAll((elements) =>
    elements.map((element) => {
      const { top, bottom, left, right } = element.getBoundingClientRect();
      return { top, bottom, left, right };
    }),
  );
}

const overlap = (a: Box, b: Box) =>
  a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;

describe.each(PAGES)("%s", (path) => {
  it.each([1440, 1600, 1920])(
    "has notes beside their references at %s pixels, and none upon another",
    async (width) => {
      const page = await open(path, width);
      const notes = await notesOf(page);
      const beside = notes.filter(({ below }) => !below);
      const texts = await textsOf(page);
      expect(beside.length).toBeGreaterThan(2);
      beside.forEach((note, index) => {
        expect(note.top, note.id).toBeGreaterThanOrEqual(note.reference.top - 10);
        expect(note.left >= 0 && note.right <= width, note.id).toBe(true);
        const before = beside[index - 1];
        // It begins on the line of its reference, or directly below the note before it.
        const wanted = Math.max(note.reference.top, (before?.bottom ?? Number.NEGATIVE_INFINITY) + 5);
        expect(Math.abs(note.top - wanted), note.id).toBeLessThan(16);
      });
      const pairs = notes.flatMap((a, index) =>
        [...notes.slice(index + 1), ...texts].filter((b) => overlap(a, b)).map(() => a.id),
      );
      expect(pairs).toEqual([]);
    },
  );

  it.each([320, 768, 1280])("has all notes at the foot at %s pixels", async (width) => {
    const page = await open(path, width);
    const [notes, texts] = [await notesOf(page), await page.locator(".prose > :not(.endnotes)").last().boundingBox()];
    expect(notes.filter(({ top }) => top < (texts?.y ?? 0))).toEqual([]);
    expect(await page.locator(".endnotes").evaluate((section) => getComputedStyle(section).borderTopWidth)).toBe("1px");
  });

  it("has all notes at the foot of a printed page", async () => {
    const page = await open(path, 1600);
    await page.emulateMedia({ media: "print" });
    const last = await page.locator(".prose > :not(.endnotes)").last().boundingBox();
    expect((await notesOf(page)).filter(({ top }) => top < (last?.y ?? 0))).toEqual([]);
  });
});

it("a note that is reached by keyboard is marked, and leads back, beside the text too", async () => {
  const page = await open("/posts/close-notes/", 1600);
  await page.locator("#fnref-2").focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => new URL(page.url()).hash).toBe("#fn-2");
  const background = () => page.locator("#fn-2").evaluate((note) => getComputedStyle(note).backgroundColor);
  await expect.poll(background).not.toBe("rgba(0, 0, 0, 0)");
  await page.keyboard.press("Tab");
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest("li")?.id)).toBe("fn-2");
  await page.keyboard.press("Enter");
  await expect.poll(() => new URL(page.url()).hash).toBe("#fnref-2");
});

it("notes of tables and of what is folded stay at the foot, which is then shown", async () => {
  const page = await open("/posts/harbour/", 1600);
  const table = (await notesOf(page)).find(({ below }) => below);
  const last = await page.locator(".prose > :not(.endnotes)").last().boundingBox();
  expect(table?.top).toBeGreaterThan(last?.y ?? 0);
  expect(await page.locator(".endnotes").evaluate((section) => getComputedStyle(section).borderTopWidth)).toBe("1px");
});
