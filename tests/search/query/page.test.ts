/** Pages as they are read from the index, however a host sends them. */
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { Pages } from "../../../src/search/query/page.ts";

const fragment = `pagefind_dcd${JSON.stringify({
  url: "/posts/one/",
  content: "One. A word. Two. Another.",
  meta: { title: "One", kind: "Essay", date: "2026-01-02" },
  anchors: [
    { element: "h2", id: "two", text: " Two ", location: 3 },
    { element: "p", id: "note", text: "Another.", location: 4 },
  ],
})}`;

function pagesFrom(bytes: BodyInit): { pages: Pages; read: string[] } {
  const read: string[] = [];
  const load = async (name: string) => {
    read.push(name);
    return new Response(name.startsWith("words-1/") ? "en_0\nen_1" : bytes);
  };
  return { pages: new Pages(load, "words-1", "/blog/"), read };
}

describe("a page of the index", () => {
  it.each([
    ["compressed, as it was written", gzipSync(fragment)],
    ["inflated by the host", fragment],
  ])("is read: %s", async (_, bytes) => {
    const { pages, read } = pagesFrom(bytes);
    expect(await pages.get(1)).toEqual({
      url: "/blog/posts/one/",
      title: "One",
      titleLength: 1,
      description: "",
      kind: "Essay",
      date: "2026-01-02",
      text: ["One.", "A", "word.", "Two.", "Another."],
      code: Array.from({ length: 5 }, () => ({ isCode: false, indent: undefined })),
      checked: [],
      headings: [{ id: "two", text: "Two", location: 3, length: 1 }],
    });
    await pages.get(1);
    expect(read).toEqual(["words-1/pages-0.txt", "fragment/en_1.pf_fragment"]);
  });

  it("is refused where something else came, and asked for again later", async () => {
    const { pages, read } = pagesFrom("<!doctype html>");
    await expect(pages.get(1)).rejects.toThrow("en_1 is no fragment of Pagefind's");
    await expect(pages.get(1)).rejects.toThrow();
    expect(read).toHaveLength(3);
  });
});
