/** The text that readers are given: made for them, with nothing in it that only a page needs. */
import { describe, expect, it } from "vitest";
import { type Result, success } from "../../src/content/problems/result.ts";
import { feedsOf } from "../../src/feeds/feeds.ts";
import type { Target } from "../../src/markdown/extension.ts";
import { renderMarkdown } from "../../src/markdown/render.ts";
import { documentsOf, FEED_SITE, readSite, withPosts } from "../support/feed-documents.ts";
import { tinyContent } from "../support/tiny-content.ts";

function feed(markdown: string, path = "/posts/post/"): string {
  const resolve = (target: string): Result<Target> =>
    success(
      target.startsWith("#") ? { kind: "page", path, anchor: target.slice(1) } : { kind: "external", url: target },
    );
  const siteUrl = "https://example.org/blog/";
  const { body, problems } = renderMarkdown(markdown, {
    file: "post.md",
    firstLine: 1,
    path,
    siteUrl,
    lang: "en",
    resolve,
  });
  expect(problems).toEqual([]);
  return body.feedHtml().trim();
}

describe("a feed has", () => {
  it.each([
    [
      "code as it is, whatever the page does with it",
      '```ts title="a.ts" numbers mark=1\nlet a = "<b>";\n```',
      "<p><em>a.ts</em></p>\n<pre><code>let a = &quot;&lt;b&gt;&quot;;\n</code></pre>",
    ],
    [
      "a callout as a labelled quotation",
      "> [!TIP]\n> Do.",
      "<blockquote>\n<p><strong>Tip</strong></p>\n<p>Do.</p>\n</blockquote>",
    ],
    ["headings without links to themselves", "## One `a`", "<h2>One <code>a</code></h2>"],
    ["tasks as signs", "- [x] a\n- [ ] b", "<ul>\n<li>☑ a</li>\n<li>☐ b</li>\n</ul>"],
    [
      "tables without wrapping and classes",
      "| a |\n| --: |\n| 1 |",
      "<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n</tr>\n</tbody>\n</table>",
    ],
    ["raw HTML without classes and ids", '<p id="a" class="b" lang="de">x</p>', '<p lang="de">x</p>'],
    [
      "a link to the page in place of what readers cannot play",
      '<video src="https://x.example/a.mp4" controls>\n<track src="https://x.example/a.vtt">\n</video>',
      '<a href="https://example.org/blog/posts/post/">Watch it on the page</a>',
    ],
    [
      "addresses of the page that are whole",
      "## a\n\n[x](#a)",
      '<h2>a</h2>\n<p><a href="https://example.org/blog/posts/post/#a">x</a></p>',
    ],
  ])("%s", (_what, markdown, html) => {
    expect(feed(markdown).replace(/\n\n+/g, "\n")).toBe(html);
  });
});

describe("footnotes", () => {
  const html = feed("A[^x] and again[^x], and b[^y].\n\n[^x]: One.\n\n[^y]: Two.\n\n    More.");
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  const links = [...html.matchAll(/href="([^"#]+)#([^"]+)"/g)];
  const fragments = links.map(([, , fragment]) => fragment);

  it("stand whole at the end, and their links stay in the entry, both ways", () => {
    expect(html.slice(html.indexOf("<hr>"))).toContain("<p>More. <a");
    expect(fragments.length).toBe(6);
    expect(fragments.filter((fragment) => !ids.includes(fragment))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("are recognised by readers that show notes in place: a link in sup whose fragment begins with fn", () => {
    expect(html.match(/<sup><a [^>]*href="[^"]+#fn-/g)).toHaveLength(3);
  });

  it("lead to the entry's page, in readers that do not know where a fragment alone belongs", () => {
    expect(new Set(links.map(([, page]) => page))).toEqual(new Set(["https://example.org/blog/posts/post/"]));
  });

  it("lead to their own entry's page, where a reader shows several entries on one page", () => {
    const other = feed("A[^x].\n\n[^x]: One.", "/posts/other/");
    const links = [...other.matchAll(/href="([^"]+)"/g)].map(([, href]) => href);
    expect(links).toEqual([
      expect.stringMatching(/\/posts\/other\/#fn-1$/),
      expect.stringMatching(/\/posts\/other\/#fnref-1$/),
    ]);
  });
});

it("the page's rendering and the feed's do not meet: what one is asked for leaves the other as it was", async () => {
  const [before, after] = [await readSite(FEED_SITE), await readSite(FEED_SITE)];
  documentsOf(after);
  expect(after.entries.map(({ body }) => body.html())).toEqual(before.entries.map(({ body }) => body.html()));
});

it("a hundred thousand characters of markup are no trouble", async () => {
  const content = await readSite(FEED_SITE);
  const feedHtml = () => "<p>]]></p>".repeat(10_000);
  const entries = content.entries.map((entry) => ({ ...entry, body: { ...entry.body, feedHtml } }));
  expect(documentsOf(withPosts(content, entries)).get("/atom.xml")?.length).toBeGreaterThan(100_000);
});

describe("the language of a text", () => {
  const htmlIn = (language: string, lang: string) => {
    const content = tinyContent({ site: { language }, posts: [{ slug: "a", lang, markdown: "עברית עם code." }] });
    return feedsOf(content)[0]?.items()[0]?.html?.();
  };

  it.each([
    ["en", "he", '<div dir="rtl" lang="he">\n<p>עברית עם code.</p>\n</div>\n'],
    ["en", "de", '<div lang="de">\n<p>עברית עם code.</p>\n</div>\n'],
    ["en", "en-GB", "<p>עברית עם code.</p>\n"],
    ["en", "en", "<p>עברית עם code.</p>\n"],
    // A reader's own interface need not run as the site does.
    ["he", "he", '<div dir="rtl" lang="he">\n<p>עברית עם code.</p>\n</div>\n'],
    ["ar", "en", '<div dir="ltr" lang="en">\n<p>עברית עם code.</p>\n</div>\n'],
  ])("stands around it where readers cannot know it: site %s, post %s", (language, lang, html) => {
    expect(htmlIn(language, lang)).toBe(html);
  });
});
