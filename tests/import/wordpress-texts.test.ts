/** What stands in a text of WordPress may be broken and long: twice the text is twice the work. */
import { globSync, readFileSync } from "node:fs";
import { describe, expect, it, vi } from "vitest";
import { wordpressHtml } from "../../src/import/wordpress/body.ts";
import { Library } from "../../src/import/wordpress/library.ts";
import type { WxrItem } from "../../src/import/wordpress/wxr.ts";

/** Where work grows with the square, it is 4 times as much. */
const MOST_GROWTH = 2.5;

function html(content: string): string {
  return wordpressHtml(itemOf(content), { library: new Library([]), items: new Map(), left: [] });
}

function itemOf(content: string): WxrItem {
  return {
    ...{ file: "export.xml", line: 1, contentLine: 1, id: "7", type: "post", status: "publish", title: "", link: "" },
    ...{ guid: "", name: "", creator: "", content, excerpt: "", date: "", dateGmt: "", modifiedGmt: "", pubDate: "" },
    ...{ password: "", parent: "0", order: 0, isSticky: false, attachmentUrl: "" },
    ...{ terms: [], meta: new Map(), comments: [] },
  };
}

/** By how often a name is looked at. */
function growthOf(textOf: (times: number) => string): number {
  const looks = vi.spyOn(String.prototype, "toLowerCase");
  const [once = 0, twice = 0] = [500, 1000].map((times) => {
    looks.mockClear();
    html(textOf(times));
    return looks.mock.calls.length;
  });
  looks.mockRestore();
  expect(once).toBeGreaterThan(0);
  return twice / once;
}

describe("work", () => {
  it.each(["[a]", "[a b]", "[a][b][/a]", "[a][/b]", "[embed]x[/embed]"])(
    "of a text with nothing but %j grows as it does",
    (repeated) => {
      expect(growthOf((times) => repeated.repeat(times))).toBeLessThan(MOST_GROWTH);
      expect(growthOf((times) => `<!-- wp:paragraph -->${repeated.repeat(times)}`)).toBeLessThan(MOST_GROWTH);
    },
  );

  it("of shortcodes in each other grows so, too", () => {
    expect(growthOf((times) => "[box]".repeat(times) + "[/box]".repeat(times))).toBeLessThan(MOST_GROWTH);
  });
});

describe("a pattern for the text", () => {
  it("does not read past where it could begin anew", () => {
    const files = globSync("src/import/wordpress/*.ts");
    const found = files.flatMap((file) => readFileSync(file, "utf8").match(/\[\^>\][*+]|(?<!\))\[\\s\\S\][*+]/g) ?? []);
    expect(files.length).toBeGreaterThan(5);
    expect(found).toEqual([]);
  });
});
