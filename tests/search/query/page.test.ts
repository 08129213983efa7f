/** Pages as they are read from the index, however a host sends them. */
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { type PageFile, Pages } from "../../../src/search/query/page.ts";

const file: PageFile = {
  ...{ path: "/posts/one/", title: "One", description: "A word.", kind: "Essay", date: "2026-01-02" },
  checked: ["PostgreSQL 18.4"],
  text: "One\n\nA word.\n\nTwo\n\nif (x)\n\treturn;\n  }\n\nAnother\n\nA\u200btext without end",
  code: [3],
  headings: [[2, "two"]],
};
const text = JSON.stringify(file);

function pagesFrom(bytes: BodyInit): { pages: Pages; read: string[] } {
  const read: string[] = [];
  const load = async (name: string) => {
    read.push(name);
    return new Response(name.startsWith("words/") ? "oldest00\nnewest00" : bytes);
  };
  return { pages: new Pages({ pages: 2, blocks: "block000" }, load, "/blog/"), read };
}

describe("a page of the index", () => {
  it.each([
    ["compressed, as it was written", gzipSync(text)],
    ["inflated by the host", text],
  ])("is read: %s", async (_, bytes) => {
    const { pages, read } = pagesFrom(bytes);
    const page = await pages.get(0);
    expect(page).toMatchObject({
      url: "/blog/posts/one/",
      title: "One",
      titleLength: 1,
      description: "A word.",
      kind: "Essay",
      date: "2026-01-02",
      checked: ["PostgreSQL 18.4"],
      headings: [{ id: "two", text: "Two", location: 3, length: 1 }],
    });
    await pages.get(0);
    expect(read).toEqual(["words/block000.txt", "pages/newest00.page"]);
  });

  it("has its words in order, a full stop behind what has none, and code in its lines", async () => {
    const { text: words, code } = await pagesFrom(text).pages.get(0);
    expect(words.join(" ")).toBe("One. A word. Two. if (x) return; } Another. A text without end.");
    const indents = words.flatMap((word, at) => (code[at]?.isCode ? [[word, code[at]?.indent]] : []));
    expect(indents).toEqual([
      ["if", 0],
      ["(x)", undefined],
      ["return;", 4],
      ["}", 2],
    ]);
  });

  it("is refused where something else came, and asked for again later", async () => {
    const { pages, read } = pagesFrom("<!doctype html>");
    await expect(pages.get(0)).rejects.toThrow("newest00 is no page of the index");
    await expect(pages.get(0)).rejects.toThrow();
    expect(read).toHaveLength(3);
  });
});
