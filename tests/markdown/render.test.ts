/** One Markdown, two renderings, and nothing that one page leaves behind for the next. */
import { describe, expect, it } from "vitest";
import { attributeOf, elementsIn, parsePiece } from "../support/html.ts";
import { renderPost } from "../support/render-post.ts";

describe("quotation marks", () => {
  it.each([
    ["en", "“a ‘b’”"],
    ["en-GB", "“a ‘b’”"],
    ["de", "„a ‚b‘“"],
    ["de-CH", "„a ‚b‘“"],
    ["fr", "«\u202Fa “b”\u202F»"],
    ["es", "«a “b”»"],
    ["it", "«a “b”»"],
    // A word of one letter never ends a line there.
    ["pl", "„a\u00a0«b»”"],
    ["ru", "«a „b“»"],
    ["sv", "”a ’b’”"],
    ["nl", "‘a “b”’"],
    ["ja", "「a 『b』」"],
    ["zh", "“a ‘b’”"],
    ["zh-TW", "「a 『b』」"],
    ["zh-Hant-HK", "「a 『b』」"],
    ["fr-CH", "«a ‹b›»"],
    ["fr-CA", "«\u202Fa ”b“\u202F»"],
    ["pt", "“a ‘b’”"],
    ["pt-PT", "«a “b”»"],
    ["cs", "„a\u00a0‚b‘“"],
    // Kashubian is no Czech.
    ["csb", "“a ‘b’”"],
    ["uk", "«a „b“»"],
    ["hu", "„a »b«”"],
    ["fi", "”a ’b’”"],
    ["nb-NO", "«a ‘b’»"],
    ["ka", "„a «b»“"],
    ["bg", "„a „b““"],
    ["tlh", "“a ‘b’”"],
  ])("are those of %s", (lang, text) => {
    expect(renderPost("\"a 'b'\"", { lang }).body.html).toBe(`<p>${text}</p>\n`);
  });

  it("are a page's own, in whatever order pages and feeds are rendered", () => {
    const german = renderPost('"a"', { lang: "de" }).body;
    const english = renderPost('"a"').body;
    expect([german.feedHtml, english.feedHtml, english.html, german.html]).toEqual(
      ["„a“", "“a”", "“a”", "„a“"].map((text) => `<p>${text}</p>\n`),
    );
  });

  it.each([
    ["en", `"She said 'it is "all" right' and left."`, "“She said ‘it is “all” right’ and left.”"],
    ["en", "the '90s, the early '00s and the summer of '69", "the ’90s, the early ’00s and the summer of ’69"],
    ["en", "rock 'n' roll, fish 'n' chips", "rock ’n’ roll, fish ’n’ chips"],
    ["en", "the letter 'n' and a variable 'n' here", "the letter ‘n’ and a variable ‘n’ here"],
    ["en", "'Tis the season; 'twas. Get 'em 'til noon.", "’Tis the season; ’twas. Get ’em ’til noon."],
    ["en", "'42 is the answer', he said, and 'em dash' too", "‘42 is the answer’, he said, and ‘em dash’ too"],
    ["en", "the dogs' bowls, don't, R'n'B", "the dogs’ bowls, don’t, R’n’B"],
    ["nl", "'s Morgens in 't huis, 'n boek", "’s Morgens in ’t huis, ’n boek"],
    ["de", "die '90er, und 's ist gut", "die ’90er, und ’s ist gut"],
    ["zh", '他说"可以"就走了,"好"也行。', "他说“可以”就走了,“好”也行。"],
    ["zh-Hant", '他說"可以"就走了。', "他說「可以」就走了。"],
    ["ja", "彼は\"はい\"と言い、'いいえ'とは言わない。", "彼は「はい」と言い、『いいえ』とは言わない。"],
    ["ko", '그는 "가"라고 말했다.', "그는 “가”라고 말했다."],
    ["zh", '他说"*可以*"就走了。', "他说“<em>可以</em>”就走了。"],
    ["zh", '两"个', "两&quot;个"],
    ["he", 'צה"ל', "צה&quot;ל"],
  ])("and apostrophes in %s: %s", (lang, markdown, text) => {
    expect(renderPost(markdown, { lang }).body.html).toBe(`<p>${text}</p>\n`);
  });

  it("stand in captions too", () => {
    expect(renderPost(`![x](two-sessions.svg "It's \\"here\\"")`).body.html).toContain(
      "<figcaption>It’s “here”</figcaption>",
    );
  });
});

describe("footnotes and ids", () => {
  it("begin anew on each page", () => {
    const markdown = "## A\n\na[^1]\n\n[^1]: b";
    expect(renderPost(markdown).body).toMatchObject({ html: renderPost(markdown).body.html, anchors: ["a"] });
  });

  it.each([
    ["a note in place", "a^[b^[c]] d^[e]", ["b", "e", "c"], [1, 3, 2]],
    ["two of them", "a^[b^[c] d^[e]]", ["b d", "c", "e"], [1, 2, 3]],
    ["a named note", "a^[b[^1]] d[^1]\n\n[^1]: c", ["b", "c"], [1, 2, 2]],
    ["notes of notes", "a^[b^[c^[d]]]", ["b", "c", "d"], [1, 2, 3]],
  ])("are all there within a note in place: %s", (_what, markdown, notes, references) => {
    const { body, problems } = renderPost(markdown);
    expect(problems).toEqual([]);
    const [text = "", foot = ""] = body.html.split('<section class="endnotes"');
    const said = foot
      .split("<li ")
      .slice(1)
      .map((note) => note.replace(/<(a|sup)\b.*?<\/\1>|<[^>]*>|^[^>]*>/gs, ""));
    expect(said.map((note) => note.replace(/\s+/g, " ").trim())).toEqual(notes);
    const referred = [...text.matchAll(/href="#fn-(\d+)"/g), ...foot.matchAll(/href="#fn-(\d+)"/g)];
    expect(referred.map(([, number]) => Number(number)).sort()).toEqual(references.toSorted());
    const ids = new Set(Array.from(body.html.matchAll(/ id="([^"]*)"/g), ([, id]) => id));
    for (const [, id] of body.html.matchAll(/href="#([^"]*)"/g)) expect(ids).toContain(id);
  });

  it("are led to by whole addresses in a feed, where posts stand one below the other and share their ids", () => {
    const links = ["one.md", "two.md"].map((file) =>
      elementsIn(parsePiece(renderPost("a[^1]\n\n[^1]: b", { file }).body.feedHtml)).flatMap(
        (element) => attributeOf(element, "href") ?? [],
      ),
    );
    expect(links.flat().every((link) => URL.canParse(link))).toBe(true);
    expect(new Set(links.flat()).size).toBe(links.flat().length);
  });
});
